import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, refusal, refusedId, valueRefusals } from './organizations-refusals.builder.ts';

const tagged = { ResourceId: '${member}', Tags: [{ Key: 'team', Value: 'payments' }] };

export const tagResourceParity: ParityScript = {
  operation: 'organizations:TagResource',
  cases: {
    'adds tags and overwrites values, and an empty value is one': {
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: 'organizations:TagResource',
          input: {
            ResourceId: '${member}',
            Tags: [
              { Key: 'team', Value: '' },
              { Key: 'cost center', Value: '42' },
            ],
          },
          gives: {},
        },
        {
          as: 'management',
          call: 'organizations:ListTagsForResource',
          input: { ResourceId: '${member}' },
          gives: {
            Tags: [
              { Key: 'team', Value: '' },
              { Key: 'cost center', Value: '42' },
            ],
          },
        },
      ],
    },
    // The reasons are of the service model; the wordings were not observed.
    'refuses a key twice': refusedId(
      'TagResource',
      { ...tagged, Tags: [...tagged.Tags, ...tagged.Tags] },
      refusal('InvalidInputException', 'Tag keys must be unique.', 'DUPLICATE_TAG_KEY'),
    ),
    'refuses a key of AWS': refusedId(
      'TagResource',
      { ...tagged, Tags: [{ Key: 'aws:team', Value: 'payments' }] },
      refusal(
        'InvalidInputException',
        'You specified a tag key that is a system tag.',
        'INVALID_SYSTEM_TAGS_PARAMETER',
      ),
    ),
    'refuses more than 50 tags on a resource': refusedId(
      'TagResource',
      { ...tagged, Tags: Array.from({ length: 51 }, (_, index) => ({ Key: `key-${index}`, Value: 'value' })) },
      refusal(
        'ConstraintViolationException',
        'You have exceeded the number of tags allowed on this resource.',
        'MAX_TAG_LIMIT_EXCEEDED',
      ),
    ),
    'does not know a resource that is not there': refusedId(
      'TagResource',
      { ...tagged, ResourceId: '${unknown}' },
      refusal('TargetNotFoundException', "You specified a target that doesn't exist."),
    ),
    ...valueRefusals('TagResource', tagged, 'ResourceId', 'RESOURCE_ID', 'Root'),
    ...valueRefusals('TagResource', tagged, 'Tags', 'TAGS'),
    ...callerRefusals('TagResource', tagged, 'management', 'account/${organization}/${member}'),
  },
};
