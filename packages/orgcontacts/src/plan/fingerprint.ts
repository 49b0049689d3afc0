import { createHash } from 'node:crypto';
import type { Contact } from '../contact/contact.ts';
import type { Plan } from './plan.ts';

/**
 * Names a list of changes in 16 hexadecimal digits of SHA-256: equal lists for the same organization and caller have the same
 * name, whoever computes it. It detects accidents; it is no signature.
 */
export const fingerprint = ({
  organization,
  callerAccountId,
  changes,
}: Pick<Plan, 'organization' | 'callerAccountId' | 'changes'>): string => {
  const head = JSON.stringify([organization.partition, organization.id, callerAccountId]).slice(0, -1);
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
