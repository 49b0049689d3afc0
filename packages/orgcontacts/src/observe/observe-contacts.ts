import type { Caller } from '../caller/caller.ts';
import { reach } from '../caller/reach.ts';
import type { AccountId } from '../contact/account-id.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { Observed } from '../contact/observed.ts';
import type { ContactGateway } from '../gateway/gateway.ts';
import { readContact } from '../gateway/read-contact.ts';
import type { ContactsWanted } from '../org/contacts-wanted.ts';
import type { ObservedAccount, ObservedOrg } from '../org/observed-account.ts';
import { runAll } from './run-all.ts';

const atOnce = 32;

/**
 * Reads contacts of many accounts at once, one call each. What cannot be read or reached is marked as such, never as empty; nothing that
 * AWS refuses is thrown.
 *
 * @example
 * ```ts
 * import { type Caller, type Gateway, observeContacts, type ObservedOrg, type Org } from 'orgcontacts';
 *
 * const readSecurity = (gateway: Gateway, caller: Caller, { accounts }: Org): Promise<ObservedOrg> =>
 *   observeContacts(
 *     gateway,
 *     caller,
 *     accounts.map(({ id }) => ({ accountId: id, types: ['SECURITY'] })),
 *   );
 * ```
 */
export const observeContacts = async (
  gateway: ContactGateway,
  caller: Caller,
  wanted: readonly ContactsWanted[],
  onProgress: (done: number, of: number) => void = () => {},
): Promise<ObservedOrg> => {
  const reads = wanted.flatMap(({ accountId, types }) => {
    const reached = reach(caller, accountId);
    return reached.kind === 'reachable' ? types.map((type) => ({ target: reached.target, type })) : [];
  });
  let done = 0;
  const observed = await runAll(reads, atOnce, async ({ target, type }) => {
    const contact = await readContact(gateway, target, type);
    onProgress(++done, reads.length);
    return contact;
  });
  const byAccount = new Map<AccountId, Partial<Record<ContactType, Observed>>>();
  reads.forEach(({ target: { accountId }, type }, index) => {
    const contact = observed[index];
    if (contact) byAccount.set(accountId, { ...byAccount.get(accountId), [type]: contact });
  });
  return new Map(wanted.map(({ accountId }) => [accountId, accountOf(caller, accountId, byAccount.get(accountId))]));
};

const accountOf = (
  caller: Caller,
  accountId: AccountId,
  byType: Partial<Record<ContactType, Observed>> = {},
): ObservedAccount => {
  const reached = reach(caller, accountId);
  return reached.kind === 'reachable' ? { kind: 'asked', byType } : { kind: 'unreachable', because: reached.because };
};
