import { contactTypes } from '../world/world.ts';
import type { ParityClient } from './client.ts';

/** The contacts of an account before a case wrote to it; null where there was none. */
export type ContactsBefore = readonly {
  readonly type: string;
  readonly contact: Readonly<Record<string, unknown>> | null;
}[];

const put = 'account:PutAlternateContact';
const remove = 'account:DeleteAlternateContact';

/** Reads all alternate contacts of an account as the management account. */
export const readContacts = async (client: ParityClient, account: string): Promise<ContactsBefore> => {
  const before = [];
  for (const type of contactTypes) before.push({ type, contact: await contactOf(client, account, type) });
  return before;
};

/** Puts the contacts back as they were: only what differs is written. What cannot be put back is told, with what it was. */
export const restoreContacts = async (
  client: ParityClient,
  account: string,
  before: ContactsBefore,
): Promise<readonly string[]> => {
  const problems = [];
  for (const { type, contact } of before) {
    const problem = await restoreContact(client, { AccountId: account, AlternateContactType: type }, contact).catch(
      String,
    );
    if (problem !== undefined) {
      problems.push(`The ${type} contact of ${account} was ${JSON.stringify(contact)} and is not put back: ${problem}`);
    }
  }
  return problems;
};

const restoreContact = async (
  client: ParityClient,
  target: { readonly AccountId: string; readonly AlternateContactType: string },
  contact: Readonly<Record<string, unknown>> | null,
): Promise<string | undefined> => {
  if (isSame(await contactOf(client, target.AccountId, target.AlternateContactType), contact)) return undefined;
  const answer = contact
    ? await client.call('management', put, { ...contact, ...target })
    : await client.call('management', remove, target);
  return answer.kind === 'output' ? undefined : JSON.stringify(answer);
};

const contactOf = async (
  client: ParityClient,
  account: string,
  type: string,
): Promise<Readonly<Record<string, unknown>> | null> => {
  const answer = await client.call('management', 'account:GetAlternateContact', {
    AccountId: account,
    AlternateContactType: type,
  });
  // The output of GetAlternateContact is one contact (AWS service model).
  if (answer.kind === 'output') return answer.output['AlternateContact'] as Readonly<Record<string, unknown>>;
  if (answer.kind === 'error' && answer.error === 'ResourceNotFoundException') return null;
  throw new Error(`The ${type} contact of ${account} cannot be read: ${JSON.stringify(answer)}`);
};

const fields = ['Name', 'Title', 'EmailAddress', 'PhoneNumber'] as const;

const isSame = (
  one: Readonly<Record<string, unknown>> | null,
  other: Readonly<Record<string, unknown>> | null,
): boolean => (one && other ? fields.every((field) => one[field] === other[field]) : one === other);
