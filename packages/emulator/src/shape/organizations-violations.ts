import type { ServiceError } from '../operation.ts';
import type { Violation } from './field.ts';

/** Reasons and sentences of InvalidInputException as observed on live AWS; the reason carries the field in capitals. */
const wordings: Readonly<Record<Violation['kind'], readonly [reason: string, message: string]>> = {
  missing: ['INPUT_REQUIRED', 'You must provide a value for the parameter.'],
  type: ['INVALID_PATTERN', 'You provided a value that does not match the required pattern.'],
  'too-short': ['MIN_LENGTH_EXCEEDED', 'You provided a value that is shorter than the minimum.'],
  'too-long': ['MAX_LENGTH_EXCEEDED', 'You provided a value that is longer than the maximum.'],
  pattern: ['INVALID_PATTERN', 'You provided a value that does not match the required pattern.'],
  enum: ['INVALID_ENUM', 'You provided a value that is not in the list of valid values.'],
};

/** Words the first violation as Organizations does. */
export const organizationsViolations = ([first]: readonly Violation[]): ServiceError | undefined => {
  if (!first) return undefined;
  const [reason, message] = wordings[first.kind];
  return {
    code: 'InvalidInputException',
    status: 400,
    message,
    members: { Reason: `${reason}:${first.field.name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()}` },
  };
};
