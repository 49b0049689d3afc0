import type { Draft, DraftWant } from '../draft.ts';
import { plainField } from '../plain-field.ts';
import { atValue, type Rule } from '../rule.ts';

/** An assignment that gives one address to all three contact types. */
export const sameAddress: Rule = (draft) => {
  const addresses = addressesOf(draft);
  return draft.assignments
    .filter(({ value: { wants } }) => {
      const emails = wants.map((want) => addresses(want));
      return emails.length === 3 && emails[0] !== undefined && emails.every((email) => email === emails[0]);
    })
    .map(({ path }) =>
      atValue(draft.source, path, {
        code: 'same-address',
        message: 'All three contacts of this assignment have the same address.',
        help: 'Give billing, operations and security mail to those who deal with it.',
      }),
    );
};

const addressesOf = ({ contacts }: Draft): ((want: DraftWant) => string | undefined) => {
  const named = new Map(
    contacts.flatMap(({ path: [section, name], value }) =>
      section === 'contacts' ? [[name, plainField(value, 'email')] as const] : [],
    ),
  );
  return (want) =>
    (want.kind === 'word' ? named.get(want.name) : plainField(want.contact, 'email'))?.trim().toLowerCase();
};
