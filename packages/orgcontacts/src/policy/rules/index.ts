import type { Rule } from '../rule.ts';
import { absentNeverDeletes } from './absent-never-deletes.ts';
import { contactBlanks } from './contact-blanks.ts';
import { contactValues } from './contact-values.ts';
import { emailDomain } from './email-domain.ts';
import { emptyAssignment } from './empty-assignment.ts';
import { emptySelector } from './empty-selector.ts';
import { excludedAssignment } from './excluded-assignment.ts';
import { nameRoutesSecurity } from './name-routes-security.ts';
import { personalAddress } from './personal-address.ts';
import { phoneCountry } from './phone-country.ts';
import { placeholder } from './placeholder.ts';
import { repeatedAccount } from './repeated-account.ts';
import { reservedName } from './reserved-name.ts';
import { review } from './review.ts';
import { rootAddress } from './root-address.ts';
import { sameAddress } from './same-address.ts';
import { sameSelector } from './same-selector.ts';
import { templates } from './templates.ts';
import { unitPath } from './unit-path.ts';
import { unknownContact } from './unknown-contact.ts';
import { unusedContact } from './unused-contact.ts';

/** Everything that is checked beyond the structure; a new rule is one file and one line here. */
export const rules: readonly Rule[] = [
  absentNeverDeletes,
  contactBlanks,
  contactValues,
  emailDomain,
  emptyAssignment,
  emptySelector,
  excludedAssignment,
  nameRoutesSecurity,
  personalAddress,
  phoneCountry,
  placeholder,
  repeatedAccount,
  reservedName,
  review,
  rootAddress,
  sameAddress,
  sameSelector,
  templates,
  unitPath,
  unknownContact,
  unusedContact,
];
