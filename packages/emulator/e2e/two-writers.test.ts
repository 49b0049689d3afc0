import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactCommands, type Model, type Real, settle } from './contact-orders.ts';
import { type EmulatorProcess, startEmulator, startWriter, type Try, type WriterProcess } from './processes.ts';
import { faultRules } from './random-faults.ts';
import { contradictions, keyOf, type LoggedCall, type Names } from './replay.ts';
import { tryUntil } from './until.ts';

const { STRESS_SECONDS, STRESS_SEED, STRESS_PATH, STRESS_REPLAY_PATH } = process.env;

/** `npm run stress` takes a minute, and begins elsewhere each time. */
const isLong = STRESS_SECONDS !== undefined;
const seconds = Number(STRESS_SECONDS ?? 3);
const seed = Number(STRESS_SEED ?? (isLong ? Date.now() % 2 ** 31 : 20_261_124));

/** The management account and the delegated administrator of the made-up organization: both reach every member. */
const callers = ['111122223333', '222233334444'] as const;

let emulator: EmulatorProcess;
let writers: readonly WriterProcess[];
let accounts: readonly string[];
beforeAll(async () => {
  emulator = await startEmulator([], ['--accounts', '8', '--seed', '3', '--quotas', 'off']);
  writers = callers.map((caller) => startWriter(emulator.url, caller));
  accounts = (await worldOf()).accounts.map(({ id }) => id).filter((id) => !callers.some((caller) => caller === id));
});
afterAll(() => Promise.all([...writers.map((writer) => writer.stop()), emulator.stop()]));

interface World {
  readonly accounts: readonly {
    readonly id: string;
    readonly contacts: Readonly<Record<string, { readonly Name: string }>>;
  }[];
}

// The control address's documented answers.
const worldOf = async () => (await emulator.get('world')) as World;
const logOf = async () => ((await emulator.get('calls')) as { readonly calls: readonly LoggedCall[] }).calls;

const namesIn = (world: World): Names =>
  new Map(
    world.accounts.flatMap(({ id, contacts }) =>
      Object.entries(contacts).map(([type, { Name }]) => [keyOf({ account: id, type }), Name] as const),
    ),
  );

const begin = async (faults: readonly unknown[]): Promise<{ model: Model; real: Real }> => {
  await emulator.send('POST', 'reset');
  await emulator.send('PUT', 'faults', faults);
  const before = namesIn(await worldOf());
  const tries = new Map<string, Try[]>(callers.map((caller) => [caller, []]));
  const possible = new Map([...before].map(([key, held]) => [key, new Set([held])]));
  const real: Real = { writers, accounts, before, tries, underWay: [], compare, ordered: 0 };
  return { model: { possible, last: new Map() }, real };
};

const compare = async ({ before, tries }: Real): Promise<Names> => {
  const after = namesIn(await worldOf());
  expect(contradictions(before, await logOf(), tries, after)).toEqual([]);
  return after;
};

const figures = { rounds: 0, commands: 0, tries: 0, writes: 0, reads: 0, struck: {} as Record<string, number> };

const count = async ({ tries, ordered }: Real): Promise<void> => {
  const all = [...tries.values()].flat();
  const done = all.filter(({ status }) => status === 200);
  const reads = done.filter(({ operation }) => operation === 'GetAlternateContact').length;
  figures.rounds += 1;
  figures.commands += ordered;
  figures.tries += all.length;
  figures.reads += reads;
  figures.writes += done.length - reads;
  for (const { fault } of await logOf()) {
    const kind = fault ? `${fault.error} ${fault.when}` : 'nothing';
    figures.struck[kind] = (figures.struck[kind] ?? 0) + 1;
  }
};

describe('two processes that write at the same time, under faults', () => {
  it(
    'leave a world that is equal to what was acknowledged, and read nothing that never was',
    async () => {
      const commands = contactCommands(isLong ? 300 : 100, STRESS_REPLAY_PATH);
      await tryUntil({ seconds, seed, path: STRESS_PATH }, [faultRules, commands], async (faults, orders) => {
        const { model, real } = await begin(faults);
        try {
          await fc.asyncModelRun(() => ({ model, real }), orders);
          await settle.run(model, real);
        } finally {
          await Promise.allSettled(real.underWay);
        }
        await count(real);
      });
      expect(figures.writes).toBeGreaterThan(0);
      if (isLong) console.log({ seed, seconds, ...figures });
    },
    (seconds + 60) * 1000,
  );
});
