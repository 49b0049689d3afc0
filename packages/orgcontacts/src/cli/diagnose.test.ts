import { describe, expect, it } from 'vitest';
import { makeCaller } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import { bare, deniedBy } from '../doctor/facts.builder.ts';
import type { Failure } from '../failure/failure.ts';
import { makeMemoryGateway } from '../gateway/memory/memory-gateway.ts';
import { anAccount, anId, aWorld, delegated, management } from '../gateway/memory/memory-world.builder.ts';
import type { MemoryWorld } from '../gateway/memory/memory-world.ts';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import type { Outcome } from '../journal/outcome.ts';
import type { ObservedAccount } from '../org/observed-account.ts';
import { makePacer } from '../pace/pacer.ts';
import { makeVirtualClock } from '../pace/virtual-clock.ts';
import { aChange } from '../plan/plan.builder.ts';
import { makeRunDiagnosis } from './diagnose.ts';
import { anIo } from './io.builder.ts';
import { explainDenials } from './read-live.ts';

const member = anId('300000000000');
const another = anId('300000000001');

const callerAt = (accountId: typeof management, delegatedAdministrators = [delegated]) =>
  makeCaller({
    accountId,
    arn: `arn:aws:iam::${accountId}:user/mary`,
    organizationId: 'o-exampleorgid',
    managementAccountId: management,
    delegatedAdministrators,
  });

interface Scene {
  readonly world?: Partial<MemoryWorld>;
  readonly caller?: typeof management;
  readonly fail?: (operation: string) => Failure | undefined;
}

const sceneOf = ({ world = {}, caller = management, fail = () => undefined }: Scene = {}) => {
  const gateway = makeMemoryGateway(Object.assign(aWorld([anAccount(member), anAccount(another)]), world), caller, {
    fail,
  });
  const listed = new Map([member, another].map((id) => [id, 'ACTIVE']));
  return { gateway, diagnosis: makeRunDiagnosis(gateway, callerAt(caller), { listed }) };
};

const put = 'account:PutAlternateContact';
const noPut = deniedBy('identity-based policy', put);

describe('a run', () => {
  it('goes on when one account is in the way, or nobody can tell', async () => {
    const { diagnosis } = sceneOf();
    expect(await diagnosis.diagnose(noPut, member)).toEqual({ kind: 'unclear' });
    expect(await diagnosis.diagnose({ ...bare, operation: put }, member)).toEqual({ kind: 'unclear' });
  });

  it('stops for what hits every account, and says what to do', async () => {
    const { diagnosis } = sceneOf({ world: { trustedServices: [] } });
    expect(await diagnosis.diagnose(bare, member)).toEqual({
      kind: 'everything',
      because: expect.stringMatching(/^Trusted access for account\.amazonaws\.com is off.* To do: orgcontacts setup$/),
    });
    const denying = {
      id: 'p-guard',
      name: 'guard',
      attachedTo: ['r-ex01'],
      content: '{"Statement":{"Effect":"Deny","Action":"account:*","Resource":"*"}}',
    };
    const guarded = sceneOf({ caller: delegated, world: { controlPolicies: [denying] } });
    expect(await guarded.diagnosis.diagnose(bare, member)).toEqual({
      kind: 'everything',
      because: expect.stringContaining('guard (p-guard) on r-ex01 denies account:GetAlternateContact'),
    });
  });

  it('stops when the caller is not what it was', async () => {
    const { diagnosis } = sceneOf({ caller: delegated, world: { delegatedAdministrators: [] } });
    expect(await diagnosis.diagnose(bare, member)).toEqual({
      kind: 'everything',
      because: `the caller was delegated-administrator ${delegated}, and is member ${delegated} now`,
    });
  });

  it.each(['sts:GetCallerIdentity', 'organizations:DescribeOrganization'])('stops when %s fails', async (failing) => {
    const { diagnosis } = sceneOf({
      fail: (operation) => (operation === failing ? aFailure({ operation, code: 'Odd' }) : undefined),
    });
    expect(await diagnosis.diagnose(bare, member)).toEqual({
      kind: 'everything',
      because: expect.stringContaining('Odd'),
    });
  });
});

describe('at the end of a run', () => {
  const ended = (outcome: Outcome, account: number) => {
    const change = aChange('create', account, 'SECURITY');
    return { kind: 'item', item: account, change, outcome } as const;
  };
  const failed = (failure: Failure): Outcome => ({ kind: 'failed', failure });

  it('every denial has its cause, equal ones told once', async () => {
    const { diagnosis, gateway } = sceneOf();
    for (const account of [0, 1]) diagnosis.note(ended(failed(noPut), account));
    diagnosis.note(ended(failed(aFailure({ kind: 'unavailable' })), 1));
    diagnosis.note(ended({ kind: 'done', how: 'written' }, 0));
    const io = anIo();
    await diagnosis.tell(io);
    expect(io.told.join('')).toMatch(
      /^2 changes denied \(identity-policy\): The policies of the calling identity.*\n {2}found: account:PutAlternateContact: .*\n {2}do: orgcontacts iam\n$/,
    );
    expect(gateway.calls).toHaveLength(3);
  });

  it('nothing is asked where nothing was denied', async () => {
    const { diagnosis, gateway } = sceneOf();
    diagnosis.note(ended(failed(aFailure({ kind: 'invalid' })), 0));
    diagnosis.note({ kind: 'canary', accounts: 1, items: 1 });
    const io = anIo();
    await diagnosis.tell(io);
    expect([io.told, gateway.calls]).toEqual([[], []]);
  });

  it('the facts are those of the last look', async () => {
    const { diagnosis, gateway } = sceneOf();
    await diagnosis.diagnose(noPut, member);
    const before = gateway.calls.length;
    diagnosis.note(ended(failed(noPut), 0));
    await diagnosis.tell(anIo());
    expect(gateway.calls).toHaveLength(before);
  });
});

describe('reads that were denied', () => {
  const explain = async (observed: readonly (readonly [AccountId, ObservedAccount])[], scene: Scene = {}) => {
    const { gateway } = sceneOf(scene);
    const io = anIo();
    const caller = callerAt(scene.caller ?? management);
    const pacer = makePacer({}, makeVirtualClock());
    const { endpoint } = gateway;
    const connection = { endpoint, reading: gateway, writing: gateway, caller, quotas: {}, pacer };
    await explainDenials(io, connection, new Map(observed));
    return { text: io.told.join(''), calls: gateway.calls.length };
  };
  const unreadable = (failure: Failure) =>
    ({ kind: 'asked', byType: { SECURITY: { kind: 'unreadable', failure } } }) as const;
  const unset = { kind: 'asked', byType: { SECURITY: { kind: 'unset' } } } as const;
  const hidden = (operation: string) =>
    operation === 'organizations:ListAWSServiceAccessForOrganization'
      ? deniedBy('identity-based policy', operation)
      : undefined;

  it('are told with their causes, with the facts asked for once', async () => {
    const denied = deniedBy('identity-based policy');
    const { text, calls } = await explain([
      [member, unreadable(denied)],
      [another, unreadable(denied)],
    ]);
    expect(text).toContain('2 reads denied (identity-policy): The policies of the calling identity');
    expect(calls).toBe(3);
  });

  it('are proven to have nothing to do with trusted access where another was read', async () => {
    const denied = unreadable(deniedBy('identity-based policy'));
    expect(
      (
        await explain(
          [
            [member, denied],
            [another, unset],
          ],
          { fail: hidden },
        )
      ).text,
    ).toContain('(identity-policy)');
    expect((await explain([[member, denied]], { fail: hidden })).text).toMatch(
      /\(denial-unclear\).*\n.*\n {2}would decide: aws organizations list-aws-service-access/,
    );
  });

  it('cost nothing where there are none', async () => {
    const failed = unreadable(aFailure({ kind: 'unavailable' }));
    const unreachable = { kind: 'unreachable', because: 'no' } as const;
    expect(
      await explain([
        [member, failed],
        [another, unreachable],
      ]),
    ).toEqual({ text: '', calls: 0 });
  });
});
