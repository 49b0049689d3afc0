import { holeIn } from '../apply/admission.ts';
import { reach } from '../caller/reach.ts';
import type { AccountId } from '../contact/account-id.ts';
import { contactTypes } from '../contact/contact-type.ts';
import { causeOfDenial } from '../doctor/cause-of-denial.ts';
import { observeFacts } from '../doctor/observe-facts.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import { observeContacts } from '../observe/observe-contacts.ts';
import { type ObserveOrgOptions, observeOrg } from '../observe/observe-org.ts';
import { ownAccountOnly } from '../observe/own-account.ts';
import type { ContactsWanted } from '../org/contacts-wanted.ts';
import type { ObservedOrg } from '../org/observed-account.ts';
import type { Org } from '../org/org.ts';
import { countText } from '../report/count-text.ts';
import { CliError } from './cli-error.ts';
import type { Connection } from './connect.ts';
import { denialOf } from './diagnose.ts';
import type { Io } from './io.ts';
import { makeProgress } from './progress.ts';
import { tellCauses } from './tell-causes.ts';

/** What a command has to know of the organization besides its accounts; whether the names of accounts matter is never left open. */
export type OrgWanted = Pick<ObserveOrgOptions, 'tags' | 'units'> & { readonly names: boolean };

/** Reads the organization, telling how far it is; a list that cannot be whole ends the command. */
export const readOrg = async (io: Io, { reading, caller }: Connection, wanted: OrgWanted): Promise<Org> => {
  if (caller.role === 'member') return readOwnAccount(caller, wanted);
  const progress = makeProgress(io);
  const org = await observeOrg(reading, caller, {
    ...wanted,
    onProgress: (step, done, of) =>
      progress.update(`Reading the organization: ${step} ${done}${of === undefined ? '' : ` of ${of}`}`),
  });
  progress.end();
  if (org.kind === 'failed')
    throw new CliError(
      'error',
      `The organization could not be read. ${describeFailure(org.failure)}`,
      readHelp(caller.role),
    );
  const hole = holeIn(new Set(org.value.accounts.map(({ id }) => id)), caller);
  if (hole)
    throw new CliError(
      'error',
      `The list of accounts is not whole: ${hole}.`,
      'Nothing was changed; try again, and report it if it stays so.',
    );
  return org.value;
};

/** What an ordinary member sees; names would have to be guessed there, so nothing may depend on them. */
const readOwnAccount = (caller: Connection['caller'], { names }: OrgWanted): Org => {
  if (names)
    throw new CliError(
      'error',
      'From an ordinary member account the names and addresses of accounts are not known, and something here depends on them.',
      'Call from the management account or from the delegated administrator for account.amazonaws.com.',
    );
  return ownAccountOnly(caller);
};

/** Reads contacts, telling how far it is and how long it will still take. */
export const readContacts = async (
  io: Io,
  { reading, caller }: Connection,
  wanted: readonly ContactsWanted[],
): Promise<ObservedOrg> => {
  const progress = makeProgress(io);
  const observed = await observeContacts(reading, caller, wanted, (done, of) =>
    progress.update(`Reading contacts: ${done} of ${of}`),
  );
  progress.end();
  return observed;
};

/** When reads were denied, the facts behind it are asked for once, and the cause of each is told. */
export const explainDenials = async (io: Io, { reading, caller }: Connection, observed: ObservedOrg): Promise<void> => {
  const reads = [...observed].flatMap(([accountId, account]) =>
    account.kind === 'asked'
      ? contactTypes.flatMap((type) => {
          const read = account.byType[type];
          return read ? [{ accountId, type, read }] : [];
        })
      : [],
  );
  const denials = reads.flatMap(({ accountId, type, read }) =>
    read.kind === 'unreadable' && read.failure.kind === 'denied'
      ? [denialOf(caller, accountId, read.failure, type)]
      : [],
  );
  if (denials.length === 0) return;
  const facts = await observeFacts(reading, {
    listed: new Map([...observed.keys()].map((id) => [id, null])),
    hasReachedMember: reads.some(({ accountId, read }) => read.kind !== 'unreadable' && isNamed(caller, accountId)),
  });
  tellCauses(
    io,
    denials.map((denial) => causeOfDenial(facts, denial)),
    (count) => `${countText(count, 'read')} denied`,
  );
};

const isNamed = (caller: Connection['caller'], accountId: AccountId): boolean => {
  const reached = reach(caller, accountId);
  return reached.kind === 'reachable' && reached.target.context === 'organization';
};

const readHelp = (role: Connection['caller']['role']): string =>
  role === 'member'
    ? 'An ordinary member may not list the organization: call from the management account or from the delegated administrator for account.amazonaws.com.'
    : 'The identity needs organizations:ListAccounts, ListRoots, ListOrganizationalUnitsForParent and ListTagsForResource: orgcontacts iam --for plan prints them.';
