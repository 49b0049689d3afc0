import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { JournalStore } from '../journal/journal-store.ts';
import type { ContactsWanted } from '../org/contacts-wanted.ts';
import type { ObservedOrg } from '../org/observed-account.ts';
import type { Org } from '../org/org.ts';
import type { Clock } from '../pace/clock.ts';
import type { ReadingProgress, Trouble } from '../page/page-event.ts';
import type { Reading } from '../page/plan-reading.ts';
import type { ShownPlan } from '../page/shown-plan.ts';
import type { Snapshot } from '../page/snapshot.ts';
import type { Change } from '../plan/change.ts';
import type { ParsedPolicy } from '../policy/parse-policy.ts';
import type { Policy } from '../policy/policy.ts';

/** What was read, or why it could not be. */
export type ReadAnswer =
  | { readonly kind: 'read'; readonly reading: Reading }
  | ({ readonly kind: 'trouble' } & Trouble);

/** All that the local server sees of the world: it reads, and has no way to write. */
export interface UiWorld {
  /** Reads the organization and every contact that the policy lets be read. */
  readonly read: (policy: Policy, onProgress: (progress: ReadingProgress) => void) => Promise<ReadAnswer>;
  /** Reads some contacts again. */
  readonly readAgain: (wanted: readonly ContactsWanted[]) => Promise<ObservedOrg>;
  /** The text of the policy file; null when there is none. */
  readonly readPolicy: () => Promise<string | null>;
  readonly parse: (text: string) => ParsedPolicy;
  /** What only the organization shows to be odd about a policy. */
  readonly lint: (policy: Policy, org: Org) => readonly Diagnostic[];
  readonly forecast: (changes: readonly Change[]) => ShownPlan['forecast'];
  /** The command line that carries out the plan with this fingerprint, and no other. */
  readonly commandFor: (fingerprint: string) => string;
  readonly store: Pick<JournalStore, 'list' | 'read' | 'readFrom'>;
  readonly clock: Clock;
  readonly about: Pick<Snapshot, 'tool' | 'endpoint' | 'values'> & { readonly file: string };
}
