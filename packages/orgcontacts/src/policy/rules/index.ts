import type { Rule } from '../rule.ts';
import { absentNeverDeletes } from './absent-never-deletes.ts';
import { contactBlanks } from './contact-blanks.ts';
import { emptyAssignment } from './empty-assignment.ts';
import { emptySelector } from './empty-selector.ts';
import { noTemplates } from './no-templates.ts';
import { repeatedAccount } from './repeated-account.ts';
import { reservedName } from './reserved-name.ts';
import { sameSelector } from './same-selector.ts';
import { unitPath } from './unit-path.ts';
import { unknownContact } from './unknown-contact.ts';
import { unusedContact } from './unused-contact.ts';

/** Everything that is checked beyond the structure; a new rule is one file and one line here. */
export const rules: readonly Rule[] = [
  absentNeverDeletes,
  contactBlanks,
  emptyAssignment,
  emptySelector,
  noTemplates,
  repeatedAccount,
  reservedName,
  sameSelector,
  unitPath,
  unknownContact,
  unusedContact,
];
