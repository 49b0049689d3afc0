import { createEmulator } from '../create-emulator.ts';
import { ids, makeClock } from '../world/worlds.builder.ts';
import { sdkClient } from './aws/sdk-client.ts';
import { emulatedNames, emulatorOptions, keysOf } from './emulated-world.builder.ts';
import type { Ground } from './ground.ts';
import { guardedClient } from './guard-call.ts';
import { runCase } from './run-case.ts';
import type { ParityCase } from './script.ts';

/** A fresh emulator for each case, called over HTTP by the AWS SDK for JavaScript. */
export const emulatedGround: Ground = {
  skips: () => undefined,
  run: async (parityCase) => {
    const clock = makeClock();
    const emulator = createEmulator({ ...emulatorOptions(parityCase.emulator), clock });
    const { url: endpoint } = await emulator.listen();
    const client = sdkClient((as) => ({ endpoint, region: 'us-east-1', maxAttempts: 1, credentials: keysOf(as) }));
    try {
      return await runCase(parityCase, {
        client: parityCase.touches === 'emulator' ? client : guardedClient(client, writable(parityCase)),
        names: emulatedNames,
        look: async (path) => (await fetch(`${endpoint}${path}`)).json(),
        pass: async (seconds) => clock.advance(seconds * 1000),
      });
    } finally {
      await emulator.close();
    }
  },
};

/** The guard stands here too, so that a script which AWS must not see is found before it gets there. */
const writable = ({ touches }: ParityCase): readonly string[] => (touches === 'writes' ? [ids.member] : []);
