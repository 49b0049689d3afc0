import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals } from './organizations-refusals.builder.ts';
import { unitRefusals } from './unit-refusals.builder.ts';

const workloads = { OrganizationalUnitId: '${workloads}' };

export const describeOrganizationalUnitParity: ParityScript = {
  operation: 'organizations:DescribeOrganizationalUnit',
  cases: {
    'shows a unit and the way to it': {
      touches: 'emulator',
      steps: (['management', 'delegated'] as const).map((as) => ({
        as,
        call: 'organizations:DescribeOrganizationalUnit',
        input: workloads,
        gives: {
          OrganizationalUnit: {
            Id: '${workloads}',
            Arn: 'arn:aws:organizations::${management}:ou/${organization}/${workloads}',
            Name: 'Workloads',
            Path: '${organization}/${root}/${workloads}/',
          },
        },
      })),
    },
    ...unitRefusals('DescribeOrganizationalUnit'),
    ...callerRefusals(
      'DescribeOrganizationalUnit',
      { OrganizationalUnitId: 'ou-ex01-workload1' },
      'management or delegated',
      'ou/${organization}/ou-ex01-workload1',
    ),
  },
};
