import { type ContactField, contactFields } from '../../contact/contact.ts';
import { plainField } from '../plain-field.ts';
import { atValue, type Rule } from '../rule.ts';

/** A field is all blanks, or has blanks around it that AWS would keep. */
export const contactBlanks: Rule = ({ source, contacts }) =>
  contacts.flatMap(({ path, value }) =>
    contactFields.flatMap((field) => {
      const finding = findingAbout(field, plainField(value, field) ?? '');
      return finding ? [atValue(source, [...path, field], finding)] : [];
    }),
  );

const findingAbout = (field: ContactField, text: string) => {
  if (text.trim() === text) return undefined;
  if (text.trim() === '') return allBlanks(field);
  return field === 'email' ? undefined : outerBlanks(field);
};

const allBlanks = (field: ContactField) =>
  ({ code: 'blank-value', message: `The ${field} is all blanks.`, help: 'Say who is to be reached.' }) as const;

const outerBlanks = (field: ContactField) =>
  ({
    code: 'outer-blanks',
    message: `The ${field} has blanks around it, and AWS would keep them.`,
    help: 'Remove them, unless they are meant.',
  }) as const;
