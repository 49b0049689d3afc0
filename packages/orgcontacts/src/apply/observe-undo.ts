import type { Caller } from '../caller/caller.ts';
import { reach } from '../caller/reach.ts';
import type { Observed } from '../contact/observed.ts';
import type { ContactGateway } from '../gateway/gateway.ts';
import { readContact } from '../gateway/read-contact.ts';
import { judgeUndo, type Written } from '../journal/undo-plan.ts';
import type { ObservedAccount, ObservedOrg } from '../org/observed-account.ts';
import type { Clock } from '../pace/clock.ts';

/** A write so young, in milliseconds, may not show yet, so that its before-image proves nothing (DESIGN of undo). */
const young = 5 * 60_000;
/** How long to wait before looking at such a one again, in milliseconds. */
const pause = 5_000;

/**
 * Reads what a run wrote, as it is now; what looks restored but was written just now is read a second time, five seconds later. What
 * cannot be read is marked as such, and what cannot be reached is missing.
 *
 * @example
 * ```ts
 * import { type Caller, type Gateway, type ObservedOrg, observeUndo, realClock, type RunRecord, writtenBy } from 'orgcontacts';
 *
 * const readAgain = (gateway: Gateway, caller: Caller, record: RunRecord): Promise<ObservedOrg> =>
 *   observeUndo(gateway, caller, writtenBy(record), realClock);
 * ```
 */
export const observeUndo = async (
  gateway: ContactGateway,
  caller: Caller,
  written: readonly Written[],
  clock: Clock,
): Promise<ObservedOrg> => {
  const first = await Promise.all(written.map((each) => read(gateway, caller, each)));
  // Decided once: a write must not grow too old while it is waited for.
  const doubtful = written.map(
    (each, index) =>
      clock.now() - Date.parse(each.at) < young && judgeUndo(each, first[index]).kind === 'restored-already',
  );
  if (doubtful.includes(true)) await clock.sleep(pause);
  const second = await Promise.all(
    written.map((each, index) => (doubtful[index] ? read(gateway, caller, each) : first[index])),
  );
  const byAccount = new Map<Written['change']['account']['id'], ObservedAccount>();
  written.forEach(({ change: { account, type } }, index) => {
    const known = byAccount.get(account.id);
    const contact = second[index];
    if (!contact) return;
    byAccount.set(account.id, {
      kind: 'asked',
      byType: { ...(known?.kind === 'asked' && known.byType), [type]: contact },
    });
  });
  return byAccount;
};

const read = async (gateway: ContactGateway, caller: Caller, { change }: Written): Promise<Observed | undefined> => {
  const reached = reach(caller, change.account.id);
  return reached.kind === 'reachable' ? readContact(gateway, reached.target, change.type) : undefined;
};
