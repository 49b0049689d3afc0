import type { AccountId } from '../../contact/account-id.ts';
import type { Contact } from '../../contact/contact.ts';
import type { ContactType } from '../../contact/contact-type.ts';

/** A unit of a world in memory; the root has no parent. */
export interface MemoryUnit {
  readonly id: string;
  readonly name: string;
  readonly parent?: string;
}

/** An account of a world in memory. Tests and simulations change it freely. */
export interface MemoryAccount {
  readonly id: AccountId;
  name: string;
  email: string;
  state: string;
  /** The id of its unit. */
  parent: string;
  tags: Readonly<Record<string, string>>;
  contacts: Partial<Record<ContactType, Contact>>;
}

/** A service control policy of a world in memory: its document as JSON text, and the ids of what it is attached to. */
export interface MemoryControlPolicy {
  readonly id: string;
  readonly name: string;
  readonly content: string;
  readonly attachedTo: readonly string[];
}

/** An organization in memory: what the memory gateway reads and writes. */
export interface MemoryWorld {
  readonly organizationId: string;
  readonly managementAccountId: AccountId;
  readonly units: readonly MemoryUnit[];
  readonly accounts: Map<AccountId, MemoryAccount>;
  delegatedAdministrators: readonly AccountId[];
  trustedServices: readonly string[];
  controlPolicies?: readonly MemoryControlPolicy[];
  /** `ALL` unless it says otherwise. */
  featureSet?: string;
}
