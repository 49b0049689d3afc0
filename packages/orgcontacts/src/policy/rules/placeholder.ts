import { type ContactField, contactFields } from '../../contact/contact.ts';
import { isAllowedAddress, type LintSettings } from '../lint-settings.ts';
import { plainField } from '../plain-field.ts';
import { atValue, type Rule } from '../rule.ts';

/** A value that looks as if nobody had filled it in. */
export const placeholder: Rule = ({ source, contacts, lint }) =>
  contacts.flatMap(({ path, value }) =>
    contactFields
      .filter((field) => isPlaceholder(field, plainField(value, field)?.trim() ?? '', lint))
      .map((field) =>
        atValue(source, [...path, field], {
          code: 'placeholder',
          message: `This ${field} looks as if it had never been filled in.`,
          help:
            field === 'email'
              ? 'Put in the address that reaches them; an example domain that is meant goes to lint.allowedEmailDomains.'
              : 'Put in what AWS shall find there.',
        }),
      ),
  );

const isPlaceholder = (field: ContactField, text: string, lint: LintSettings): boolean => {
  if (text === '') return false;
  if (words.test(text)) return true;
  if (field === 'phone') return isPlaceholderPhone(text);
  return field === 'email' && isExampleAddress(text) && !(lint.allowedEmailDomains && isAllowedAddress(text, lint));
};

const words =
  /^(todo|tb[ad]|fixme|change[ -]?me|replace[ -]?me|n\/?a|none|null|unknown|placeholder|test|dummy|x{3,}|first( name)? last( name)?|your .*|<.*>|[-._?*]+)(@.*)?$/i;

/** Domains that belong to nobody and reach nobody (RFC 2606, sections 2 and 3). */
const exampleDomains = /(^|[@.])(example(\.(com|net|org))?|test|invalid|localhost)$/i;

const isExampleAddress = (text: string): boolean => exampleDomains.test(text);

/** One digit over and over, or all of them in order. */
const isPlaceholderPhone = (text: string): boolean => {
  const digits = text.replaceAll(/\D/g, '');
  return /^(\d)\1{4,}$/.test(digits) || '01234567890'.includes(digits.padStart(5, 'x'));
};
