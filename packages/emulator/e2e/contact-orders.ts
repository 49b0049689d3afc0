import fc from 'fast-check';
import type { Command, Key, Try, WriterProcess } from './processes.ts';
import { keyOf, type Names } from './replay.ts';

/** What the emulator has to hold. */
export interface Model {
  /** What each contact may be: one value, unless both writers wrote it since everything was last acknowledged. */
  readonly possible: Map<string, ReadonlySet<string | undefined>>;
  /** Since then: what each writer wrote last to each contact. */
  readonly last: Map<string, Map<string, string | undefined>>;
}

/** The processes, and what came of what they were told. */
export interface Real {
  readonly writers: readonly WriterProcess[];
  /** The first belongs to the first writer, the second to the second, the others to both. */
  readonly accounts: readonly string[];
  /** What the world held at the beginning. */
  readonly before: Names;
  /** By the account that calls. */
  readonly tries: ReadonlyMap<string, Try[]>;
  readonly underWay: Promise<void>[];
  /** Compares the world and the log with what the writers saw, and gives the world. */
  readonly compare: (real: Real) => Promise<Names>;
  /** How many commands were given. */
  ordered: number;
}

type ContactCommand = fc.AsyncCommand<Model, Real>;

interface Order {
  readonly kind: Command['kind'];
  readonly writer: number;
  readonly account: number;
  readonly type: string;
  readonly name: string;
}

const give = async ({ kind, writer, account, type, name }: Order, model: Model, real: Real): Promise<void> => {
  const key: Key = { account: real.accounts[account] ?? '', type };
  const told = real.writers[writer];
  if (!told) throw new Error(`There is no writer ${writer}.`);
  const contact = { Name: name, Title: 'Stress', EmailAddress: 'stress@example.com', PhoneNumber: '5' };
  const done = told.order({ kind, ...key, ...(kind === 'put' && { contact }) });
  real.underWay.push(done.then((tries) => void real.tries.get(told.caller)?.push(...tries)));
  real.ordered += 1;
  if (kind === 'get') return;
  const last = model.last.get(keyOf(key)) ?? new Map<string, string | undefined>();
  model.last.set(keyOf(key), last.set(told.caller, kind === 'put' ? name : undefined));
};

/** A writer begins a command, whatever else is under way. */
const orderOf = (order: Order): ContactCommand => ({
  check: () => order.account > 1 || order.account === order.writer,
  run: (model, real) => give(order, model, real),
  toString: () => `writer ${order.writer}: ${order.kind} ${order.account} ${order.type} ${order.name}`,
});

/** Waits until everything is acknowledged, and compares. */
export const settle: ContactCommand = {
  check: () => true,
  run: async (model, real) => {
    await Promise.all(real.underWay.splice(0));
    const world = await real.compare(real);
    for (const [key, byWriter] of model.last) model.possible.set(key, new Set(byWriter.values()));
    model.last.clear();
    for (const [key, possible] of model.possible) {
      const held = world.get(key);
      if (!possible.has(held))
        throw new Error(`${key} holds ${held}, and was last written as ${[...possible].join(' or ')}.`);
      model.possible.set(key, new Set([held]));
    }
  },
  toString: () => 'settle',
};

/** Names tell writes apart: two of them are hardly ever equal. */
const name = fc.integer({ min: 0, max: 2 ** 31 - 1 }).map((number) => `N${number.toString(36)}`);

const order = fc
  .record({
    kind: fc.constantFrom<Command['kind']>('put', 'put', 'delete', 'get'),
    writer: fc.integer({ min: 0, max: 1 }),
    account: fc.integer({ min: 0, max: 3 }),
    type: fc.constantFrom('BILLING', 'OPERATIONS', 'SECURITY'),
    name,
  })
  .map(orderOf);

/** Commands of both writers, and now and then a comparison. */
export const contactCommands = (most: number, replayPath: string | undefined) =>
  fc.commands([...Array.from({ length: 12 }, () => order), fc.constant(settle)], {
    maxCommands: most,
    size: 'max',
    ...(replayPath !== undefined && { replayPath }),
  });
