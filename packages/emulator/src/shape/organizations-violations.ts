import type { ServiceError } from '../operation.ts';
import type { Violation } from './field.ts';

/**
 * Reasons of InvalidInputException, with the field in capitals after them (observed on live AWS; INVALID_ENUM and its sentence: AWS
 * service model). The sentences of a missing and of a misshapen value were observed, those of lengths not.
 */
const wordings: Readonly<Record<Violation['kind'], readonly [reason: string, message: string]>> = {
  missing: ['INPUT_REQUIRED', 'You must provide a value for the parameter.'],
  type: ['INVALID_PATTERN', 'You provided a value that does not match the required pattern.'],
  'too-short': ['MIN_LENGTH_EXCEEDED', 'You provided a value that is shorter than the minimum.'],
  'too-long': ['MAX_LENGTH_EXCEEDED', 'You provided a value that is longer than the maximum.'],
  pattern: ['INVALID_PATTERN', 'You provided a value that does not match the required pattern.'],
  enum: ['INVALID_ENUM', 'You specified an invalid value.'],
};

/** Words the first violation as Organizations does. */
export const organizationsViolations = ([first]: readonly Violation[]): ServiceError | undefined => {
  if (!first) return undefined;
  const [word, message] = wordings[first.kind];
  // The service model tells the length of a text from the value of a number.
  const reason = first.field.type === 'integer' ? word.replace('LENGTH', 'VALUE') : word;
  return {
    code: 'InvalidInputException',
    status: 400,
    message,
    members: { Reason: `${reason}:${first.field.name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()}` },
  };
};
