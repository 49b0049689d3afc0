import { type Contact, contactFields } from '../../contact/contact.ts';
import { refusalOf } from '../../contact/contact-constraints.ts';
import { type Failure, failed, ok, type Result } from '../../failure/failure.ts';
import type { Target } from '../../org/target.ts';
import type { ContactGateway } from '../gateway.ts';
import type { Answer } from './answer.ts';
import type { MemoryAccount, MemoryWorld } from './memory-world.ts';

/** Alternate contacts of a world in memory, refused and stored as AWS does. */
export const memoryContacts = (world: MemoryWorld, answer: Answer): ContactGateway => {
  const within = <Value>(operation: string, target: Target, use: (account: MemoryAccount) => Result<Value>) =>
    answer(operation, target.accountId, () => {
      const account = world.accounts.get(target.accountId);
      return account && isAddressedRightly(world, target) ? use(account) : failed(denied(operation));
    });
  return {
    getContact: (target, type) => within('account:GetAlternateContact', target, ({ contacts }) => ok(contacts[type])),
    putContact: (target, type, contact) =>
      within('account:PutAlternateContact', target, (account) => {
        const refusal = refusalIn(contact);
        if (refusal) return failed(refusal);
        account.contacts[type] = { ...contact, email: contact.email.trim() };
        return ok(undefined);
      }),
    deleteContact: (target, type) =>
      within('account:DeleteAlternateContact', target, (account) => {
        delete account.contacts[type];
        return ok(undefined);
      }),
  };
};

const isAddressedRightly = ({ managementAccountId }: MemoryWorld, { context, accountId }: Target): boolean =>
  context === 'standalone' || accountId !== managementAccountId;

const denied = (operation: string): Failure => ({
  kind: 'denied',
  operation,
  code: 'AccessDeniedException',
  message: `not authorized to perform: ${operation}`,
  status: 403,
});

const refusalIn = (contact: Contact): Failure | undefined => {
  const field = contactFields.find((each) => refusalOf(each, contact[each]) !== undefined);
  return field === undefined
    ? undefined
    : {
        kind: 'invalid',
        operation: 'account:PutAlternateContact',
        code: 'ValidationException',
        message: `${field}: ${refusalOf(field, contact[field])}`,
        status: 400,
      };
};
