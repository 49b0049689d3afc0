import { atValue, type Rule } from '../rule.ts';

/** An assignment names no contact type. */
export const emptyAssignment: Rule = ({ source, assignments }) =>
  assignments
    .filter(({ value }) => value.isSilent)
    .map(({ path }) =>
      atValue(source, path, {
        code: 'empty-assignment',
        message: 'This assignment assigns nothing.',
        help: 'Add security, operations or billing with the name of a contact, absent or unmanaged.',
      }),
    );
