import { contactFields } from '../../contact/contact.ts';
import { atValue, type Rule } from '../rule.ts';

/** A value holds a template or a reference: not supported yet, and AWS must never get it as it stands. */
export const noTemplates: Rule = ({ source, contacts }) =>
  contacts.flatMap(({ path, value }) =>
    contactFields
      .filter((field) => value[field]?.includes('${'))
      .map((field) =>
        atValue(source, [...path, field], {
          code: 'not-supported-yet',
          message: `Templates and references, as in this ${field}, are not supported yet.`,
          help: 'Write the value itself; otherwise AWS would get it as it stands.',
        }),
      ),
  );
