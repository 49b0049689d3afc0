import type { Contact } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import { sameOrNone } from '../contact/same-contact.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import type { ContactGateway } from '../gateway/gateway.ts';
import type { Outcome, UnconfirmedReason } from '../journal/outcome.ts';
import type { Target } from '../org/target.ts';
import type { Clock } from '../pace/clock.ts';

/** What reading after a write came to. */
export type Confirmation = { readonly kind: 'confirmed' } | Extract<Outcome, { kind: 'unconfirmed' }>;

/** How long a write is given to show, in milliseconds. Own choice; AWS showed writes at once when observed in 2026. */
export const patience = 60_000;
/** How long to look for a write whose answer was lost: it probably never arrived. Own choice. */
export const shortPatience = 5_000;
/** The pause after the first unequal read in milliseconds; doubled each time, at most 10 s. Own choice. */
const firstPause = 500;
const longestPause = 10_000;

/** So many reads in a row of something that is neither the old nor the new value: it was overwritten, and will not come back. Own choice. */
const readsOfAnother = 3;

/** What reading back is about: where, what was written, and what was there before. */
export interface WrittenContact {
  readonly target: Target;
  readonly type: ContactType;
  readonly before: Contact | null;
  readonly wanted: Contact | null;
}

/** Reads until what was written shows: one equal read confirms. Ends early, unconfirmed, when told to stop or when it was overwritten. */
export const confirm = async (
  gateway: ContactGateway,
  { target, type, before, wanted }: WrittenContact,
  { clock, stop, within }: { readonly clock: Clock; readonly stop: AbortSignal; readonly within: number },
): Promise<Confirmation> => {
  const deadline = clock.now() + within;
  let others = 0;
  for (let pause = firstPause; ; pause = Math.min(longestPause, pause * 2)) {
    const read = await gateway.getContact(target, type);
    if (read.kind === 'failed') return unconfirmed('unreadable', describeFailure(read.failure));
    const live = read.value ?? null;
    if (sameOrNone(live, wanted)) return { kind: 'confirmed' };
    others = sameOrNone(live, before) ? 0 : others + 1;
    if (others === readsOfAnother) return unconfirmed('overwritten', 'somebody else wrote another value meanwhile');
    if (stop.aborted) return unconfirmed('interrupted', 'interrupted before the write showed');
    if (clock.now() + pause > deadline) {
      return unconfirmed('not-shown', `the write did not show within ${within / 1000} s`);
    }
    await clock.sleep(pause, stop).catch(() => {});
  }
};

const unconfirmed = (why: UnconfirmedReason, detail: string): Confirmation => ({ kind: 'unconfirmed', why, detail });
