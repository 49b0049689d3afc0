import { describe, expect, it } from 'vitest';
import { organizations } from '../../client.builder.ts';
import { emulatorOf, ids, smallWorld } from '../../world/worlds.builder.ts';
import { management, misshapen, refusal, required } from './organizations.builder.ts';
import { fullAccess, managementOf, policedWorld } from './policies.builder.ts';

const scp = { RootId: ids.root, PolicyType: 'SERVICE_CONTROL_POLICY' };

const notAvailable = refusal(
  'PolicyTypeNotAvailableForOrganizationException',
  "You can't use the specified policy type with the feature set currently enabled for this organization.",
);

describe('EnablePolicyType', () => {
  it('enables the type in the root and answers the root', async () => {
    const client = management();
    const { status, body } = await client.call('EnablePolicyType', scp);
    expect(status).toBe(200);
    expect(body).toEqual({
      Root: {
        Id: 'r-ex01',
        Arn: 'arn:aws:organizations::111122223333:root/o-exampleorgid/r-ex01',
        Name: 'Root',
        PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
      },
    });
    expect((await client.call('ListRoots')).body).toEqual({ Roots: [body['Root']] });
  });

  it.each([ids.root, ids.workloads, ids.member, ids.management])('attaches p-FullAWSAccess to %s', async (TargetId) => {
    const client = management();
    const list = { TargetId, Filter: 'SERVICE_CONTROL_POLICY' };
    expect((await client.call('ListPoliciesForTarget', list)).body).toEqual({ Policies: [] });
    await client.call('EnablePolicyType', scp);
    expect((await client.call('ListPoliciesForTarget', list)).body).toEqual({ Policies: [fullAccess] });
  });

  it('refuses a type that is enabled', async () => {
    expect(await managementOf(policedWorld()).call('EnablePolicyType', scp)).toMatchObject(
      refusal('PolicyTypeAlreadyEnabledException', 'The specified policy type is already enabled.'),
    );
  });

  it('needs all features', async () => {
    const client = managementOf(smallWorld({ featureSet: 'CONSOLIDATED_BILLING' }));
    expect(await client.call('EnablePolicyType', scp)).toMatchObject(notAvailable);
  });

  it.each(['TAG_POLICY', 'RESOURCE_CONTROL_POLICY', 'S3_POLICY'])(
    'has no policies of the type %s',
    async (PolicyType) => {
      expect(await management().call('EnablePolicyType', { ...scp, PolicyType })).toMatchObject(notAvailable);
    },
  );

  it('is under way until the next look where that is chosen, and never where everything is done at once', async () => {
    const behaviour = { policyTypeChange: 'pending' };
    const client = managementOf(smallWorld(), behaviour);
    expect((await client.call('EnablePolicyType', scp)).body).toMatchObject({
      Root: { PolicyTypes: [{ Status: 'PENDING_ENABLE' }] },
    });
    expect((await client.call('ListRoots')).body).toMatchObject({ Roots: [{ PolicyTypes: [{ Status: 'ENABLED' }] }] });
    const instant = organizations(emulatorOf({ behaviour, instant: true }), ids.management);
    expect((await instant.call('EnablePolicyType', scp)).body).toMatchObject({
      Root: { PolicyTypes: [{ Status: 'ENABLED' }] },
    });
  });

  it('needs a root that is there and a type that there is', async () => {
    expect(await management().call('EnablePolicyType')).toMatchObject(required('ROOT_ID'));
    expect(await management().call('EnablePolicyType', { RootId: ids.root })).toMatchObject(required('POLICY_TYPE'));
    expect(await management().call('EnablePolicyType', { ...scp, RootId: ids.workloads })).toMatchObject(
      misshapen('ROOT_ID'),
    );
    expect(await management().call('EnablePolicyType', { ...scp, PolicyType: 'WRONG' })).toMatchObject({
      body: { __type: 'InvalidInputException', Reason: 'INVALID_ENUM:POLICY_TYPE' },
    });
    expect(await management().call('EnablePolicyType', { ...scp, RootId: 'r-ex02' })).toMatchObject(
      refusal('RootNotFoundException', "You specified a root that doesn't exist."),
    );
  });
});
