import { type BehaviourName, chooseBehaviour } from './behaviour/behaviours.ts';
import { type Clock, realClock } from './clock.ts';
import { makeCallLog } from './control/call-log.ts';
import { control, controlPrefix } from './control/control.ts';
import { type FaultRule, faultRulesSchema, makeFaults } from './fault/faults.ts';
import { type Listening, listen } from './listen.ts';
import { answer, type Machinery } from './pipeline.ts';
import { makeThrottle, type QuotaChoice } from './quota/throttle.ts';
import { settleCreations } from './services/organizations/creations.ts';
import { readBody } from './wire/read-body.ts';
import { tooLarge, type WireAnswer, type WireRequest } from './wire/request.ts';
import { emptyWorld } from './world/empty-world.ts';
import { checkWorld } from './world/parse-world.ts';
import { seedWorld } from './world/seed-world.ts';
import type { World } from './world/world-file.ts';
import { makeWorldState, snapshotOf, type WorldState } from './world/world-state.ts';

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
  /** Milliseconds before each answer. Default 0. */
  readonly latency?: number;
  readonly behaviour?: { readonly [Name in BehaviourName]?: string };
  readonly faults?: readonly FaultRule[];
  readonly clock?: Clock;
  /** How many calls the log keeps. Default 100,000. */
  readonly logCapacity?: number;
}

/** An organization of AWS accounts on this machine. */
export interface Emulator {
  /** Answers a request without any network. A connection reset rejects with a TypeError, as fetch does. */
  fetch(request: Request): Promise<Response>;
  /** Answers over HTTP on 127.0.0.1; port 0 picks a free one. */
  listen(options?: { readonly port?: number }): Promise<Listening>;
  /** Goes back to the world it began with; buckets, faults and the log too. */
  reset(): void;
  /** The world as plain data, in the form of a world file. */
  snapshot(): World;
  /** Ends whatever listens. */
  close(): Promise<void>;
}

/** Makes an emulator of AWS Account Management, Organizations and STS. Nothing is global: several live side by side. */
export const createEmulator = (options: EmulatorOptions = {}): Emulator => {
  const { clock = realClock, latency = 0, faults: ordered = [] } = options;
  const start = makeWorld(options);
  let state = makeWorldState(start);
  const current = (): WorldState => {
    settleCreations({ world: state, now: clock.now() });
    return state;
  };
  const machinery: Machinery = {
    world: current,
    behaviour: chooseBehaviour(options.behaviour),
    throttle: makeThrottle(options.quotas ?? 'aws'),
    faults: makeFaults(checkedFaults(ordered)),
    log: makeCallLog(options.logCapacity ?? 100_000),
    now: clock.now,
    instant: options.instant ?? false,
  };
  const load = (world: World): void => {
    state = makeWorldState(world);
  };
  const reset = (): void => {
    load(start);
    machinery.throttle.reset();
    machinery.faults.set(ordered);
    machinery.log.clear();
  };
  const snapshot = () => snapshotOf(current());
  const controls = { machinery, snapshot, load, reset };
  const respond = (request: WireRequest): WireAnswer | Promise<WireAnswer> => {
    if (request.path.startsWith(controlPrefix)) return control(controls, request);
    return latency === 0 ? answer(machinery, request) : clock.sleep(latency).then(() => answer(machinery, request));
  };
  const listening: Listening[] = [];
  return {
    fetch: (request) => toFetch(respond, request),
    listen: async ({ port = 0 } = {}) => {
      const one = await listen(respond, port);
      listening.push(one);
      return one;
    },
    reset,
    snapshot,
    close: async () => {
      await Promise.all(listening.splice(0).map((one) => one.close()));
    },
  };
};

const makeWorld = ({ world, empty, account, accounts = 120, seed = 1 }: EmulatorOptions): World => {
  if (world) return checkedWorld(world);
  return empty ? emptyWorld(account ?? '111122223333') : seedWorld(accounts, seed);
};

const checkedWorld = (world: World): World => {
  const checked = checkWorld(world);
  if (checked.kind === 'world') return checked.world;
  throw new Error(`This is no world: ${checked.problems.join('; ')}`);
};

const checkedFaults = (rules: readonly FaultRule[]): readonly FaultRule[] => {
  const parsed = faultRulesSchema.safeParse(rules);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
};

const toFetch = async (
  respond: (request: WireRequest) => WireAnswer | Promise<WireAnswer>,
  request: Request,
): Promise<Response> => {
  const { pathname, host } = new URL(request.url);
  const headers = { host, ...Object.fromEntries(request.headers) };
  const body = await readBody(request.body ?? noBody());
  const answered =
    body.kind === 'text'
      ? await respond({ method: request.method, path: pathname, headers, body: body.text })
      : tooLarge;
  if (answered.kind === 'reset') throw new TypeError('fetch failed', { cause: new Error('ECONNRESET') });
  return new Response(answered.body, { status: answered.status, headers: answered.headers });
};

async function* noBody(): AsyncGenerator<Uint8Array> {}
