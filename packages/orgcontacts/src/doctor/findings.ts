/** How a finding of `doctor` stands. */
export type DoctorLevel = 'ok' | 'warning' | 'problem' | 'cannot-tell';

/** Something that `doctor` looked at: the fact, and what to do about it. */
export interface DoctorFinding {
  readonly code: DoctorCode;
  readonly level: DoctorLevel;
  /** What was found. */
  readonly fact: string;
  /** A command or what a person has to do; empty where nothing is to be done. */
  readonly fix: string;
}

/** What was looked at, in this order. Codes are stable. */
export type DoctorCode =
  // The Node.js that runs this, 20.19 or newer.
  | 'node-version'
  // Who is calling.
  | 'caller'
  // Where the API for alternate contacts exists.
  | 'partition'
  // The organization of the caller.
  | 'organization'
  // Trusted access needs all features.
  | 'all-features'
  // Without it nobody reaches members.
  | 'trusted-access'
  // The one account besides the management account that reaches members.
  | 'delegated-administrator'
  // What the caller reaches.
  | 'role'
  // Whether credentials given for the management account are its own.
  | 'management-credentials'
  // A plan needs the list of accounts.
  | 'list-accounts'
  // A read of a contact of the calling account.
  | 'own-contact'
  // A read of a contact of another account.
  | 'member-contact'
  // The documented quotas of this partition.
  | 'quotas'
  // The policy file.
  | 'policy'
  // Where runs are kept.
  | 'journal';

/** Makes a finding. */
export const finding = (code: DoctorCode, level: DoctorLevel, fact: string, fix = ''): DoctorFinding => ({
  code,
  level,
  fact,
  fix,
});
