import type { Behaviour } from '../behaviour/behaviours.ts';
import type { ServiceError } from '../operation.ts';
import type { Violation } from './field.ts';

/** How members that name an account are called. */
const accountIds: readonly string[] = ['AccountId', 'StandardAccountId'];

/**
 * Words violations as Account Management does: API Gateway's JSON-schema text (observed for AccountName and enumerations), or, if so
 * chosen, the reason and field list of the service model.
 */
export const accountViolations = (found: readonly Violation[], behaviour: Behaviour): ServiceError | undefined => {
  const violations =
    behaviour.malformedAccountId === 'validation' ? found : found.filter((each) => !isMalformedId(each));
  if (violations.length === 0) return undefined;
  const message = `[${violations.map(sentence).join(', ')}]`;
  const error = { code: 'ValidationException', status: 400, message };
  return behaviour.contactFieldViolation === 'json-schema' ? error : { ...error, members: fieldList(violations) };
};

/** An account id of another form: left to the rule of who reaches which account, if so chosen. */
const isMalformedId = ({ field, kind }: Violation): boolean => kind === 'pattern' && accountIds.includes(field.name);

const fieldList = (violations: readonly Violation[]) => ({
  reason: 'fieldValidationFailed',
  fieldList: violations.map((violation) => ({ name: violation.field.name, message: sentence(violation) })),
});

const sentence = ({ field, kind, value, length }: Violation): string => {
  switch (kind) {
    case 'missing':
      return `object has missing required properties (["${field.name}"])`;
    case 'type':
      return `instance type (${jsonType(value)}) does not match any allowed primitive type (allowed: ["${jsonTypes[field.type]}"])`;
    case 'too-short':
      if (field.type === 'integer') return numeric('lower than the required minimum', 'minimum', field.min, length);
      return `string "${String(value)}" is too short (length: ${length}, required minimum: ${field.min})`;
    case 'too-long':
      if (field.type === 'integer') return numeric('greater than the required maximum', 'maximum', field.max, length);
      return `string "${String(value)}" is too long (length: ${length}, maximum allowed: ${field.max})`;
    case 'pattern':
      return `ECMA 262 regex "^${field.pattern}$" does not match input string "${String(value)}"`;
    case 'enum':
      return `instance value (${JSON.stringify(value)}) not found in enum (possible values: ${JSON.stringify(field.values)})`;
    default:
      return kind satisfies never;
  }
};

/** Not observed: how API Gateway's validator words the bounds of a number. */
const numeric = (relation: string, bound: string, limit: number | undefined, found: number): string =>
  `numeric instance is ${relation} (${bound}: ${limit}, found: ${found})`;

/** What JSON calls the types of the service model. */
const jsonTypes: Readonly<Record<Violation['field']['type'], string>> = {
  string: 'string',
  integer: 'integer',
  list: 'array',
  structure: 'object',
};

const jsonType = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
};
