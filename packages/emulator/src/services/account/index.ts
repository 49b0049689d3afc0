import type { Operation } from '../../operation.ts';
import { deleteAlternateContact } from './delete-alternate-contact.ts';
import { getAlternateContact } from './get-alternate-contact.ts';
import { putAlternateContact } from './put-alternate-contact.ts';

/** AWS Account Management, API version 2021-02-01. */
export const accountOperations: readonly Operation[] = [
  getAlternateContact,
  putAlternateContact,
  deleteAlternateContact,
];
