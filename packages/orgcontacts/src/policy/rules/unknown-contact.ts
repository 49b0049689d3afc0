import { atValue, type Rule } from '../rule.ts';
import { didYouMean } from '../suggest.ts';
import { reservedNames, wordsIn } from '../wants.ts';

/** An assignment names a contact that is not defined. */
export const unknownContact: Rule = ({ source, assignments, contactNames }) => {
  const known = [...contactNames, ...reservedNames];
  const helpFor = rememberEach(
    (name) => `${didYouMean(name, known)}Define it under contacts, or say absent or unmanaged.`,
  );
  const knownNames = new Set(known);
  return assignments.flatMap(({ path, value }) =>
    wordsIn(value)
      .filter(({ name }) => name !== '' && !knownNames.has(name))
      .map(({ key, name }) =>
        atValue(source, [...path, key], {
          code: 'unknown-contact',
          message: `There is no contact ${name}.`,
          help: helpFor(name),
        }),
      ),
  );
};

/** One slip may stand in thousands of assignments, and a guess looks at every contact: it is made once for each name. */
const rememberEach = (make: (name: string) => string): ((name: string) => string) => {
  const made = new Map<string, string>();
  return (name) => {
    const text = made.get(name) ?? make(name);
    made.set(name, text);
    return text;
  };
};
