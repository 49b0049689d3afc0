import type { AccountId } from '../contact/account-id.ts';
import type { Contact } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { Result } from '../failure/failure.ts';
import type { Target } from '../org/target.ts';
import type { Identity, ListedAccount, ListedUnit, OrganizationFacts, Page } from './answers.ts';
import type { ControlPolicyGateway } from './control-policy-gateway.ts';

/** Reads and writes alternate contacts, one call each. What AWS refuses is a Failure of the Result, and never thrown. */
export interface ContactGateway {
  /** The contact of one type; undefined where none is set. */
  getContact(target: Target, type: ContactType): Promise<Result<Contact | undefined>>;
  /** Creates or replaces a contact. */
  putContact(target: Target, type: ContactType, contact: Contact): Promise<Result<undefined>>;
  /** A gateway for the calls of one item, which share what patience with trouble there is; without it each call has its own. */
  forItem?(): ContactGateway;
  /** Succeeds also when there is nothing to delete: either way there is none afterwards. */
  deleteContact(target: Target, type: ContactType): Promise<Result<undefined>>;
}

/** Reads the organization, one call and one page each. */
export interface OrganizationGateway {
  /** The organization that the caller belongs to. */
  describeOrganization(): Promise<Result<OrganizationFacts>>;
  /** The accounts of the organization, in any order. */
  listAccounts(token?: string): Promise<Result<Page<ListedAccount>>>;
  /** One account as it is now; undefined when it is not in the organization any more. */
  describeAccount(id: AccountId): Promise<Result<ListedAccount | undefined>>;
  /** The root units; AWS has one. */
  listRoots(token?: string): Promise<Result<Page<ListedUnit>>>;
  /** The units directly in a unit. */
  listUnits(parentId: string, token?: string): Promise<Result<Page<ListedUnit>>>;
  /** The accounts directly in a unit. */
  listAccountsIn(parentId: string, token?: string): Promise<Result<Page<AccountId>>>;
  /** The unit that an account or unit is in. AWS gives one, and says that there may be more some day. */
  listParents(childId: string, token?: string): Promise<Result<Page<string>>>;
  /** The tags of an account. */
  listTags(accountId: AccountId, token?: string): Promise<Result<Page<readonly [key: string, value: string]>>>;
}

/** Who may look after the contacts of members: trusted access and delegated administrators, one call and one page each. */
export interface DelegationGateway {
  /** The delegated administrators for a service principal. */
  listDelegatedAdministrators(service: string, token?: string): Promise<Result<Page<AccountId>>>;
  /** The service principals with trusted access. */
  listTrustedServices(token?: string): Promise<Result<Page<string>>>;
  /** Gives a service trusted access; succeeds also when it has it already (observed on live AWS). Only the management account may. */
  enableTrustedAccess(service: string): Promise<Result<undefined>>;
  /** Makes an account the delegated administrator for a service that has trusted access. Only the management account may. */
  registerDelegatedAdministrator(id: AccountId, service: string): Promise<Result<undefined>>;
}

/** Knows who is calling. */
export interface IdentityGateway {
  /** The account and identity behind the credentials. */
  getCallerIdentity(): Promise<Result<Identity>>;
  /** Fetches new credentials from where the present ones came from; those that cannot be renewed stay as they are. */
  renewCredentials(): Promise<void>;
}

/** The world as this tool sees it: three services behind one small port, with one adapter for AWS and one in memory. */
export interface Gateway
  extends ContactGateway,
    OrganizationGateway,
    DelegationGateway,
    ControlPolicyGateway,
    IdentityGateway {
  /** Where the calls go, for people to read. */
  readonly endpoint: string;
  /** How far the clock of the service is ahead of ours, in milliseconds; undefined before its first answer. */
  clockSkew?(): number | undefined;
}
