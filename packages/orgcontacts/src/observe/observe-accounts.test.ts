import { describe, expect, it } from 'vitest';
import { aCaller } from '../apply/run.builder.ts';
import { makeMemoryGateway } from '../gateway/memory/memory-gateway.ts';
import { anAccount, anId, aWorld, management, manyAccounts } from '../gateway/memory/memory-world.builder.ts';
import { observeAccounts } from './observe-accounts.ts';
import { observeOrg } from './observe-org.ts';

const id = anId('444455556666');
const world = () =>
  aWorld([...manyAccounts(50), anAccount(id, { parent: 'ou-ex01-prod00001', tags: { team: 'payments' } })]);

describe('observing some accounts', () => {
  it('sees of them what observing all of them sees', async () => {
    const gateway = makeMemoryGateway(world(), management);
    const options = { tags: true, units: ['Workloads/Prod', 'ou-ex01-sandbox01'] };
    const all = await observeOrg(gateway, aCaller(), options);
    const some = await observeAccounts(gateway, aCaller(), [id], options);
    if (all.kind === 'failed' || some.kind === 'failed') throw new Error('weather');
    expect(some.value.accounts).toEqual(all.value.accounts.filter((account) => account.id === id));
  });

  it('lists nobody else, and walks no units that nobody named', async () => {
    const gateway = makeMemoryGateway(world(), management);
    await observeAccounts(gateway, aCaller(), [id], { tags: false, units: ['ou-ex01-sandbox01'] });
    expect(gateway.calls.map(({ operation }) => operation)).toEqual(['organizations:DescribeAccount']);
  });

  it('leaves out what is not in the organization', async () => {
    const gateway = makeMemoryGateway(world(), management);
    const gone = anId('999999999999');
    const some = await observeAccounts(gateway, aCaller(), [gone, id], { tags: false, units: [] });
    const none = await observeAccounts(gateway, aCaller(), [gone], { tags: false, units: [] });
    expect(some).toMatchObject({ value: { accounts: [{ id }] } });
    expect(none).toMatchObject({ kind: 'ok', value: { accounts: [], id: 'o-exampleorgid' } });
  });

  it('fails where an account cannot be asked for', async () => {
    const failure = { kind: 'denied', operation: 'organizations:DescribeAccount', code: 'X', message: '' } as const;
    const gateway = makeMemoryGateway(world(), management, { fail: () => failure });
    expect(await observeAccounts(gateway, aCaller(), [id], { tags: false })).toEqual({ kind: 'failed', failure });
  });
});
