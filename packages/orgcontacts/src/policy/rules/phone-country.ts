import { refusalOf } from '../../contact/contact-constraints.ts';
import { plainField } from '../plain-field.ts';
import { atValue, type Rule } from '../rule.ts';

/** A phone number that can only be called from its own country. */
export const phoneCountry: Rule = ({ source, contacts }) =>
  contacts
    .filter(({ value }) => {
      const phone = plainField(value, 'phone');
      return (
        phone !== undefined &&
        phone.trim() !== '' &&
        refusalOf('phone', phone) === undefined &&
        !/^\s*\(?\+/.test(phone)
      );
    })
    .map(({ path }) =>
      atValue(source, [...path, 'phone'], {
        code: 'phone-country',
        message: 'This phone number has no country code.',
        help: 'Begin with + and the code of the country, as "+1 555 0100".',
      }),
    );
