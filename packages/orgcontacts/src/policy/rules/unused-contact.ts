import { atKey, type Rule } from '../rule.ts';
import { reservedNames, wordsIn } from '../wants.ts';

/** A contact that no assignment names. */
export const unusedContact: Rule = ({ source, assignments, contactNames }) => {
  const used = new Set(assignments.flatMap(({ value }) => wordsIn(value).map(({ name }) => name)));
  return contactNames
    .filter((name) => !used.has(name) && !reservedNames.includes(name))
    .map((name) =>
      atKey(source, ['contacts'], name, {
        code: 'unused-contact',
        message: `No assignment names the contact ${name}.`,
        help: 'Remove it, or add the assignment that is missing.',
      }),
    );
};
