import type { DraftField } from '../draft.ts';
import { isAllowedAddress } from '../lint-settings.ts';
import { plainText } from '../read-field.ts';
import { atValue, type Rule } from '../rule.ts';

/** An address that none of the allowed domains has. */
export const emailDomain: Rule = ({ source, contacts, lint }) =>
  contacts
    .filter(({ value }) => {
      const end = domainOf(value.fields.email);
      return end !== undefined && !isAllowedAddress(end, lint);
    })
    .map(({ path }) =>
      atValue(source, [...path, 'email'], {
        code: 'email-domain',
        message: 'This address has a domain that the policy does not allow.',
        help: `Expected one of ${(lint.allowedEmailDomains ?? []).join(', ')}; or add its domain to lint.allowedEmailDomains.`,
      }),
    );

/** The address from its @ on, where that is the same for every account. */
const domainOf = (field: DraftField | undefined): string | undefined => {
  if (field?.kind !== 'value') return undefined;
  const plain = plainText(field.pieces);
  const last = field.pieces.at(-1);
  const end = plain ?? (last?.kind === 'text' ? last.text : '');
  return end.includes('@') ? end : undefined;
};
