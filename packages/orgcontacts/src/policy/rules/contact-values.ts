import { contactFields } from '../../contact/contact.ts';
import { refusalOf } from '../../contact/contact-constraints.ts';
import { refusedValue } from '../diagnose-issue.ts';
import { plainField } from '../plain-field.ts';
import type { Rule } from '../rule.ts';
import { placeOf } from '../source.ts';

/** A field that AWS would refuse. What a template comes to is looked at once it is filled in. */
export const contactValues: Rule = ({ source, contacts }) =>
  contacts.flatMap(({ path, value }) =>
    contactFields.flatMap((field) => {
      const text = plainField(value, field);
      const refusal = text === undefined ? undefined : refusalOf(field, text);
      return refusal === undefined ? [] : [refusedValue(placeOf(source, [...path, field]), field, refusal)];
    }),
  );
