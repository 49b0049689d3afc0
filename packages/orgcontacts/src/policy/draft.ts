import type { z } from 'zod';
import type { assignmentSchema, conditionsSchema, contactSchema, policySchema } from './schema.ts';
import type { Path, Source } from './source.ts';

export type RawContact = z.infer<typeof contactSchema>;
export type RawAssignment = z.infer<typeof assignmentSchema>;
export type RawSelector = 'all' | z.infer<typeof conditionsSchema>;

/** One part of the file that has the right structure, and the way to it. */
export interface Part<Value> {
  readonly path: Path;
  readonly value: Value;
}

/**
 * As much of a policy file as could be read: the parts with the right structure, whatever is wrong beside them. Rules look at this, so
 * that a slip in one place hides nothing in another.
 */
export interface Draft {
  readonly source: Source;
  readonly mode: z.infer<typeof policySchema>['mode'];
  /** Every name that the section contacts has, also those of contacts that could not be read. */
  readonly contactNames: readonly string[];
  readonly contacts: readonly Part<RawContact>[];
  readonly assignments: readonly Part<RawAssignment>[];
  readonly exclude: readonly Part<RawSelector>[];
  /** Whether nothing is missing from it. */
  readonly whole: boolean;
}
