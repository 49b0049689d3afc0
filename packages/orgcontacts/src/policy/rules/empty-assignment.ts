import { atValue, type Rule } from '../rule.ts';
import { wantsIn } from '../wants.ts';

/** An assignment names no contact type. */
export const emptyAssignment: Rule = ({ source, assignments }) =>
  assignments
    .filter(({ value }) => wantsIn(value).length === 0)
    .map(({ path }) =>
      atValue(source, path, {
        code: 'empty-assignment',
        message: 'This assignment assigns nothing.',
        help: 'Add security, operations or billing with the name of a contact, absent or unmanaged.',
      }),
    );
