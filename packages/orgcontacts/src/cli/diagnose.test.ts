import { describe, expect, it } from 'vitest';
import type { Caller } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import type { Failure } from '../failure/failure.ts';
import { makeMemoryGateway } from '../gateway/memory/memory-gateway.ts';
import { anAccount, anId, aWorld, delegated, management } from '../gateway/memory/memory-world.builder.ts';
import { observeCaller } from '../observe/observe-caller.ts';
import { explainFailure, makeDiagnose } from './diagnose.ts';

const member = anId('333344445555');
const worldNow = () => aWorld([anAccount(member)]);

const denial: Failure = {
  kind: 'denied',
  operation: 'account:GetAlternateContact',
  code: 'AccessDeniedException',
  message: 'User: somebody is not authorized',
};

const callerOf = async (accountId: AccountId): Promise<Caller> => {
  const caller = await observeCaller(makeMemoryGateway(worldNow(), accountId));
  if (caller.kind === 'failed') throw new Error(caller.failure.message);
  return caller.value;
};

describe('a denial in the middle of a run', () => {
  it('is unclear while nothing is in the way of every account', async () => {
    const gateway = makeMemoryGateway(worldNow(), management);
    expect(await makeDiagnose(gateway, await callerOf(management))(denial)).toEqual({ kind: 'unclear' });
  });

  it('hits everything once trusted access is off, and says how to switch it on', async () => {
    const gateway = makeMemoryGateway({ ...worldNow(), trustedServices: [] }, management);
    const diagnosis = await makeDiagnose(gateway, await callerOf(management))(denial);
    expect(diagnosis).toMatchObject({ kind: 'everything' });
    expect(diagnosis).toHaveProperty('because', expect.stringMatching(/is off\. aws organizations enable-aws-service/));
  });

  it('hits everything once the caller is delegated no longer, or somebody else', async () => {
    const undelegated = makeMemoryGateway({ ...worldNow(), delegatedAdministrators: [] }, delegated);
    expect(await makeDiagnose(undelegated, await callerOf(delegated))(denial)).toMatchObject({
      because: expect.stringContaining('neither the management account nor a delegated administrator'),
    });
    const other = makeMemoryGateway(worldNow(), delegated);
    expect(await makeDiagnose(other, await callerOf(management))(denial)).toMatchObject({
      because: `the caller was ${management}, and is ${delegated} now`,
    });
  });

  it('is unclear for a member, which names no account', async () => {
    const gateway = makeMemoryGateway({ ...worldNow(), trustedServices: [] }, member);
    expect(await makeDiagnose(gateway, await callerOf(member))(denial)).toEqual({ kind: 'unclear' });
  });

  it('makes the management account list nothing that decides nothing', async () => {
    const gateway = makeMemoryGateway(worldNow(), management);
    await makeDiagnose(gateway, await callerOf(management))(denial);
    expect(gateway.calls.map(({ operation }) => operation)).not.toContain('organizations:ListDelegatedAdministrators');
  });
});

describe('a read that failed', () => {
  it('is explained by its cause where the facts tell it, and else by what AWS said', async () => {
    const caller = await callerOf(management);
    const explain = (trustedServices: readonly string[], failure: Failure) =>
      explainFailure(makeMemoryGateway({ ...worldNow(), trustedServices }, management), caller, member, failure);
    expect(await explain([], denial)).toContain('trusted access for account.amazonaws.com is off');
    expect(await explain(['account.amazonaws.com'], denial)).toContain(denial.message);
    const named = { ...denial, message: 'because no identity-based policy allows it' };
    expect(await explain(['account.amazonaws.com'], named)).toContain('orgcontacts iam prints the policy');
    expect(await explain([], { ...denial, kind: 'other' })).toContain(denial.message);
  });
});
