/** How one contact of one account stands to the policy; in the order of how much they want a person to look. */
export const coverageStates = [
  /** Wanted, and none is set. */
  'missing',
  /** Wanted, and another one is set. */
  'wrong-value',
  /** None is wanted, and one is set. */
  'unwanted',
  /** Managed, and AWS did not let it be read. */
  'unreadable',
  /** Managed, and out of the caller's reach. */
  'unreachable',
  /** Nobody can say what the policy wants. */
  'unresolved',
  /** The policy says nothing about it, or says to leave it alone. */
  'unmanaged',
  /** The policy excludes the account: never read, never written. */
  'excluded',
  /** AWS does not let the account be used. */
  'not-active',
  /** As the policy wants it; that may be none. */
  'as-wanted',
] as const;

/** How one contact of one account stands to the policy. */
export type CoverageState = (typeof coverageStates)[number];
