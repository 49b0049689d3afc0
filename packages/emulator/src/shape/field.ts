/** One member of a request, with its constraints from the AWS service model. */
export interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'list';
  readonly required?: boolean;
  /** Length of a text, or size of a number. */
  readonly min?: number;
  readonly max?: number;
  /** ECMA-262; AWS applies it to the whole value (observed on live AWS). */
  readonly pattern?: string;
  /** What a text, or each member of a list, can be. */
  readonly values?: readonly string[];
}

/** One constraint that a request breaks. */
export interface Violation {
  readonly field: Field;
  readonly kind: 'missing' | 'type' | 'too-short' | 'too-long' | 'pattern' | 'enum';
  readonly value: unknown;
  readonly length: number;
}

const patterns = new Map<string, RegExp>();

/** Compiled once: the same few patterns meet every call. */
const compiled = (pattern: string): RegExp => {
  const known = patterns.get(pattern) ?? new RegExp(`^(?:${pattern})$`, 'u');
  patterns.set(pattern, known);
  return known;
};

/** Lists the constraints that a request breaks, in the order of the shape. */
export const violationsOf = (
  fields: readonly Field[],
  input: Readonly<Record<string, unknown>>,
  measure: (text: string) => number,
): readonly Violation[] => fields.flatMap((field) => violationOf(field, input[field.name], measure) ?? []);

const violationOf = (field: Field, value: unknown, measure: (text: string) => number): Violation | undefined => {
  if (value === undefined || value === null)
    return field.required ? { field, kind: 'missing', value, length: 0 } : undefined;
  switch (field.type) {
    case 'string':
      return typeof value === 'string'
        ? textViolation(field, value, measure(value))
        : { field, kind: 'type', value, length: 0 };
    case 'integer':
      return Number.isInteger(value) ? sizeViolation(field, Number(value)) : { field, kind: 'type', value, length: 0 };
    case 'list':
      return Array.isArray(value) ? listViolation(field, value) : { field, kind: 'type', value, length: 0 };
    default:
      return field.type satisfies never;
  }
};

const sizeViolation = (field: Field, size: number): Violation | undefined => {
  if (size < (field.min ?? 0)) return { field, kind: 'too-short', value: size, length: size };
  return size > (field.max ?? Number.POSITIVE_INFINITY)
    ? { field, kind: 'too-long', value: size, length: size }
    : undefined;
};

const listViolation = (field: Field, items: readonly unknown[]): Violation | undefined => {
  const { values } = field;
  const isKnown = (item: unknown) => typeof item === 'string' && values?.includes(item);
  return values && !items.every(isKnown)
    ? { field, kind: 'enum', value: items, length: items.length }
    : sizeViolation(field, items.length);
};

const textViolation = (field: Field, value: string, length: number): Violation | undefined => {
  const size = sizeViolation(field, length);
  if (size) return { ...size, value };
  if (field.values && !field.values.includes(value)) return { field, kind: 'enum', value, length };
  return field.pattern !== undefined && !compiled(field.pattern).test(value)
    ? { field, kind: 'pattern', value, length }
    : undefined;
};
