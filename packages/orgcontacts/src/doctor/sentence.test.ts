import { expect, it } from 'vitest';
import { bare, deniedBy, deniedWith } from './facts.builder.ts';
import { readSentence } from './sentence.ts';

it.each([
  ['nothing', bare],
  ['trusted access', deniedWith(' (Your organization must first enable trusted access with AWS Account Management.)')],
  ['an invalid type', deniedWith(' (You specified an invalid Alternate Contact type.)')],
  ['something else altogether', { message: "You don't have permissions to access this resource." }],
])('names no policy where AWS says %s', (_, failure) => {
  expect(readSentence(failure)).toEqual({ kind: 'bare' });
});

it.each([
  ['identity-based policy', 'identity'],
  ['service control policy', 'control'],
  ['permissions boundary', 'boundary'],
  ['session policy', 'session'],
  ['VPC endpoint policy', 'other'],
  ['resource control policy', 'other'],
])('names the kind of a policy that does not allow: %s', (words, layer) => {
  expect(readSentence(deniedBy(words))).toEqual({ kind: 'policy', layer });
});

it.each([
  [' on resource: arn:aws:account::111122223333:account with an explicit deny in a session policy', 'session'],
  [
    ' on resource: arn:aws:account::111122223333:account with an explicit deny in a service control policy: arn:aws:organizations::111122223333:policy/o-exampleorgid/service_control_policy/p-examplepolicyid',
    'control',
  ],
  [' on resource: arn:aws:account::111122223333:account with an explicit deny', null],
  [' with an explicit deny', null],
  [' on resource: arn:aws:account::111122223333:account', null],
])('reads what follows the operation: %s', (after, layer) => {
  expect(readSentence(deniedWith(after))).toEqual({ kind: 'policy', layer });
});
