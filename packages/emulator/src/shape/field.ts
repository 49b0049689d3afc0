/** One member of a request, with its constraints from the AWS service model. */
export interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'list' | 'structure';
  readonly required?: boolean;
  /** Length of a text, or size of a number. */
  readonly min?: number;
  readonly max?: number;
  /** ECMA-262; AWS applies it to the whole value (observed on live AWS). */
  readonly pattern?: string;
  /** What a text, or each member of a list, can be. */
  readonly values?: readonly string[];
  /** What a structure holds. */
  readonly members?: readonly Field[];
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

/** Lists the constraints that a request, or a structure in it, breaks, in the order of the shape. */
export const violationsOf = (
  fields: readonly Field[],
  input: Readonly<Record<string, unknown>>,
  measure: (text: string) => number,
): readonly Violation[] => fields.flatMap((field) => violationsIn(field, input[field.name], measure));

const violationsIn = (field: Field, value: unknown, measure: (text: string) => number): readonly Violation[] => {
  if (value === undefined || value === null)
    return field.required ? [{ field, kind: 'missing', value, length: 0 }] : [];
  switch (field.type) {
    case 'string':
      return typeof value === 'string' ? textViolations(field, value, measure(value)) : wrongType(field, value);
    case 'integer':
      return Number.isInteger(value) ? sizeViolations(field, Number(value)) : wrongType(field, value);
    case 'list':
      return Array.isArray(value) ? listViolations(field, value) : wrongType(field, value);
    case 'structure':
      return isStructure(value) ? violationsOf(field.members ?? [], value, measure) : wrongType(field, value);
    default:
      return field.type satisfies never;
  }
};

const isStructure = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wrongType = (field: Field, value: unknown): readonly Violation[] => [{ field, kind: 'type', value, length: 0 }];

const sizeViolations = (field: Field, size: number): readonly Violation[] => {
  if (size < (field.min ?? 0)) return [{ field, kind: 'too-short', value: size, length: size }];
  const most = field.max ?? Number.POSITIVE_INFINITY;
  return size > most ? [{ field, kind: 'too-long', value: size, length: size }] : [];
};

/** Every member of a list that is none of the values is named by itself (observed on live AWS for ListRegions). */
const listViolations = (field: Field, items: readonly unknown[]): readonly Violation[] => {
  const isKnown = (item: unknown) => typeof item === 'string' && field.values?.includes(item);
  const unknown = field.values ? items.filter((item) => !isKnown(item)) : [];
  if (unknown.length === 0) return sizeViolations(field, items.length);
  return unknown.map((value) => ({ field, kind: 'enum', value, length: items.length }));
};

const textViolations = (field: Field, value: string, length: number): readonly Violation[] => {
  const size = sizeViolations(field, length);
  if (size.length > 0) return size.map((violation) => ({ ...violation, value }));
  if (field.values && !field.values.includes(value)) return [{ field, kind: 'enum', value, length }];
  return field.pattern !== undefined && !compiled(field.pattern).test(value)
    ? [{ field, kind: 'pattern', value, length }]
    : [];
};
