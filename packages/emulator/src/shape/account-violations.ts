import type { Behaviour } from '../behaviour/behaviours.ts';
import type { ServiceError } from '../operation.ts';
import type { Violation } from './field.ts';

/**
 * Words violations as Account Management does: API Gateway's JSON-schema text (observed for AccountName and enumerations), or, if so
 * chosen, the reason and field list of the service model.
 */
export const accountViolations = (violations: readonly Violation[], behaviour: Behaviour): ServiceError | undefined => {
  if (violations.length === 0) return undefined;
  const message = `[${violations.map(sentence).join(', ')}]`;
  const error = { code: 'ValidationException', status: 400, message };
  return behaviour.contactFieldViolation === 'json-schema' ? error : { ...error, members: fieldList(violations) };
};

const fieldList = (violations: readonly Violation[]) => ({
  reason: 'fieldValidationFailed',
  fieldList: violations.map((violation) => ({ name: violation.field.name, message: sentence(violation) })),
});

const sentence = ({ field, kind, value, length }: Violation): string => {
  switch (kind) {
    case 'missing':
      return `object has missing required properties (["${field.name}"])`;
    case 'type':
      return `instance type (${jsonType(value)}) does not match any allowed primitive type (allowed: ["${field.type}"])`;
    case 'too-short':
      return `string "${String(value)}" is too short (length: ${length}, required minimum: ${field.min})`;
    case 'too-long':
      return `string "${String(value)}" is too long (length: ${length}, maximum allowed: ${field.max})`;
    case 'pattern':
      return `ECMA 262 regex "^${field.pattern}$" does not match input string "${String(value)}"`;
    case 'enum':
      return `instance value (${JSON.stringify(value)}) not found in enum (possible values: ${JSON.stringify(field.values)})`;
    default:
      return kind satisfies never;
  }
};

const jsonType = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
};
