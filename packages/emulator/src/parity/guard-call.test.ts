import { describe, expect, it } from 'vitest';
import type { ParityClient } from './client.ts';
import { guardCall, guardedClient } from './guard-call.ts';

const mine = '444455556666';
const put = 'account:PutAlternateContact';

describe('the guard', () => {
  it.each([
    'account:GetAlternateContact',
    'account:ListRegions',
    'organizations:DescribeOrganization',
    'sts:GetCallerIdentity',
  ] as const)('lets the read %s pass, whatever it names', (operation) => {
    expect(guardCall(operation, {}, [])).toBeUndefined();
    expect(guardCall(operation, { AccountId: '777788889999' }, [])).toBeUndefined();
  });

  it.each(['account:PutAlternateContact', 'account:DeleteAlternateContact'] as const)(
    'lets %s pass to an account that was named for it',
    (operation) => {
      expect(guardCall(operation, { AccountId: mine }, ['222233334444', mine])).toBeUndefined();
    },
  );

  it.each([
    ['another account', { AccountId: '777788889999' }],
    ['an account in a list', { AccountId: [mine] }],
    ['an account with blanks', { AccountId: ` ${mine}` }],
    ['an empty name', { AccountId: '' }],
    ['nothing', { AccountId: null }],
  ])('holds a write back that names %s', (_, input) => {
    expect(guardCall(put, input, [mine])).toContain('is not among the accounts that may be written to');
  });

  it('holds a write back that names no account', () => {
    expect(guardCall(put, { ResourceId: mine }, [mine])).toContain('names no account');
  });

  it('holds every write back when no account was named', () => {
    expect(guardCall(put, { AccountId: mine }, [])).toContain('is not among');
  });

  it('does not take an odd entry of the list for an account', () => {
    expect(guardCall(put, { AccountId: '*' }, ['*'])).toContain('is not among');
  });

  it.each([
    'account:PutContactInformation',
    'account:EnableRegion',
    'organizations:TagResource',
    'organizations:MoveAccount',
    'sts:AssumeRole',
    'account:Getalternatecontact',
    'iam:GetUser',
  ] as `account:${string}`[])('holds %s back, even for an account that may be written to', (operation) => {
    expect(guardCall(operation, { AccountId: mine, ResourceId: mine }, [mine])).toContain('is no read');
  });
});

describe('a guarded client', () => {
  const sent: unknown[] = [];
  const client: ParityClient = {
    validates: true,
    call: async (...call) => {
      sent.push(call);
      return { kind: 'output', output: {} };
    },
  };
  const guarded = guardedClient(client, [mine]);

  it('sends what may leave, and nothing else', async () => {
    await guarded.call('management', put, { AccountId: mine });
    await expect(guarded.call('management', put, {})).rejects.toThrow('Held back by the guard');
    expect(sent).toEqual([['management', put, { AccountId: mine }]]);
    expect(guarded.validates).toBe(true);
  });
});
