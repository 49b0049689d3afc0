import { expect, it } from 'vitest';
import { fullAccess } from './control-policy.ts';
import { readStatements } from './read-statements.ts';

const read = (...statements: readonly unknown[]) => readStatements(JSON.stringify({ Statement: statements }));
const any = (...patterns: readonly string[]) => ({ kind: 'any-of', patterns });
const none = (...patterns: readonly string[]) => ({ kind: 'none-of', patterns });

it('reads effect, actions, resources and conditions', () => {
  const Condition = { StringNotEquals: { 'aws:RequestedRegion': ['us-east-1', 'eu-west-1'] }, Bool: { 'aws:x': true } };
  expect(read({ Effect: 'Deny', Action: ['a:*', 'b:*'], Resource: 'r', Condition })).toEqual([
    {
      effect: 'Deny',
      actions: any('a:*', 'b:*'),
      resources: any('r'),
      tests: [
        { operator: 'StringNotEquals', key: 'aws:RequestedRegion', values: ['us-east-1', 'eu-west-1'] },
        { operator: 'Bool', key: 'aws:x', values: ['true'] },
      ],
    },
  ]);
});

it('reads what is left out, and a single statement without a list', () => {
  expect(read({ Effect: 'Deny', NotAction: 'iam:*', NotResource: ['r'] })).toEqual([
    { effect: 'Deny', actions: none('iam:*'), resources: none('r'), tests: [] },
  ]);
  expect(read({ Effect: 'Allow', Action: '*' })).toEqual([
    { effect: 'Allow', actions: any('*'), resources: any('*'), tests: [] },
  ]);
  expect(readStatements(fullAccess.content)).toHaveLength(1);
});

it.each([
  ['no JSON', '{'],
  ['no document', '[]'],
  ['a statement that is none', JSON.stringify({ Statement: ['x'] })],
  ['another effect', JSON.stringify({ Statement: { Effect: 'Maybe', Action: '*' } })],
  ['no action', JSON.stringify({ Statement: { Effect: 'Deny', Resource: '*' } })],
  ['an action that is no text', JSON.stringify({ Statement: { Effect: 'Deny', Action: {} } })],
  ['a condition that is none', JSON.stringify({ Statement: { Effect: 'Deny', Action: '*', Condition: 'x' } })],
  [
    'an operator without keys',
    JSON.stringify({ Statement: { Effect: 'Deny', Action: '*', Condition: { Bool: 'x' } } }),
  ],
  [
    'a value that is no text',
    JSON.stringify({ Statement: { Effect: 'Deny', Action: '*', Condition: { Bool: { k: {} } } } }),
  ],
])('does not understand %s', (_, content) => {
  expect(readStatements(content)).toBeUndefined();
});
