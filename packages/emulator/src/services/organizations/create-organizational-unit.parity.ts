import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, refusal, refusedId, valueRefusals } from './organizations-refusals.builder.ts';

const unit = { ParentId: '${root}', Name: 'New' };

export const createOrganizationalUnitParity: ParityScript = {
  operation: 'organizations:CreateOrganizationalUnit',
  cases: {
    'creates a unit with its tags': {
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: 'organizations:CreateOrganizationalUnit',
          input: { ...unit, Tags: [{ Key: 'env', Value: 'test' }] },
          gives: {
            OrganizationalUnit: {
              Id: { $matches: '^ou-ex01-[a-z0-9]{8,32}$' },
              Arn: { $matches: '^arn:aws:organizations::${management}:ou/${organization}/ou-ex01-[a-z0-9]{8,32}$' },
              Name: 'New',
              Path: { $matches: '^${organization}/${root}/ou-ex01-[a-z0-9]{8,32}/$' },
            },
          },
          keep: { new: 'OrganizationalUnit.Id' },
        },
        {
          as: 'management',
          call: 'organizations:ListTagsForResource',
          input: { ResourceId: '${new}' },
          gives: { Tags: [{ Key: 'env', Value: 'test' }] },
        },
      ],
    },
    'refuses a name that a sibling has': refusedId(
      'CreateOrganizationalUnit',
      { ...unit, Name: 'Sandbox' },
      refusal('DuplicateOrganizationalUnitException', 'An OU with the same name already exists.'),
    ),
    'does not know a parent that is not there': refusedId(
      'CreateOrganizationalUnit',
      { ...unit, ParentId: 'ou-ex01-nothing01' },
      refusal('ParentNotFoundException', "You specified parent that doesn't exist."),
    ),
    'refuses a sixth level': {
      evidence: 'Units nest five deep (AWS docs); the reason is of the service model, the wording was not observed',
      touches: 'emulator',
      steps: [
        ...['${workloads}', '${level2}', '${level3}', '${level4}'].map((ParentId, index) => ({
          as: 'management' as const,
          call: 'organizations:CreateOrganizationalUnit' as const,
          input: { ParentId, Name: 'Deeper' },
          gives: { OrganizationalUnit: { Name: 'Deeper' } },
          keep: { [`level${index + 2}`]: 'OrganizationalUnit.Id' },
        })),
        {
          as: 'management',
          call: 'organizations:CreateOrganizationalUnit',
          input: { ParentId: '${level5}', Name: 'Too deep' },
          refuses: refusal(
            'ConstraintViolationException',
            'You have exceeded the number of levels that OUs can be nested.',
            'OU_DEPTH_LIMIT_EXCEEDED',
          ),
        },
      ],
    },
    'refuses a name that is too long': refusedId(
      'CreateOrganizationalUnit',
      { ...unit, Name: 'n'.repeat(129) },
      { error: 'InvalidInputException', status: 400, reason: 'MAX_LENGTH_EXCEEDED:NAME' },
    ),
    ...valueRefusals('CreateOrganizationalUnit', unit, 'ParentId', 'PARENT_ID', 'Root'),
    ...valueRefusals('CreateOrganizationalUnit', unit, 'Name', 'NAME'),
    ...callerRefusals('CreateOrganizationalUnit', unit, 'management', 'root/${organization}/${root}'),
  },
};
