import { type ContactField, contactFields } from '../../contact/contact.ts';
import { atValue, type Rule } from '../rule.ts';

/** A field is all blanks, or has blanks around it that AWS would keep. */
export const contactBlanks: Rule = ({ source, contacts }) =>
  contacts.flatMap(({ path, value }) =>
    contactFields
      .filter((field) => value[field].trim() !== value[field])
      .flatMap((field) => {
        const place = [...path, field];
        if (value[field].trim() === '')
          return [
            atValue(source, place, {
              code: 'blank-value',
              message: `The ${field} is all blanks.`,
              help: 'Say who is to be reached.',
            }),
          ];
        return field === 'email' ? [] : [atValue(source, place, outerBlanks(field))];
      }),
  );

const outerBlanks = (field: ContactField) =>
  ({
    code: 'outer-blanks',
    severity: 'warning',
    message: `The ${field} has blanks around it, and AWS would keep them.`,
    help: 'Remove them, unless they are meant.',
  }) as const;
