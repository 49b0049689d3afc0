import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, refusal, refusedId } from './organizations-refusals.builder.ts';
import { unitRefusals } from './unit-refusals.builder.ts';

const name = 'UpdateOrganizationalUnit';
const workloads = { OrganizationalUnitId: '${workloads}' };

export const updateOrganizationalUnitParity: ParityScript = {
  operation: 'organizations:UpdateOrganizationalUnit',
  cases: {
    'gives a unit another name': {
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: `organizations:${name}`,
          input: { ...workloads, Name: 'Work' },
          gives: { OrganizationalUnit: { Id: '${workloads}', Name: 'Work' } },
        },
        {
          as: 'management',
          call: 'organizations:DescribeOrganizationalUnit',
          input: workloads,
          gives: { OrganizationalUnit: { Name: 'Work' } },
        },
      ],
    },
    'changes nothing without a name': {
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: `organizations:${name}`,
          input: workloads,
          gives: { OrganizationalUnit: { Name: 'Workloads' } },
        },
      ],
    },
    'refuses the name of a sibling': refusedId(
      name,
      { ...workloads, Name: 'Sandbox' },
      refusal('DuplicateOrganizationalUnitException', 'An OU with the same name already exists.'),
    ),
    ...unitRefusals(name),
    ...callerRefusals(name, workloads, 'management', 'ou/${organization}/${workloads}'),
  },
};
