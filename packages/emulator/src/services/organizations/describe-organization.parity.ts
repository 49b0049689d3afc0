import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals } from './organizations-refusals.builder.ts';

export const describeOrganizationParity: ParityScript = {
  operation: 'organizations:DescribeOrganization',
  cases: {
    'tells any member what organization it is': {
      evidence: 'Observed on live AWS, from ordinary members too',
      touches: 'reads',
      steps: (['management', 'delegated', 'member'] as const).map((as) => ({
        as,
        call: 'organizations:DescribeOrganization',
        gives: {
          Organization: {
            Id: '${organization}',
            Arn: 'arn:aws:organizations::${management}:organization/${organization}',
            FeatureSet: 'ALL',
            MasterAccountId: '${management}',
            MasterAccountArn: 'arn:aws:organizations::${management}:account/${organization}/${management}',
            MasterAccountEmail: { $matches: '^[^@]+@[^@]+$' },
            AvailablePolicyTypes: { $any: 'list' },
          },
        },
      })),
    },
    ...callerRefusals('DescribeOrganization', {}, 'any member'),
  },
};
