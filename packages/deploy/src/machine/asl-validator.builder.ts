import { createRequire } from 'node:module';

/** What the validator says of a definition. */
export interface Validity {
  readonly isValid: boolean;
  readonly errors: readonly unknown[];
}

/** asl-validator, which comes without types. */
export const validate: (definition: object) => Validity = createRequire(import.meta.url)('asl-validator');
