import type { EmulatorOptions } from '../create-emulator.ts';
import { emptyWorld } from '../world/empty-world.ts';
import type { World, WorldAccount } from '../world/world-file.ts';
import { ids, smallWorld } from '../world/worlds.builder.ts';
import type { EmulatorSetup } from './script.ts';
import type { CallStep } from './step.ts';

const actors = ['management', 'delegated', 'member', 'outsider'] as const;

/** What stands for the placeholders in the emulated world. */
export const emulatedNames: Readonly<Record<string, string>> = {
  ...ids,
  writable: ids.member,
  organization: 'o-exampleorgid',
  ...Object.fromEntries(actors.map((actor) => [`${actor}.arn`, `arn:aws:iam::${ids[actor]}:user/administrator`])),
};

/** The world in which a case begins. */
export const emulatedWorld = ({ empty, organization, accounts = {} }: EmulatorSetup = {}): World => {
  if (empty) return emptyWorld(ids.management);
  const world = smallWorld(organization);
  const differences = new Map<string, Partial<WorldAccount>>();
  for (const [name, difference] of Object.entries(accounts)) differences.set(emulatedNames[name] ?? '', difference);
  return { ...world, accounts: world.accounts.map((account) => ({ ...account, ...differences.get(account.id) })) };
};

/** The options of the emulator that a case needs; without quotas, so that nothing depends on how fast it goes. */
export const emulatorOptions = (setup: EmulatorSetup = {}): EmulatorOptions => ({
  world: emulatedWorld(setup),
  quotas: 'off',
  instant: setup.instant ?? false,
  ...(setup.behaviour && { behaviour: setup.behaviour }),
  ...(setup.faults && { faults: setup.faults }),
});

/** An access key id of twelve digits is an administrator of that account. */
export const keysOf = (as: CallStep['as']): Exclude<CallStep['as'], string> =>
  typeof as === 'string' ? { accessKeyId: ids[as], secretAccessKey: 'test' } : as;
