import { sameOrNone } from '../contact/same-contact.ts';
import type { JournalStore } from '../journal/journal-store.ts';
import type { RunRecord } from '../journal/run-fold.ts';
import { readRunOf } from '../journal/run-record.ts';
import { type UndoPlan, writtenBy } from '../journal/undo-plan.ts';
import type { JudgedItem } from '../report/report-parts.ts';

/** Names, for each item of an undo that was edited since, the later run of ours that wrote what is live now. */
export const editorsOf = async (
  store: JournalStore,
  { header }: RunRecord,
  verdicts: UndoPlan['verdicts'],
): Promise<readonly JudgedItem[]> => {
  const edited = verdicts.some(({ verdict }) => verdict.kind === 'edited-since-run');
  const later = edited ? await laterRuns(store, header.run) : [];
  return verdicts.map(({ written: { change }, verdict }) => {
    const editor =
      verdict.kind === 'edited-since-run'
        ? later.find((record) => wrote(record, change.account.id, change.type, verdict.live))
        : undefined;
    return { accountId: change.account.id, type: change.type, verdict, editedBy: editor?.header.run ?? null };
  });
};

const laterRuns = async (store: JournalStore, run: string): Promise<readonly RunRecord[]> => {
  const names = (await store.list()).filter((name) => name > run).reverse();
  const later = await Promise.all(names.map((name) => readRunOf(store, name)));
  return later.flatMap((read) => (read.kind === 'run' ? [read.record] : []));
};

const wrote = (record: RunRecord, accountId: string, type: string, live: Parameters<typeof sameOrNone>[0]): boolean =>
  writtenBy(record).some(
    ({ change, after }) => change.account.id === accountId && change.type === type && sameOrNone(after, live),
  );
