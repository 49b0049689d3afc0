import type { Context, ServiceError } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import { type ContactType, contactTypes } from '../../world/world.ts';
import { accountAccess } from './account-access.ts';
import { accountIdField, denied } from './reach-account.ts';

/** The members that all three operations have (AWS service model). The contact type is checked later, and differently. */
export const contactFields: readonly Field[] = [
  { name: 'AlternateContactType', type: 'string', required: true },
  accountIdField,
];

/** Who may call an operation on alternate contacts, on what, and what is refused last: a contact type that there is not. */
export const contactAccess = (name: string): ReturnType<typeof accountAccess> =>
  accountAccess(name, {
    keys: ({ input }) => ({ 'account:AlternateContactTypes': [String(input['AlternateContactType'])] }),
    check: checkContactType(name),
  });

/** The contact type of a call that was let through. */
export const typeOf = ({ input }: Context): ContactType => {
  const type = input['AlternateContactType'];
  if (!isContactType(type)) throw new Error('A call was let through with a contact type that does not exist.');
  return type;
};

/** What AWS answers to a read or delete of a contact that is not set (observed on live AWS). */
export const noContact: ServiceError = {
  code: 'ResourceNotFoundException',
  status: 404,
  message: 'No contact of the inputted alternate contact type found.',
};

const isContactType = (value: unknown): value is ContactType => contactTypes.some((type) => type === value);

/** A wrong type is a denial, and no bad request (observed on live AWS). */
const checkContactType =
  (name: string) =>
  (context: Context): ServiceError | undefined => {
    const { input, behaviour } = context;
    if (isContactType(input['AlternateContactType'])) return undefined;
    const named = behaviour.invalidTypeAction === 'own' ? name : 'GetAlternateContact';
    return denied(context, named, 'You specified an invalid Alternate Contact type.');
  };
