import { expect } from 'vitest';
import { organizations } from '../client.builder.ts';
import { createEmulator, type Emulator } from '../create-emulator.ts';
import { emulatorOf, ids, smallWorld } from '../world/worlds.builder.ts';
import type { Behaviour, BehaviourName } from './behaviours.ts';

type Check = (emulator: Emulator) => Promise<void>;

/** The lifecycle of an account whose sign-up is not finished. */
const pendingAccount = async (pendingActivationStatus: Behaviour['pendingActivationStatus']): Promise<unknown> => {
  const world = smallWorld();
  const accounts = world.accounts.map((each) =>
    each.id === ids.member ? { ...each, state: 'PENDING_ACTIVATION' as const } : each,
  );
  const emulator = emulatorOf({ world: { ...world, accounts }, behaviour: { pendingActivationStatus } });
  const { body } = await organizations(emulator, ids.management).call('DescribeAccount', { AccountId: ids.member });
  // The shape of the operation's answer.
  const { State, Status } = body['Account'] as { readonly State: string; readonly Status?: string };
  return { State, Status };
};

/** The types of policies that disabling, enabling and then the list of roots show. */
const switched = async (policyTypeChange: Behaviour['policyTypeChange']): Promise<readonly unknown[]> => {
  const world = smallWorld({ policyTypes: ['SERVICE_CONTROL_POLICY'] });
  const client = organizations(emulatorOf({ world, behaviour: { policyTypeChange } }), ids.management);
  const input = { RootId: ids.root, PolicyType: 'SERVICE_CONTROL_POLICY' };
  const disabled = (await client.call('DisablePolicyType', input)).body['Root'];
  const enabled = (await client.call('EnablePolicyType', input)).body['Root'];
  const roots = (await client.call('ListRoots')).body['Roots'];
  return [disabled, enabled, ...(roots as readonly unknown[])].map(statusIn);
};

const statusIn = (root: unknown): string | undefined =>
  (root as { readonly PolicyTypes: readonly { readonly Status: string }[] }).PolicyTypes[0]?.Status;

const newRoot = async (
  newOrganizationPolicyTypes: Behaviour['newOrganizationPolicyTypes'],
): Promise<string | undefined> => {
  const emulator = createEmulator({
    empty: true,
    account: ids.management,
    quotas: 'off',
    behaviour: { newOrganizationPolicyTypes },
  });
  const client = organizations(emulator, ids.management);
  await client.call('CreateOrganization');
  const [root] = (await client.call('ListRoots')).body['Roots'] as readonly unknown[];
  return statusIn(root);
};

/** What each value of the options of Organizations does, as far as they are about accounts and policies. */
export const organizationsChecks = {
  pendingActivationStatus: {
    absent: async () => expect(await pendingAccount('absent')).toEqual({ State: 'PENDING_ACTIVATION' }),
    active: async () =>
      expect(await pendingAccount('active')).toEqual({ State: 'PENDING_ACTIVATION', Status: 'ACTIVE' }),
    suspended: async () =>
      expect(await pendingAccount('suspended')).toEqual({ State: 'PENDING_ACTIVATION', Status: 'SUSPENDED' }),
  },
  policyTypeChange: {
    done: async () => expect(await switched('done')).toEqual([undefined, 'ENABLED', 'ENABLED']),
    pending: async () => expect(await switched('pending')).toEqual(['PENDING_DISABLE', 'PENDING_ENABLE', 'ENABLED']),
  },
  newOrganizationPolicyTypes: {
    'service-control': async () => expect(await newRoot('service-control')).toBe('ENABLED'),
    none: async () => expect(await newRoot('none')).toBeUndefined(),
  },
} as const satisfies { readonly [Name in BehaviourName]?: Readonly<Record<string, Check>> };
