import { describe, expect, it } from 'vitest';
import { organizations } from '../../client.builder.ts';
import { emulatorOf, ids, smallWorld } from '../../world/worlds.builder.ts';
import { management, misshapen, refusal, required } from './organizations.builder.ts';

const stateOf = async (
  state: 'ACTIVE' | 'SUSPENDED' | 'CLOSED' | 'PENDING_CLOSURE' | 'PENDING_ACTIVATION',
  behaviour = {},
) => {
  const world = smallWorld();
  const accounts = world.accounts.map((each) => (each.id === ids.member ? { ...each, state } : each));
  const client = organizations(emulatorOf({ world: { ...world, accounts }, behaviour }), ids.management);
  const { body } = await client.call('DescribeAccount', { AccountId: ids.member });
  // The shape of the operation's answer.
  const { State, Status } = body['Account'] as { State?: string; Status?: string };
  return { State, Status };
};

describe('DescribeAccount', () => {
  it('shows an account with its way from the root', async () => {
    const { status, body } = await management().call('DescribeAccount', { AccountId: ids.member });
    expect(status).toBe(200);
    expect(body).toEqual({
      Account: {
        Id: ids.member,
        Arn: 'arn:aws:organizations::111122223333:account/o-exampleorgid/444455556666',
        Email: 'aws+payments@example.com',
        Name: 'payments',
        Status: 'ACTIVE',
        State: 'ACTIVE',
        Paths: ['o-exampleorgid/r-ex01/ou-ex01-workload1/444455556666/'],
        JoinedMethod: 'CREATED',
        JoinedTimestamp: 1767323045.678,
      },
    });
  });

  it.each([
    ['ACTIVE', 'ACTIVE'],
    ['SUSPENDED', 'SUSPENDED'],
    ['PENDING_CLOSURE', 'PENDING_CLOSURE'],
    ['CLOSED', 'SUSPENDED'],
    ['PENDING_ACTIVATION', undefined],
  ] as const)('shows State %s with the old Status %s', async (state, status) => {
    expect(await stateOf(state)).toEqual({ State: state, Status: status });
  });

  it.each([
    ['absent', undefined],
    ['active', 'ACTIVE'],
    ['suspended', 'SUSPENDED'],
  ])(
    'shows an account whose sign-up is not finished with the old Status that is chosen: %s',
    async (chosen, status) => {
      expect(await stateOf('PENDING_ACTIVATION', { pendingActivationStatus: chosen })).toEqual({
        State: 'PENDING_ACTIVATION',
        Status: status,
      });
    },
  );

  it.each([ids.unknown, ids.outsider])('does not know %s, which is no member', async (id) => {
    expect(await management().call('DescribeAccount', { AccountId: id })).toMatchObject(
      refusal('AccountNotFoundException', "You specified an account that doesn't exist."),
    );
  });

  it('needs an account id of twelve digits', async () => {
    expect(await management().call('DescribeAccount')).toMatchObject(required('ACCOUNT_ID'));
    for (const id of ['1', '4444555566667', 'x', ' 444455556666'])
      expect(await management().call('DescribeAccount', { AccountId: id })).toMatchObject(misshapen('ACCOUNT_ID'));
  });
});
