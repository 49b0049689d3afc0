import type { ParityCase } from '../../parity/script.ts';
import type { CallStep } from '../../parity/step.ts';
import { refusal } from './organizations-refusals.builder.ts';

/** Forbids S3; the text of a policy. */
export const noBuckets = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}';

/** An emulated organization with service control policies enabled, and one that is attached to nothing. */
export const policed: NonNullable<ParityCase['emulator']> = {
  organization: {
    policyTypes: ['SERVICE_CONTROL_POLICY'],
    policies: [
      {
        id: 'p-example001',
        name: 'NoBuckets',
        description: 'Forbids S3',
        content: noBuckets,
        tags: { team: 'storage' },
      },
    ],
  },
};

/** The policy of that organization, as lists show it. */
export const listedPolicy = {
  Id: 'p-example001',
  Arn: 'arn:aws:organizations::${management}:policy/${organization}/service_control_policy/p-example001',
  Name: 'NoBuckets',
  Description: 'Forbids S3',
  Type: 'SERVICE_CONTROL_POLICY',
  AwsManaged: false,
} as const;

/** AWS's own policy, as lists show it. */
export const listedFullAccess = {
  Id: 'p-FullAWSAccess',
  Arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
  Name: 'FullAWSAccess',
  Description: 'Allows access to every operation',
  Type: 'SERVICE_CONTROL_POLICY',
  AwsManaged: true,
} as const;

/** One call of the management account. */
export const step = (
  name: string,
  input: Readonly<Record<string, unknown>>,
  outcome: Pick<CallStep, 'gives' | 'refuses' | 'keep'>,
): CallStep => ({ as: 'management', call: `organizations:${name}`, input, ...outcome });

/** What policies have to allow calls about that policy on, as callerRefusals takes it. */
export const policyResource = 'policy/${organization}/service_control_policy/p-example001';
export const rootResource = 'root/${organization}/${root}';

export const policyNotFound = refusal('PolicyNotFoundException', "You specified a policy that doesn't exist.");
export const targetNotFound = refusal('TargetNotFoundException', "You specified a target that doesn't exist.");
export const rootNotFound = refusal('RootNotFoundException', "You specified a root that doesn't exist.");
/** The reason is of the service model; the wording was not observed. */
export const immutablePolicy = refusal(
  'InvalidInputException',
  "You specified a policy that is managed by AWS and can't be modified.",
  'IMMUTABLE_POLICY',
);
export const typeNotEnabled = refusal(
  'PolicyTypeNotEnabledException',
  'This operation can be performed only for enabled policy types.',
);
