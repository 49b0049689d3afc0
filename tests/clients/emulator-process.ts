import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ParityClient } from '../../packages/emulator/src/parity/client.ts';
import { emulatedNames, emulatedWorld } from '../../packages/emulator/src/parity/emulated-world.builder.ts';
import { type CaseResult, runCase } from '../../packages/emulator/src/parity/run-case.ts';
import type { EmulatorSetup, ParityCase } from '../../packages/emulator/src/parity/script.ts';

const bin = fileURLToPath(new URL('../../packages/emulator/bin/orgcontacts-emulator.js', import.meta.url));

/** Emulators in processes of their own, one for each set of options that cases need, each given the world of a case before it. */
export interface EmulatorProcesses {
  readonly run: (parityCase: ParityCase, clientFor: (endpoint: string) => ParityClient) => Promise<CaseResult>;
  readonly stop: () => Promise<void>;
}

/** Starts none yet: each is started when the first case needs it. */
export const makeEmulatorProcesses = (): EmulatorProcesses => {
  const started = new Map<string, Promise<Running>>();
  const emulatorWith = (args: readonly string[]): Promise<Running> => {
    const key = args.join(' ');
    const emulator = started.get(key) ?? start(args);
    started.set(key, emulator);
    return emulator;
  };
  return {
    run: async (parityCase, clientFor) => {
      const { endpoint } = await emulatorWith(optionsFor(parityCase.emulator));
      await send(endpoint, 'PUT', 'world', emulatedWorld(parityCase.emulator));
      await send(endpoint, 'PUT', 'faults', parityCase.emulator?.faults ?? []);
      return runCase(parityCase, {
        client: clientFor(endpoint),
        names: emulatedNames,
        look: async (path) => (await fetch(`${endpoint}${path}`)).json(),
        pass: (seconds) => send(endpoint, 'POST', 'clock', { advance: seconds * 1000 }),
      });
    },
    stop: async () => {
      for (const emulator of started.values()) await end((await emulator).child);
    },
  };
};

interface Running {
  readonly endpoint: string;
  readonly child: ChildProcess;
}

const optionsFor = ({ instant, behaviour = {} }: EmulatorSetup = {}): readonly string[] => [
  ...['--port', '0', '--accounts', '3', '--quotas', 'off'],
  ...(instant ? ['--instant'] : []),
  ...Object.entries(behaviour).flatMap(([name, value]) => ['--behaviour', `${name}=${value}`]),
];

const start = async (args: readonly string[]): Promise<Running> => {
  const child = spawn(process.execPath, [bin, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const [, endpoint] = /^listening on (\S+)$/.exec(line) ?? [];
    if (endpoint !== undefined) {
      child.stdout.resume();
      return { endpoint, child };
    }
  }
  throw new Error(`The emulator with ${args.join(' ')} ended before it listened.`);
};

const send = async (endpoint: string, method: string, path: string, body: unknown): Promise<void> => {
  const answer = await fetch(`${endpoint}/_emulator/${path}`, { method, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
};
