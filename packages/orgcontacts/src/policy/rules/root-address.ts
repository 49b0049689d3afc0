import { atValue, type Rule } from '../rule.ts';

/** A contact with the address of the account's root user. */
export const rootAddress: Rule = ({ source, contacts }) =>
  contacts
    .filter(({ value: { fields } }) => {
      const [only, ...others] = fields.email?.kind === 'value' ? fields.email.pieces : [];
      return others.length === 0 && only?.kind === 'account' && only.variable === 'email';
    })
    .map(({ path }) =>
      atValue(source, [...path, 'email'], {
        code: 'root-address',
        message: 'This is the address of the root user, to which AWS writes anyway.',
        help: 'Use the address of those who shall be reached besides.',
      }),
    );
