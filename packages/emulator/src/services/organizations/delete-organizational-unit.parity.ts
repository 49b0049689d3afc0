import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, refusal, refusedId } from './organizations-refusals.builder.ts';
import { unitRefusals } from './unit-refusals.builder.ts';

const name = 'DeleteOrganizationalUnit';
const workloads = { OrganizationalUnitId: '${workloads}' };

export const deleteOrganizationalUnitParity: ParityScript = {
  operation: 'organizations:DeleteOrganizationalUnit',
  cases: {
    'takes away a unit in which nothing is': {
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: 'organizations:MoveAccount',
          input: { AccountId: '${member}', SourceParentId: '${workloads}', DestinationParentId: '${root}' },
        },
        { as: 'management', call: `organizations:${name}`, input: workloads, gives: {} },
        {
          as: 'management',
          call: 'organizations:ListOrganizationalUnitsForParent',
          input: { ParentId: '${root}' },
          gives: { OrganizationalUnits: [{ Id: '${sandbox}' }] },
        },
      ],
    },
    // The sentence is that of the service model, not observed.
    'refuses one in which an account is': refusedId(
      name,
      workloads,
      refusal(
        'OrganizationalUnitNotEmptyException',
        'The specified OU is not empty. Move all accounts to another root or to other OUs, remove all child OUs, and try the operation again.',
      ),
    ),
    ...unitRefusals(name),
    ...callerRefusals(name, workloads, 'management', 'ou/${organization}/${workloads}'),
  },
};
