import { contactFields } from '../../contact/contact.ts';
import { atValue, type Rule } from '../rule.ts';

/** A template that cannot be taken apart, or a reference that cannot be resolved. */
export const templates: Rule = ({ source, contacts }) =>
  contacts.flatMap(({ path, value: { fields } }) =>
    contactFields.flatMap((field) => {
      const read = fields[field];
      return read?.kind === 'wrong' ? [atValue(source, [...path, field], read)] : [];
    }),
  );
