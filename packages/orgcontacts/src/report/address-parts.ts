/** An address in a policy file. */
export interface AddressInPolicy {
  readonly email: string;
  /** Null for a contact that stands in an assignment. */
  readonly contactName: string | null;
  /** `file:line`. */
  readonly where: string;
  /** Whether it comes from a variable or file outside the policy. */
  readonly isReference: boolean;
}
