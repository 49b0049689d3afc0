import { describe, expect, it } from 'vitest';
import { account, organizations } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { management, misshapen, refusal, required } from './organizations.builder.ts';
import { contentOf, fullAccess, managementOf, policedWorld, policyOf } from './policies.builder.ts';

const scp = { RootId: ids.root, PolicyType: 'SERVICE_CONTROL_POLICY' };
const notEnabled = refusal(
  'PolicyTypeNotEnabledException',
  'This operation can be performed only for enabled policy types.',
);

/** Everything is forbidden in the workloads. */
const strict = policedWorld([policyOf('p-noone000', 'NoOne', contentOf('Deny', '*'))], {
  [ids.workloads]: ['p-FullAWSAccess', 'p-noone000'],
  [ids.member]: ['p-FullAWSAccess', 'p-noone000'],
});

describe('DisablePolicyType', () => {
  it('answers the root without the type, and ListRoots shows it so', async () => {
    const client = managementOf(policedWorld());
    const { status, body } = await client.call('DisablePolicyType', scp);
    expect(status).toBe(200);
    expect(body).toMatchObject({ Root: { Id: ids.root, PolicyTypes: [] } });
    expect((await client.call('ListRoots')).body).toMatchObject({ Roots: [{ PolicyTypes: [] }] });
  });

  it('detaches everything, keeps the policies, and begins anew with p-FullAWSAccess alone', async () => {
    const client = managementOf(strict);
    await client.call('DisablePolicyType', scp);
    expect((await client.call('ListTargetsForPolicy', { PolicyId: 'p-noone000' })).body).toEqual({ Targets: [] });
    const list = { TargetId: ids.member, Filter: 'SERVICE_CONTROL_POLICY' };
    expect((await client.call('ListPoliciesForTarget', list)).body).toEqual({ Policies: [] });
    expect(await client.call('DescribePolicy', { PolicyId: 'p-noone000' })).toMatchObject({ status: 200 });
    await client.call('EnablePolicyType', scp);
    expect((await client.call('ListPoliciesForTarget', list)).body).toEqual({ Policies: [fullAccess] });
  });

  it('lets those through whom a policy forbade everything', async () => {
    const emulator = emulatorOf({ world: strict });
    const read = () => account(emulator, ids.member).call('GetAlternateContact', { AlternateContactType: 'SECURITY' });
    expect(await read()).toMatchObject({ status: 403 });
    await organizations(emulator, ids.management).call('DisablePolicyType', scp);
    expect(await read()).toMatchObject({ status: 404 });
  });

  it('is under way in the answer where that is chosen', async () => {
    const client = managementOf(policedWorld(), { policyTypeChange: 'pending' });
    expect((await client.call('DisablePolicyType', scp)).body).toMatchObject({
      Root: { PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'PENDING_DISABLE' }] },
    });
    expect((await client.call('ListRoots')).body).toMatchObject({ Roots: [{ PolicyTypes: [] }] });
  });

  it('refuses a type that is not enabled, and one that the emulator does not have', async () => {
    expect(await management().call('DisablePolicyType', scp)).toMatchObject(notEnabled);
    expect(
      await managementOf(policedWorld()).call('DisablePolicyType', { ...scp, PolicyType: 'TAG_POLICY' }),
    ).toMatchObject(notEnabled);
  });

  it('needs a root that is there and a type that there is', async () => {
    const client = managementOf(policedWorld());
    expect(await client.call('DisablePolicyType')).toMatchObject(required('ROOT_ID'));
    expect(await client.call('DisablePolicyType', { RootId: ids.root })).toMatchObject(required('POLICY_TYPE'));
    expect(await client.call('DisablePolicyType', { ...scp, RootId: 'x' })).toMatchObject(misshapen('ROOT_ID'));
    expect(await client.call('DisablePolicyType', { ...scp, RootId: 'r-ex02' })).toMatchObject(
      refusal('RootNotFoundException', "You specified a root that doesn't exist."),
    );
  });
});
