import type { ParityScript } from '../../parity/script.ts';
import { faultsOf, refusal, refusedId } from './organizations-refusals.builder.ts';

export const createOrganizationParity: ParityScript = {
  operation: 'organizations:CreateOrganization',
  cases: {
    'makes the account of the caller the management account': {
      touches: 'emulator',
      emulator: { empty: true },
      steps: [
        {
          as: 'management',
          call: 'organizations:CreateOrganization',
          gives: {
            Organization: {
              Id: { $matches: '^o-[a-z0-9]{10,32}$' },
              FeatureSet: 'ALL',
              MasterAccountId: '${management}',
              MasterAccountEmail: { $any: 'string' },
            },
          },
          keep: { created: 'Organization.Id' },
        },
        {
          as: 'management',
          call: 'organizations:ListRoots',
          gives: {
            Roots: [{ Arn: { $matches: '^arn:aws:organizations::${management}:root/${created}/r-[0-9a-z]{4,32}$' } }],
          },
        },
        {
          as: 'management',
          call: 'organizations:ListAWSServiceAccessForOrganization',
          gives: { EnabledServicePrincipals: [] },
        },
      ],
    },
    'makes one for billing only': {
      touches: 'emulator',
      emulator: { empty: true },
      steps: [
        {
          as: 'management',
          call: 'organizations:CreateOrganization',
          input: { FeatureSet: 'CONSOLIDATED_BILLING' },
          gives: { Organization: { FeatureSet: 'CONSOLIDATED_BILLING' } },
        },
      ],
    },
    'refuses an account that is in an organization': refusedId(
      'CreateOrganization',
      {},
      refusal('AlreadyInOrganizationException', 'The AWS account is already a member of an organization.'),
    ),
    'refuses a set of features that there is not': {
      ...refusedId(
        'CreateOrganization',
        { FeatureSet: 'SOME' },
        { error: 'InvalidInputException', status: 400, reason: 'INVALID_ENUM:FEATURE_SET' },
      ),
      emulator: { empty: true },
    },
    ...faultsOf('CreateOrganization', {}, 'outsider'),
  },
};
