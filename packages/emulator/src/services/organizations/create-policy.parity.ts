import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, refusal, refusedId, valueRefusals } from './organizations-refusals.builder.ts';
import { noBuckets, step } from './policies-parity.builder.ts';

const policy = { Content: noBuckets, Description: 'Forbids S3', Name: 'NoBuckets', Type: 'SERVICE_CONTROL_POLICY' };

export const createPolicyParity: ParityScript = {
  operation: 'organizations:CreatePolicy',
  cases: {
    'creates a policy with its tags, attached to nothing': {
      touches: 'emulator',
      steps: [
        step(
          'CreatePolicy',
          { ...policy, Tags: [{ Key: 'team', Value: 'storage' }] },
          {
            gives: {
              Policy: {
                PolicySummary: {
                  Id: { $matches: '^p-[0-9a-z]{8,32}$' },
                  Arn: {
                    $matches:
                      '^arn:aws:organizations::${management}:policy/${organization}/service_control_policy/p-[0-9a-z]{8,32}$',
                  },
                  Name: 'NoBuckets',
                  Description: 'Forbids S3',
                  Type: 'SERVICE_CONTROL_POLICY',
                  AwsManaged: false,
                },
                Content: noBuckets,
              },
            },
            keep: { policy: 'Policy.PolicySummary.Id' },
          },
        ),
        step(
          'ListTagsForResource',
          { ResourceId: '${policy}' },
          { gives: { Tags: [{ Key: 'team', Value: 'storage' }] } },
        ),
        step('ListTargetsForPolicy', { PolicyId: '${policy}' }, { gives: { Targets: [] } }),
      ],
    },
    // Observed on live AWS.
    'refuses content that is no policy': refusedId(
      'CreatePolicy',
      { ...policy, Content: '{}' },
      refusal(
        'MalformedPolicyDocumentException',
        'The provided policy document does not meet the requirements of the specified policy type.',
      ),
    ),
    // The sentences are reported by users, the reason is of the service model.
    'refuses content that is too long': refusedId(
      'CreatePolicy',
      { ...policy, Content: noBuckets + ' '.repeat(10_241 - noBuckets.length) },
      refusal(
        'ConstraintViolationException',
        'You have exceeded the maximum policy size.',
        'POLICY_CONTENT_LIMIT_EXCEEDED',
      ),
    ),
    'refuses a name that a policy has': refusedId(
      'CreatePolicy',
      { ...policy, Name: 'FullAWSAccess' },
      refusal('DuplicatePolicyException', 'A policy with the specified name and type already exists.'),
    ),
    'refuses a description that is too long': refusedId(
      'CreatePolicy',
      { ...policy, Description: 'd'.repeat(513) },
      { error: 'InvalidInputException', status: 400, reason: 'MAX_LENGTH_EXCEEDED:DESCRIPTION' },
    ),
    'refuses a type that there is not': refusedId(
      'CreatePolicy',
      { ...policy, Type: 'WRONG' },
      { error: 'InvalidInputException', status: 400, reason: 'INVALID_ENUM:TYPE' },
    ),
    ...valueRefusals('CreatePolicy', policy, 'Content', 'CONTENT'),
    ...valueRefusals('CreatePolicy', policy, 'Description', 'DESCRIPTION'),
    ...valueRefusals('CreatePolicy', policy, 'Name', 'NAME'),
    ...valueRefusals('CreatePolicy', policy, 'Type', 'TYPE'),
    ...callerRefusals('CreatePolicy', policy, 'management', 'policy/${organization}/service_control_policy/*'),
  },
};
