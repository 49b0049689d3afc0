import { account, type Client } from '../../client.builder.ts';
import type { Emulator, EmulatorOptions } from '../../create-emulator.ts';
import { emulatorOf, ids, makeClock } from '../../world/worlds.builder.ts';

/** What a change of a Region gets that is not possible from its status. */
export const wrongStatus = {
  status: 400,
  headers: { 'x-amzn-errortype': 'ValidationException' },
  body: {
    message: 'Unable to switch region status because of its current opt-in status.',
    reason: 'invalidRegionOptTarget',
    fieldList: [
      { name: 'RegionName', message: 'Unable to switch region status because of its current opt-in status.' },
    ],
  },
} as const;

/** What a change of a Region gets that is on its way. */
export const changing = (accountId: string, region: string): object => ({
  status: 409,
  headers: { 'x-amzn-errortype': 'ConflictException' },
  body: {
    message: `Account ${accountId} and region ${region} is currently being enabled or disabled. Please wait until it finishes and then try again.`,
  },
});

/** An account that is asked about its Regions while time passes. */
export interface RegionScene {
  readonly clock: ReturnType<typeof makeClock>;
  readonly emulator: Emulator;
  readonly client: Client;
  readonly enable: (region: string) => ReturnType<Client['call']>;
  readonly disable: (region: string) => ReturnType<Client['call']>;
  readonly statusOf: (region: string) => Promise<unknown>;
}

/** Makes such an account of a small world. */
export const regionScene = (options: EmulatorOptions = {}, caller: string = ids.member): RegionScene => {
  const clock = makeClock();
  const emulator = emulatorOf({ clock, ...options });
  const client = account(emulator, caller);
  const call = (operation: string) => (RegionName: string) => client.call(operation, { RegionName });
  return {
    clock,
    emulator,
    client,
    enable: call('EnableRegion'),
    disable: call('DisableRegion'),
    statusOf: async (region) => (await call('GetRegionOptStatus')(region)).body['RegionOptStatus'],
  };
};
