import { atValue, type Rule } from '../rule.ts';
import { didYouMean } from '../suggest.ts';
import { reservedNames, wordsIn } from '../wants.ts';

/** An assignment names a contact that is not defined. */
export const unknownContact: Rule = ({ source, assignments, contactNames }) =>
  assignments.flatMap(({ path, value }) =>
    wordsIn(value)
      .filter(({ name }) => name !== '' && !reservedNames.includes(name) && !contactNames.includes(name))
      .map(({ key, name }) =>
        atValue(source, [...path, key], {
          code: 'unknown-contact',
          message: `There is no contact ${name}.`,
          help: `${didYouMean(name, [...contactNames, ...reservedNames])}Define it under contacts, or say absent or unmanaged.`,
        }),
      ),
  );
