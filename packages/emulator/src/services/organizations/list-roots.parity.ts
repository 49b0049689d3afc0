import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, pageRefusals, pageSizeRefusals } from './organizations-refusals.builder.ts';

export const listRootsParity: ParityScript = {
  operation: 'organizations:ListRoots',
  cases: {
    'lists the one root': {
      touches: 'reads',
      steps: (['management', 'delegated'] as const).map((as) => ({
        as,
        call: 'organizations:ListRoots',
        gives: {
          Roots: [
            {
              Id: '${root}',
              Arn: 'arn:aws:organizations::${management}:root/${organization}/${root}',
              Name: 'Root',
              PolicyTypes: { $any: 'list' },
            },
          ],
          NextToken: { $absent: true },
        },
      })),
    },
    ...pageRefusals('ListRoots'),
    ...pageSizeRefusals('ListRoots'),
    ...callerRefusals('ListRoots', {}, 'management or delegated'),
  },
};
