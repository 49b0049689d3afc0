import { type Context, type Operation, ok, refuse, type ServiceError } from '../../operation.ts';
import type { WorldAccount } from '../../world/world-file.ts';
import { accountAccess } from './account-access.ts';
import { invalid } from './account-errors.ts';
import { phoneChanged } from './phone-verification.ts';
import { contactInformationField, countriesWithStates } from './primary-contact.ts';
import { accountIdField, targetOf } from './reach-account.ts';

type PrimaryContact = NonNullable<WorldAccount['primaryContact']>;

/** Replaces the whole primary contact: what is left out is gone (observed on live AWS). */
export const putContactInformation: Operation = {
  ...accountAccess('PutContactInformation'),
  fields: [contactInformationField, accountIdField],
  handle: (context) => {
    const contact = contactIn(context);
    const problem = problemWith(context, contact);
    if (problem) return refuse(problem);
    const account = targetOf(context);
    if (account.primaryContact?.PhoneNumber !== contact.PhoneNumber) phoneChanged(account);
    account.primaryContact = contact;
    return ok({});
  },
};

/** What is stored: trimmed, the country in capitals (observed on live AWS, for the members that every contact has). */
const contactIn = ({ input }: Context): PrimaryContact => {
  const sent: unknown = input['ContactInformation'];
  const members = Object.fromEntries(
    Object.entries(typeof sent === 'object' && sent !== null ? sent : {})
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && known.has(entry[0]))
      .map(([name, value]) => [name, value.trim()]),
  );
  // The shape was checked: whatever has to be there is.
  return { ...(members as PrimaryContact), CountryCode: (members['CountryCode'] ?? '').toUpperCase() };
};

const known = new Set(contactInformationField.members?.map(({ name }) => name));

const problemWith = ({ behaviour }: Context, contact: PrimaryContact): ServiceError | undefined => {
  const blank = Object.entries(contact).find(([, value]) => value === '');
  if (blank) return empty(blank[0]);
  const isStateless = contact.StateOrRegion === undefined && countriesWithStates.includes(contact.CountryCode);
  return isStateless && behaviour.stateOrRegion === 'required' ? empty('StateOrRegion') : undefined;
};

/** Observed on live AWS for a member of blanks only. */
const empty = (name: string): ServiceError => invalid(`the argument ${name} can not be empty`);
