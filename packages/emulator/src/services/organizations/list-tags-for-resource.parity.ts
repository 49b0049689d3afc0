import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, pageRefusals, refusal, refusedId, valueRefusals } from './organizations-refusals.builder.ts';

const root = { ResourceId: '${root}' };

export const listTagsForResourceParity: ParityScript = {
  operation: 'organizations:ListTagsForResource',
  cases: {
    'lists the tags of an account and of a unit': {
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: 'organizations:ListTagsForResource',
          input: { ResourceId: '${member}' },
          gives: { Tags: [{ Key: 'team', Value: 'payments' }] },
        },
        {
          as: 'delegated',
          call: 'organizations:ListTagsForResource',
          input: { ResourceId: '${workloads}' },
          gives: { Tags: [{ Key: 'env', Value: 'prod' }] },
        },
      ],
    },
    'answers for the root of any organization': {
      touches: 'reads',
      steps: [
        {
          as: 'management',
          call: 'organizations:ListTagsForResource',
          input: root,
          gives: { Tags: { $any: 'list' } },
        },
      ],
    },
    'gives many tags in pages': {
      evidence: 'The only list without MaxResults (AWS service model): pages hold what they hold',
      touches: 'emulator',
      emulator: {
        accounts: {
          member: { tags: Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`key-${index}`, 'value'])) },
        },
      },
      steps: [
        {
          as: 'management',
          call: 'organizations:ListTagsForResource',
          input: { ResourceId: '${member}' },
          gives: { Tags: { $length: 20 } },
          keep: { token: 'NextToken' },
        },
        {
          as: 'management',
          call: 'organizations:ListTagsForResource',
          input: { ResourceId: '${member}', NextToken: '${token}' },
          gives: { Tags: { $length: 1 }, NextToken: { $absent: true } },
        },
      ],
    },
    'does not know a resource that is not there': refusedId(
      'ListTagsForResource',
      { ResourceId: '${unknown}' },
      refusal('TargetNotFoundException', "You specified a target that doesn't exist."),
    ),
    ...valueRefusals('ListTagsForResource', root, 'ResourceId', 'RESOURCE_ID', 'Root'),
    ...pageRefusals('ListTagsForResource', root),
    ...callerRefusals(
      'ListTagsForResource',
      { ResourceId: '${management}' },
      'management or delegated',
      'account/${organization}/${management}',
    ),
  },
};
