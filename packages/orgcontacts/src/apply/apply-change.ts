import type { Contact } from '../contact/contact.ts';
import { sameOrNone } from '../contact/same-contact.ts';
import type { Failure, Result } from '../failure/failure.ts';
import type { ContactGateway } from '../gateway/gateway.ts';
import type { Journal } from '../journal/journal.ts';
import type { Outcome } from '../journal/outcome.ts';
import type { Target } from '../org/target.ts';
import type { Clock } from '../pace/clock.ts';
import type { Change } from '../plan/change.ts';
import { confirm, patience, shortPatience } from './confirm.ts';

/** What carrying out one change needs. */
export interface ChangeTools {
  readonly gateway: ContactGateway;
  readonly journal: Journal;
  readonly clock: Clock;
  /** When aborted, nothing more is waited for; what has been sent is still recorded. */
  readonly stop: AbortSignal;
}

/** One change of a plan on its way. */
export interface Undertaking {
  readonly item: number;
  readonly change: Change;
  readonly target: Target;
  /** An earlier attempt had an intent and no outcome: if the value is there, it was that attempt's. */
  readonly attempted: boolean;
}

/**
 * Carries out one change: reads it again just before, records the intent, writes, and reads it back. What is not as the plan saw it
 * is not touched. AWS has no conditional write, so one round trip between the read and the write stays open.
 */
export const applyChange = async (undertaking: Undertaking, tools: ChangeTools): Promise<Outcome> => {
  const { change, target, attempted } = undertaking;
  const read = await readTwiceIfOther(undertaking, tools);
  if (read.kind === 'failed') return { kind: 'failed', failure: read.failure };
  const live = read.value ?? null;
  if (sameOrNone(live, change.after)) return { kind: 'done', how: attempted ? 'written' : 'already' };
  if (!sameOrNone(live, change.before)) {
    return { kind: 'skipped', why: 'changed-since-plan', detail: 'somebody changed it after the plan was made' };
  }
  await recordIntent(undertaking, live, tools);
  const failure = await write(undertaking, tools.gateway);
  if (failure && !isAmbiguous(failure)) return { kind: 'failed', failure };
  const within = failure ? shortPatience : patience;
  const written = { target, type: change.type, before: live, wanted: change.after };
  const confirmation = await confirm(tools.gateway, written, { ...tools, within });
  if (confirmation.kind === 'confirmed') return { kind: 'done', how: 'written' };
  return failure ? { kind: 'failed', failure } : confirmation;
};

/** How long to wait before what looks like somebody's change is looked at again, in milliseconds: a read may lag. Own choice. */
const secondLookAfter = 500;

/** Reads a contact; what is neither as the plan saw it nor as it wants it is read once more, since nobody should be blamed for a stale read. */
const readTwiceIfOther = async (
  { change, target }: Undertaking,
  { gateway, clock, stop }: ChangeTools,
): Promise<Result<Contact | undefined>> => {
  const first = await gateway.getContact(target, change.type);
  if (first.kind === 'failed') return first;
  const live = first.value ?? null;
  if (sameOrNone(live, change.after) || sameOrNone(live, change.before)) return first;
  await clock.sleep(secondLookAfter, stop).catch(() => {});
  return gateway.getContact(target, change.type);
};

const recordIntent = ({ item, change, target }: Undertaking, live: Contact | null, { journal, clock }: ChangeTools) =>
  journal.record({
    kind: 'intent',
    at: new Date(clock.now()).toISOString(),
    item,
    accountId: target.accountId,
    type: change.type,
    before: live,
    after: change.after,
  });

const write = async ({ change, target }: Undertaking, gateway: ContactGateway): Promise<Failure | undefined> => {
  const result =
    change.after === null
      ? await gateway.deleteContact(target, change.type)
      : await gateway.putContact(target, change.type, change.after);
  return result.kind === 'failed' ? result.failure : undefined;
};

/** A lost answer says nothing about whether the write happened; reading does. */
const isAmbiguous = ({ kind }: Failure): boolean => kind === 'unavailable';
