import type { ParityScript } from '../../parity/script.ts';
import {
  callerRefusals,
  pageRefusals,
  pageSizeRefusals,
  refusal,
  refusedId,
  valueRefusals,
} from './organizations-refusals.builder.ts';

const root = { ParentId: '${root}' };

export const listOrganizationalUnitsForParentParity: ParityScript = {
  operation: 'organizations:ListOrganizationalUnitsForParent',
  cases: {
    'lists the units directly below the root': {
      touches: 'emulator',
      steps: [
        {
          as: 'delegated',
          call: 'organizations:ListOrganizationalUnitsForParent',
          input: { ParentId: '${root}' },
          gives: {
            OrganizationalUnits: [
              {
                Id: '${workloads}',
                Arn: 'arn:aws:organizations::${management}:ou/${organization}/${workloads}',
                Name: 'Workloads',
                Path: '${organization}/${root}/${workloads}/',
              },
              { Id: '${sandbox}', Name: 'Sandbox' },
            ],
          },
        },
      ],
    },
    'lists nothing below a unit without units': {
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: 'organizations:ListOrganizationalUnitsForParent',
          input: { ParentId: '${workloads}' },
          gives: { OrganizationalUnits: [], NextToken: { $absent: true } },
        },
      ],
    },
    'answers for the root of any organization': {
      touches: 'reads',
      steps: [
        {
          as: 'management',
          call: 'organizations:ListOrganizationalUnitsForParent',
          input: { ParentId: '${root}' },
          gives: { OrganizationalUnits: { $any: 'list' } },
        },
      ],
    },
    'does not know a parent that is not there': refusedId(
      'ListOrganizationalUnitsForParent',
      { ParentId: 'ou-zz99-nothing01' },
      refusal('ParentNotFoundException', "You specified parent that doesn't exist."),
    ),
    ...valueRefusals('ListOrganizationalUnitsForParent', root, 'ParentId', 'PARENT_ID', 'Root'),
    ...pageRefusals('ListOrganizationalUnitsForParent', root),
    ...pageSizeRefusals('ListOrganizationalUnitsForParent', root),
    ...callerRefusals(
      'ListOrganizationalUnitsForParent',
      { ParentId: 'r-ex01' },
      'management or delegated',
      'root/${organization}/r-ex01',
    ),
  },
};
