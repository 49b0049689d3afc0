import { atKey, type Rule } from '../rule.ts';
import { reservedNames } from '../wants.ts';

/** A contact is called absent or unmanaged, which mean something else in an assignment; or `__proto__`, which objects take for their own. */
export const reservedName: Rule = ({ source, contactNames }) =>
  contactNames
    .filter((name) => reservedNames.includes(name) || name === '__proto__')
    .map((name) =>
      atKey(source, ['contacts'], name, {
        code: 'reserved-name',
        message: `A contact cannot be called ${name}.`,
        help: 'Give it another name: this word means something else.',
      }),
    );
