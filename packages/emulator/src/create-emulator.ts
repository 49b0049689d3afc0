import { type BehaviourName, chooseBehaviour } from './behaviour/behaviours.ts';
import { type Clock, makeMovableClock, realClock } from './clock.ts';
import { makeCallLog } from './control/call-log.ts';
import { control } from './control/control.ts';
import { makeEventLog } from './event/event-log.ts';
import { serviceEvent } from './event/service-event.ts';
import { checkFaultRules, type FaultRule } from './fault/fault-rule.ts';
import { makeFaults } from './fault/faults.ts';
import { isLatency, type LatencyChoice, makeLatency } from './fault/latency.ts';
import { type Listening, listen, type Patience } from './listen.ts';
import { answer, type Machinery } from './pipeline.ts';
import { makeThrottle, type QuotaChoice } from './quota/throttle.ts';
import { settleRegions } from './services/account/region-status.ts';
import { openStateFolder } from './state/file/state-folder.ts';
import { goOn, recordedClock } from './state/go-on.ts';
import { recordOf } from './state/replay.ts';
import { toFetch } from './to-fetch.ts';
import { dated } from './wire/dated.ts';
import { controlPrefix } from './wire/read-body.ts';
import { ownMistake, type WireAnswer, type WireRequest } from './wire/request.ts';
import { emptyWorld } from './world/empty-world.ts';
import { makeWorldState, snapshotOf } from './world/make-world-state.ts';
import { checkWorld } from './world/parse-world.ts';
import { makePast } from './world/past.ts';
import { seedWorld } from './world/seed-world.ts';
import { settle } from './world/settle.ts';
import type { World } from './world/world-file.ts';
import type { WorldState } from './world/world-state.ts';

/** How an emulator is set up; everything has a default. */
export interface EmulatorOptions {
  /** A world to begin with; otherwise one is made from `accounts` and `seed`. */
  readonly world?: World;
  /** How many accounts the made world has, 3 to 50,000. Default 120. */
  readonly accounts?: number;
  /** Equal seeds make equal worlds. Default 1. */
  readonly seed?: number;
  /** One account and no organization yet. */
  readonly empty?: boolean;
  /** The account of an empty world. Default 111122223333. */
  readonly account?: string;
  /** Default `aws`. */
  readonly quotas?: QuotaChoice;
  /** Asynchronous things finish at once. Default false. */
  readonly instant?: boolean;
  /** Milliseconds before each answer, or the least and the most of them. Default 0. */
  readonly latency?: LatencyChoice;
  readonly behaviour?: { readonly [Name in BehaviourName]?: string };
  readonly faults?: readonly FaultRule[];
  /** Equal seeds make equal chances of faults and latencies. Default: `seed`. */
  readonly faultSeed?: number;
  /** How far reads of Account Management are behind its writes, in milliseconds. Default 0. */
  readonly consistencyDelay?: number;
  /** Refuse what was not signed with the secret of its key, or more than five minutes ago. Default false. */
  readonly verifySignatures?: boolean;
  /** The secret of administrators, and of users that declare none. Default `test`. */
  readonly secret?: string;
  /** A folder in which it lives on: every acknowledged write is there when it starts again, also after a crash. Throws where it is in use or damaged. */
  readonly state?: string;
  readonly clock?: Clock;
  /** How many calls the log keeps. Default 100,000. */
  readonly logCapacity?: number;
  /** How many events are kept. Default 10,000. */
  readonly eventCapacity?: number;
  /** How long after a change its events can be seen, in milliseconds. Default 0. */
  readonly eventDelay?: number;
}

/** An organization of AWS accounts on this machine. */
export interface Emulator {
  /** Answers a request without any network. A connection reset rejects with a TypeError, as fetch does. */
  fetch(request: Request): Promise<Response>;
  /** Answers over HTTP on 127.0.0.1; port 0 picks a free one. */
  listen(options?: { readonly port?: number; readonly patience?: Patience }): Promise<Listening>;
  /** Goes back to the world it began with; buckets, faults, the log and the clock too. */
  reset(): void;
  /** The world as plain data, in the form of a world file. */
  snapshot(): World;
  /** Ends whatever listens; what it has done is in its folder then, and the folder free. */
  close(): Promise<void>;
}

/** An emulator whose world can be looked at without a copy of it: that of a large organization takes a while. */
export interface OpenEmulator extends Emulator {
  readonly world: () => WorldState;
}

/** Makes an emulator of AWS Account Management, Organizations and STS. Nothing is global: several live side by side. */
export const createEmulator = (options?: EmulatorOptions): Emulator => {
  const { world, ...emulator } = openEmulator(options);
  return emulator;
};

/** Makes one for the command, which may know how its world begins: it was checked when it was read, and that takes a second if it is large. */
export const openEmulator = (options: EmulatorOptions = {}, makeStart = worldMaker(options)): OpenEmulator => {
  const clock = makeMovableClock(options.clock ?? realClock);
  const ordered = checkedFaults(options.faults ?? []);
  let state: WorldState;
  const worldAt = (now: number): WorldState => {
    settle(state, now);
    for (const happening of state.happenings.splice(0))
      machinery.events.publish(serviceEvent(happening, machinery.behaviour));
    return state;
  };
  const machinery: Machinery = {
    ...makeMachinery({ ...options, faults: ordered }, () => worldAt(clock.now()), clock),
    written: (write) => folder?.add(recordOf(write)),
  };
  const makeWaits = () => makeLatency(checkedLatency(options.latency), seedOf(options));
  let nextWait = makeWaits();
  const load = (world: World): void => {
    state = makeWorldState(world);
    machinery.past.clear();
    machinery.events.clear();
    folder?.replace();
  };
  const reset = (): void => {
    clock.reset();
    load(makeStart());
    machinery.throttle.reset();
    machinery.faults.set(ordered);
    machinery.log.clear();
    nextWait = makeWaits();
  };
  const current = (): WorldState => worldAt(clock.now());
  const snapshot = () => settled(snapshotOf(current()), clock.now());
  const settleAll = (): number => current().agenda.soonest;
  const folder = options.state === undefined ? undefined : openStateFolder(options.state);
  state = makeWorldState(folder?.found?.world ?? makeStart());
  if (folder) goOn(folder, { machinery, clock, snapshot, worldAt });
  const recorded = folder ? recordedClock(clock, folder) : clock;
  const controls = { machinery, clock: recorded, snapshot, load, reset, settle: settleAll };
  const controlled = (request: WireRequest): WireAnswer => {
    settleAll();
    const answered = control(controls, request);
    settleAll();
    return answered;
  };
  const respond = async (request: WireRequest): Promise<WireAnswer> => {
    const isControl = request.path.startsWith(controlPrefix);
    const wait = isControl ? 0 : nextWait();
    if (wait > 0) await clock.sleep(wait);
    const answered = dated(isControl ? controlled(request) : answer(machinery, request), clock.now());
    const settling = folder?.settled();
    // Nobody is told of anything that a crash could undo.
    return settling ? settling.then(() => answered, ownMistake) : answered;
  };
  const listening: Listening[] = [];
  return {
    fetch: (request) => toFetch(respond, request, clock),
    listen: async ({ port = 0, patience } = {}) => {
      const one = await listen(respond, port, clock, patience);
      listening.push(one);
      return one;
    },
    reset,
    snapshot,
    world: current,
    close: async () => {
      await Promise.all(listening.splice(0).map((one) => one.close()));
      await folder?.close();
    },
  };
};

const makeMachinery = (options: EmulatorOptions, world: () => WorldState, clock: Clock): Machinery => ({
  world,
  behaviour: chooseBehaviour(options.behaviour),
  throttle: makeThrottle(options.quotas ?? 'aws'),
  faults: makeFaults(options.faults ?? [], seedOf(options)),
  log: makeCallLog(options.logCapacity ?? 100_000),
  events: makeEventLog({
    capacity: options.eventCapacity ?? 10_000,
    delay: checkedEventDelay(options.eventDelay),
    seed: options.seed ?? 1,
  }),
  now: clock.now,
  instant: options.instant ?? false,
  past: makePast(checkedDelay(options.consistencyDelay)),
  ...(options.verifySignatures && { secret: options.secret ?? 'test' }),
});

const seedOf = ({ faultSeed, seed = 1 }: EmulatorOptions): number => faultSeed ?? seed;

/** A copy of the world in which what has come to its end is written down. */
const settled = (world: World, now: number): World => {
  settleRegions({ world: { accounts: new Map(world.accounts.map((account) => [account.id, account])) }, now });
  return world;
};

/** Makes the world that it begins with, as often as it begins. */
const worldMaker = ({ world, empty, account, accounts = 120, seed = 1 }: EmulatorOptions): (() => World) => {
  if (empty) return () => emptyWorld(account ?? '111122223333');
  if (!world) return () => seedWorld(accounts, seed);
  const checked = checkedWorld(world);
  return () => structuredClone(checked);
};

const checkedWorld = (world: World): World => {
  const checked = checkWorld(world);
  if (checked.kind === 'world') return checked.world;
  throw new Error(`This is no world: ${checked.problems.join('; ')}`);
};

const checkedFaults = (rules: readonly FaultRule[]): readonly FaultRule[] => {
  const checked = checkFaultRules(rules);
  if (checked.kind === 'rules') return checked.rules;
  throw new Error(`These are no fault rules: ${checked.problems.join('; ')}`);
};

const checkedLatency = (latency: LatencyChoice = 0): LatencyChoice => {
  if (isLatency(latency)) return latency;
  throw new Error(
    `A latency is a whole number of milliseconds from 0 to 60000, or the least and the most of them, and not ${JSON.stringify(latency)}.`,
  );
};

const checkedDelay = (delay = 0): number => whole('A consistency delay', delay);

const checkedEventDelay = (delay = 0): number => whole('A delay of events', delay);

const whole = (what: string, milliseconds: number): number => {
  if (Number.isInteger(milliseconds) && milliseconds >= 0) return milliseconds;
  throw new Error(`${what} is a whole number of milliseconds from 0 on, and not ${milliseconds}.`);
};
