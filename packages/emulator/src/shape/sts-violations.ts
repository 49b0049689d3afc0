import type { ServiceError } from '../operation.ts';
import type { Violation } from './field.ts';

/** Words violations as STS does (users' reports of AssumeRole). */
export const stsViolations = (found: readonly Violation[]): ServiceError | undefined => {
  const violations = found.filter((violation) => !isEmptyList(violation));
  if (violations.length === 0) return undefined;
  // What is of another type is not even read (the code was observed on live AWS for numbers, the sentence for lists).
  if (violations.some(({ kind }) => kind === 'type'))
    return { code: 'MalformedInput', status: 400, message: 'Start of structure or map found where not expected.' };
  return validationError(violations.map((violation) => sentence(violation, pathOf(violation.field.name))));
};

/** The query protocol sends an empty list as an empty text. */
const isEmptyList = ({ field, value }: Violation): boolean => field.type === 'list' && value === '';

/** A ValidationError with what is wrong, each as a sentence. */
export const validationError = (sentences: readonly string[]): ServiceError => ({
  code: 'ValidationError',
  status: 400,
  message: `${sentences.length} validation error${sentences.length === 1 ? '' : 's'} detected: ${sentences.join('; ')}`,
});

/** What is wrong with the value at a path, as `tags.1.member.key`. */
export const sentence = (violation: Violation, path: string): string =>
  `Value${shown(violation)} at '${path}' failed to satisfy constraint: Member must ${constraint(violation)}`;

/** Members begin with a small letter in these sentences. */
export const pathOf = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** The value of a list is not repeated (observed on live AWS, IAM). */
const shown = ({ field, kind, value }: Violation): string => {
  if (kind === 'missing') return ' null';
  return field.type === 'list' ? '' : ` '${String(value)}'`;
};

const constraint = ({ field, kind }: Violation): string => {
  const measured = field.type === 'integer' ? 'value' : 'length';
  switch (kind) {
    case 'missing':
      return 'not be null';
    case 'too-short':
      return `have ${measured} greater than or equal to ${field.min}`;
    case 'too-long':
      return `have ${measured} less than or equal to ${field.max}`;
    case 'pattern':
      return `satisfy regular expression pattern: ${field.pattern}`;
    case 'enum':
      return `satisfy enum value set: [${field.values?.join(', ')}]`;
    case 'type':
      return `be a ${field.type}`;
    default:
      return kind satisfies never;
  }
};
