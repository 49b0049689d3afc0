import { countItems, type RunRecord } from 'orgcontacts';
import type { Notice } from '../work/work.ts';

/** What a person should know of a run that came to its end: counts, no contact; null when everything was done. Pure. */
export const noticeOfRun = (record: RunRecord, organization: string): Notice | null => {
  const { header, ended } = record;
  const { items, written, already, skipped, failed, unconfirmed, open } = countItems(record);
  const notDone = items - written - already;
  if (notDone === 0) return null;
  return {
    subject: `orgcontacts: ${notDone} of ${items} changes were not done`,
    message: [
      `Run ${header.run} in the organization seen from ${organization} ${ended?.how ?? 'ended'}${ended?.detail ? `: ${ended.detail}` : ''}.`,
      `written ${written}, already as wanted ${already}, skipped ${skipped}, failed ${failed}, unconfirmed ${unconfirmed}, not begun ${open}`,
      `Its journal is ${organization}/runs/${header.run} in the bucket. The next scheduled look plans again; orgcontacts doctor finds causes of denials.`,
    ].join('\n'),
  };
};
