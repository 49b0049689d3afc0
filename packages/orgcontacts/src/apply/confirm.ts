import type { Contact } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import { sameOrNone } from '../contact/same-contact.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import type { ContactGateway } from '../gateway/gateway.ts';
import type { Target } from '../org/target.ts';
import type { Clock } from '../pace/clock.ts';

/** What reading after a write came to. */
export type Confirmation = { readonly kind: 'confirmed' } | { readonly kind: 'unconfirmed'; readonly detail: string };

/** How long a write is given to show, in milliseconds. Own choice; AWS showed writes at once when observed in 2026. */
export const patience = 60_000;
/** How long to look for a write whose answer was lost: it probably never arrived. Own choice. */
export const shortPatience = 5_000;
/** The pause after the first unequal read in milliseconds; doubled each time, at most 10 s. Own choice. */
const firstPause = 500;
const longestPause = 10_000;

/** Reads until what was written shows: one equal read confirms. Ends early, unconfirmed, when told to stop. */
export const confirm = async (
  gateway: ContactGateway,
  target: Target,
  type: ContactType,
  wanted: Contact | null,
  { clock, stop, within }: { readonly clock: Clock; readonly stop: AbortSignal; readonly within: number },
): Promise<Confirmation> => {
  const deadline = clock.now() + within;
  for (let pause = firstPause; ; pause = Math.min(longestPause, pause * 2)) {
    const read = await gateway.getContact(target, type);
    if (read.kind === 'failed') return { kind: 'unconfirmed', detail: describeFailure(read.failure) };
    if (sameOrNone(read.value ?? null, wanted)) return { kind: 'confirmed' };
    if (stop.aborted) return { kind: 'unconfirmed', detail: 'interrupted before the write showed' };
    if (clock.now() + pause > deadline) {
      return { kind: 'unconfirmed', detail: `the write did not show within ${within / 1000} s` };
    }
    await clock.sleep(pause, stop).catch(() => {});
  }
};
