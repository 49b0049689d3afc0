import type { ParityScript } from '../../parity/script.ts';
import {
  callerRefusals,
  pageRefusals,
  pageSizeRefusals,
  refusedId,
  valueRefusals,
} from './organizations-refusals.builder.ts';
import { listedFullAccess, listedPolicy, policed, step } from './policies-parity.builder.ts';

const all = { Filter: 'SERVICE_CONTROL_POLICY' };

export const listPoliciesParity: ParityScript = {
  operation: 'organizations:ListPolicies',
  cases: {
    'lists AWS’s own policy among the others': {
      touches: 'reads',
      steps: (['management', 'delegated'] as const).map((as) => ({
        as,
        call: 'organizations:ListPolicies',
        input: all,
        gives: { Policies: { $contains: [listedFullAccess] } },
      })),
    },
    'lists the policies of the organization without their content': {
      touches: 'emulator',
      emulator: policed,
      steps: [
        step('ListPolicies', all, {
          gives: { Policies: { $contains: [{ ...listedPolicy, Content: { $absent: true } }] } },
        }),
      ],
    },
    'goes on from page to page by the token': {
      touches: 'emulator',
      emulator: policed,
      steps: [
        step(
          'ListPolicies',
          { ...all, MaxResults: 1 },
          { gives: { Policies: { $length: 1 } }, keep: { token: 'NextToken' } },
        ),
        step(
          'ListPolicies',
          { ...all, MaxResults: 1, NextToken: '${token}' },
          { gives: { Policies: { $length: 1 }, NextToken: { $absent: true } } },
        ),
      ],
    },
    'refuses a type that there is not': refusedId(
      'ListPolicies',
      { Filter: 'WRONG' },
      { error: 'InvalidInputException', status: 400, reason: 'INVALID_ENUM:FILTER' },
    ),
    ...valueRefusals('ListPolicies', all, 'Filter', 'FILTER'),
    ...pageRefusals('ListPolicies', all),
    ...pageSizeRefusals('ListPolicies', all),
    ...callerRefusals('ListPolicies', all, 'management or delegated'),
  },
};
