import { describe, expect, it } from 'vitest';
import { makeMemoryGateway } from '../gateway/memory/memory-gateway.ts';
import { anAccount, anId, aWorld, management } from '../gateway/memory/memory-world.builder.ts';
import { anOrg, anOrgAccount, unitsDown, unreadable } from '../org/org.builder.ts';
import { accountsNow, lookAgainThrough } from './accounts-now.ts';

const id = anId('300000000001');

it('knows accounts by their state and unit, and leaves a unit that could not be read open', () => {
  const hidden = unreadable('organizations:ListRoots');
  const org = anOrg([
    anOrgAccount({ id, units: unitsDown('Prod') }),
    anOrgAccount({ id: management, state: 'SUSPENDED', units: hidden }),
  ]);
  expect([...accountsNow(org)]).toEqual([
    [id, { state: 'ACTIVE', unit: 'ou-ex01-prod0000' }],
    [management, { state: 'SUSPENDED', unit: null }],
  ]);
});

describe('looking at one account again', () => {
  it('gives it as it is now, and nothing when it left', async () => {
    const world = aWorld([anAccount(id, { parent: 'ou-ex01-sandbox01' })]);
    const lookAgain = lookAgainThrough(makeMemoryGateway(world, management));
    expect(await lookAgain(id)).toEqual({ kind: 'ok', value: { state: 'ACTIVE', unit: 'ou-ex01-sandbox01' } });
    world.accounts.delete(id);
    expect(await lookAgain(id)).toEqual({ kind: 'ok', value: undefined });
  });

  it('gives the failure of a call that fails', async () => {
    const { failure } = unreadable('organizations:DescribeAccount');
    const lookAgain = lookAgainThrough(makeMemoryGateway(aWorld(), management, { fail: () => failure }));
    expect(await lookAgain(id)).toEqual({ kind: 'failed', failure });
  });
});
