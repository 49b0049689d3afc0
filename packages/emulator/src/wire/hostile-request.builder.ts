import fc from 'fast-check';
import { jsonCall } from './hostile-call.builder.ts';
import { controlCall } from './hostile-control.builder.ts';
import { formCall } from './hostile-form.builder.ts';
import type { HostileRequest } from './hostile-frame.builder.ts';

/** A request that means harm, or was made by somebody who did not read the manual. */
export const hostileRequest: fc.Arbitrary<HostileRequest> = fc.oneof(
  { weight: 7, arbitrary: jsonCall },
  { weight: 2, arbitrary: formCall },
  { weight: 2, arbitrary: controlCall },
);
