import type { ContactField } from '../contact/contact.ts';
import type { DraftContact } from './draft.ts';
import { plainText } from './read-field.ts';

/** The text of a contact's field; undefined when it is missing, wrong, or filled in for each account. */
export const plainField = ({ fields }: DraftContact, field: ContactField): string | undefined => {
  const read = fields[field];
  return read?.kind === 'value' ? plainText(read.pieces) : undefined;
};
