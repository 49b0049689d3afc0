import type { AccountId } from '../contact/account-id.ts';
import type { Contact, ContactField } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { Control, ControlStatus } from '../coverage/controls.ts';
import type { CoverageState } from '../coverage/coverage-state.ts';
import type { Change } from '../plan/change.ts';
import type { Report } from './report.ts';

/** How a contact stands to the policy, or what a run made of it. */
export type RowStatus = CoverageState | 'done' | 'failed' | 'skipped' | 'unconfirmed' | 'not-begun';

/** One contact of one account as a row of a table: what CSV, JUnit, SARIF and the like are made of. */
export interface ReportRow {
  readonly accountId: AccountId;
  readonly accountName: string;
  /** By path, or by id where nobody read the path; empty where neither is known. */
  readonly unit: string;
  /** Null where the whole account is meant. */
  readonly type: ContactType | null;
  readonly status: RowStatus;
  /** What a plan means to do about it; null where it does nothing. */
  readonly change: Change['kind'] | null;
  readonly live: Contact | null;
  /** It was read, and none is set: `live` is null also where nobody knows. */
  readonly isUnset: boolean;
  readonly wanted: Contact | null;
  /** Fields of the wanted contact that are never shown on a screen. */
  readonly masked: readonly ContactField[];
  /** The name of the wanted contact in the policy. */
  readonly contactName: string | null;
  /** The line of the policy that is behind it. */
  readonly place: { readonly file: string; readonly line: number } | null;
  readonly selector: string;
  /** Why, in words; empty where the status says it all. */
  readonly detail: string;
  readonly compliance: readonly { readonly control: Control; readonly status: ControlStatus }[];
  /** Null where they were not read. */
  readonly tags: Readonly<Record<string, string>> | null;
}

/** A report that is about contacts of accounts, and so can be a table. */
export type RowReport = Extract<Report, { kind: 'coverage' | 'plan' | 'check' | 'run' }>;

/** `bad` wants to be mended, `unknown` could not be found out, `left` is nobody's business here. */
export type Verdict = 'good' | 'bad' | 'unknown' | 'left';

/** What each status means to somebody who counts. */
export const verdicts: Readonly<Record<RowStatus, Verdict>> = {
  missing: 'bad',
  'wrong-value': 'bad',
  unwanted: 'bad',
  failed: 'bad',
  skipped: 'bad',
  unconfirmed: 'bad',
  unreadable: 'unknown',
  unreachable: 'unknown',
  unresolved: 'unknown',
  'not-begun': 'unknown',
  unmanaged: 'left',
  excluded: 'left',
  'not-active': 'left',
  'as-wanted': 'good',
  done: 'good',
};
