import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, refusal, refusedId, valueRefusals } from './organizations-refusals.builder.ts';

const untagged = { ResourceId: '${member}', TagKeys: ['team'] };

export const untagResourceParity: ParityScript = {
  operation: 'organizations:UntagResource',
  cases: {
    'takes tags by their keys, and does not mind one that is not there': {
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: 'organizations:UntagResource',
          input: { ResourceId: '${member}', TagKeys: ['team', 'other'] },
          gives: {},
        },
        {
          as: 'management',
          call: 'organizations:ListTagsForResource',
          input: { ResourceId: '${member}' },
          gives: { Tags: [] },
        },
      ],
    },
    'does not know a resource that is not there': refusedId(
      'UntagResource',
      { ...untagged, ResourceId: '${unknown}' },
      refusal('TargetNotFoundException', "You specified a target that doesn't exist."),
    ),
    ...valueRefusals('UntagResource', untagged, 'ResourceId', 'RESOURCE_ID', 'Root'),
    ...valueRefusals('UntagResource', untagged, 'TagKeys', 'TAG_KEYS'),
    ...callerRefusals('UntagResource', untagged, 'management', 'account/${organization}/${member}'),
  },
};
