import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, refusal } from './organizations-refusals.builder.ts';

const remove = 'organizations:DeleteOrganization' as const;

export const deleteOrganizationParity: ParityScript = {
  operation: 'organizations:DeleteOrganization',
  cases: {
    'ends an organization in which nobody is but the management account': {
      touches: 'emulator',
      emulator: { empty: true },
      steps: [
        { as: 'management', call: 'organizations:CreateOrganization' },
        { as: 'management', call: remove, gives: {} },
        {
          as: 'management',
          call: 'organizations:DescribeOrganization',
          refuses: refusal('AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.'),
        },
        { as: 'management', call: 'organizations:CreateOrganization', gives: { Organization: { FeatureSet: 'ALL' } } },
      ],
    },
    'refuses while other accounts are in it': {
      evidence: 'The sentence is that of the service model, not observed',
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: remove,
          refuses: refusal(
            'OrganizationNotEmptyException',
            "The organization isn't empty. To delete an organization, you must first remove all accounts except the management account.",
          ),
        },
      ],
    },
    ...callerRefusals('DeleteOrganization', {}, 'management'),
  },
};
