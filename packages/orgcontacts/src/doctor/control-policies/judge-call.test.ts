import { expect, it } from 'vitest';
import { aDocument, aLevel } from '../facts.builder.ts';
import { judgeCall } from './judge-call.ts';

const request = {
  action: 'account:PutAlternateContact',
  resource: 'arn:aws:account::111122223333:account/o-exampleorgid/444455556666',
  keys: { 'aws:requestedregion': 'us-east-1' },
};
const judge = (...levels: Parameters<typeof judgeCall>[0]) => judgeCall(levels, request);
const only = (document: object, targetId: string) => ({ targetId, policies: aLevel([document]).policies.slice(1) });

const deny = aDocument({ Action: 'account:*' });
const mayDeny = aDocument({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } });
const mayAllow = aDocument({ Effect: 'Allow', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } });

it('allows what nothing denies and every step allows', () => {
  expect(judge(aLevel(), aLevel([aDocument({ Action: 's3:*' })], 'ou-ex01-workload1'))).toEqual({ kind: 'allows' });
});

it('has no say where policies of this type are not enabled', () => {
  expect(judge({ targetId: 'r-ex01', policies: [] })).toEqual({ kind: 'allows' });
});

it('finds a deny at any step, before anything else', () => {
  expect(judge(only(mayAllow, 'r-ex01'), aLevel([mayDeny, deny], 'ou-ex01-workload1'))).toEqual({
    kind: 'denies',
    policy: { id: 'p-example1', name: 'guard 1', targetId: 'ou-ex01-workload1' },
    isGeneral: true,
  });
});

it('finds a step where nothing allows, though another might', () => {
  const silent = only(aDocument({ Effect: 'Allow', Action: 's3:*' }), 'ou-ex01-sandbox01');
  expect(judge(aLevel([mayDeny]), silent)).toEqual({ kind: 'lacks-allow', targetId: 'ou-ex01-sandbox01' });
});

it('leaves open what depends on conditions that are not known', () => {
  expect(judge(aLevel([mayDeny]))).toMatchObject({ kind: 'depends', policies: [{ id: 'p-example0' }] });
  expect(judge(only(mayAllow, 'r-ex01'))).toMatchObject({ kind: 'depends', policies: [{ targetId: 'r-ex01' }] });
  expect(judge(aLevel([mayAllow]))).toEqual({ kind: 'allows' });
});

it('leaves open what a document says that it cannot understand', () => {
  const odd = { targetId: 'r-ex01', policies: [...aLevel().policies, { id: 'p-odd', name: 'odd', content: '{' }] };
  expect(judge(odd)).toEqual({ kind: 'depends', policies: [{ id: 'p-odd', name: 'odd', targetId: 'r-ex01' }] });
});
