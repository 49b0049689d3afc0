import { atValue, type Rule } from '../rule.ts';
import { wordsIn } from '../wants.ts';

/** absent under fill-missing could never come true. */
export const absentNeverDeletes: Rule = ({ source, mode, assignments }) =>
  assignments
    .filter(({ value }) => (value.mode ?? mode) === 'fill-missing')
    .flatMap(({ path, value }) =>
      wordsIn(value)
        .filter(({ name }) => name === 'absent')
        .map(({ key }) =>
          atValue(source, [...path, key], {
            code: 'absent-never-deletes',
            message: 'fill-missing never deletes, so absent could never come true.',
            help: 'Give this assignment mode: enforce, or leave the type out.',
          }),
        ),
    );
