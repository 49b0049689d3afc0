import { createHash } from 'node:crypto';
import type { AccountId } from '../contact/account-id.ts';
import type { Contact } from '../contact/contact.ts';
import type { Change } from './change.ts';

/** What a fingerprint is taken over. */
export interface Fingerprinted {
  readonly organizationId: string;
  readonly partition: string;
  readonly callerAccountId: AccountId;
  readonly changes: readonly Change[];
}

/**
 * Names a list of changes in 16 hexadecimal digits of SHA-256: equal lists for the same organization and caller have the same
 * name, whoever computes it. It detects accidents; it is no signature.
 */
export const fingerprint = ({ organizationId, partition, callerAccountId, changes }: Fingerprinted): string => {
  const head = JSON.stringify([partition, organizationId, callerAccountId]).slice(0, -1);
  const hash = createHash('sha256').update(`${head},[`);
  // Piece by piece: a plan may have a hundred thousand changes.
  for (const [index, { kind, account, type, before, after }] of changes.entries()) {
    hash.update(index === 0 ? '' : ',');
    hash.update(JSON.stringify([kind, account.id, type, fields(before), fields(after)]));
  }
  hash.update(']]');
  return hash.digest('hex').slice(0, 16);
};

const fields = (contact: Contact | null): readonly string[] | null =>
  contact && [contact.name, contact.title, contact.email, contact.phone];
