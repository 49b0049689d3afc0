import type { PackedRuns } from '../../../orgcontacts/src/page/report-document.ts';
import type { RunPage, ShownItem } from '../../../orgcontacts/src/page/run-page.ts';

/** Gives packed runs back as they were. Pure. */
export const unpackRuns = ({ accounts, contacts, texts, runs }: PackedRuns): readonly RunPage[] =>
  runs.map(({ run, items }) => ({
    run,
    items: items.map(([account, type, kind, before, after, outcome, detail]) => {
      const [accountId, accountName] = accounts[account] ?? ['', ''];
      const item = {
        accountId,
        accountName,
        type: texts[type],
        kind: texts[kind],
        before: contacts[before] ?? null,
        after: contacts[after] ?? null,
        outcome: texts[outcome],
        detail: texts[detail],
      };
      // The texts are those that the same version of orgcontacts packed.
      return item as ShownItem;
    }),
  }));
