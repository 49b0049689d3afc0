import type { MovableClock } from '../clock.ts';
import { checkFaultRules } from '../fault/fault-rule.ts';
import type { Machinery } from '../pipeline.ts';
import { codesIn } from '../services/account/codes.ts';
import { controlPrefix } from '../wire/read-body.ts';
import { readJson } from '../wire/read-json.ts';
import { jsonAnswer, type WireAnswer, type WireRequest } from '../wire/request.ts';
import { checkWorld } from '../world/parse-world.ts';
import type { World } from '../world/world-file.ts';
import { parseCallFilter } from './call-filter.ts';
import { moveClock, readClock } from './clock-route.ts';
import { readEvents } from './event-route.ts';

/** What the control address can do besides looking. */
export interface Controls {
  readonly machinery: Machinery;
  readonly clock: MovableClock;
  readonly snapshot: () => World;
  readonly load: (world: World) => void;
  readonly reset: () => void;
  /** Brings to its end what is due, and says when something comes next; milliseconds since the epoch. */
  readonly settle: () => number;
}

const localHost = /^(127(\.\d+){3}|localhost|\[::1\])(:\d+)?$/;

/** Answers a control call. Refused unless the Host is this machine: a page in a browser must not reach it under another name. */
export const control = (controls: Controls, request: WireRequest): WireAnswer => {
  if (!localHost.test(request.headers['host'] ?? ''))
    return jsonAnswer(403, { message: 'The control address is for this machine only.' });
  const route = routes[`${request.method} ${request.path.slice(controlPrefix.length)}`];
  return route
    ? route(controls, request.body, request.query, request)
    : jsonAnswer(404, { message: `There is ${Object.keys(routes).join(', ')}.` });
};

type Route = (controls: Controls, body: string, query: string, request: WireRequest) => WireAnswer;

const done = jsonAnswer(200, { ok: true });

const routes: Readonly<Record<string, Route>> = {
  'GET health': () => jsonAnswer(200, { status: 'ok' }),
  'POST reset': ({ reset }) => {
    reset();
    return done;
  },
  'GET world': ({ snapshot }) => jsonAnswer(200, snapshot()),
  'PUT world': ({ load }, body) => {
    const checked = checkWorld(jsonIn(body));
    if (checked.kind === 'invalid')
      return jsonAnswer(400, { message: 'This is no world.', problems: checked.problems });
    load(checked.world);
    return done;
  },
  'GET codes': ({ machinery: { world, now } }) => jsonAnswer(200, codesIn(world(), now())),
  'GET clock': ({ clock }) => readClock(clock),
  'POST clock': ({ clock }, body) => moveClock(clock, jsonIn(body)),
  'GET calls': ({ machinery: { log } }, _, query) => {
    const filter = parseCallFilter(query);
    return filter.kind === 'mistake'
      ? jsonAnswer(400, { message: filter.message })
      : jsonAnswer(200, { calls: filter.pick(log.calls()), counters: log.counters() });
  },
  'GET events': ({ machinery: { events }, clock, settle }, _, __, request) =>
    readEvents({ events, clock, settle }, request),
  'DELETE events': ({ machinery: { events } }) => {
    events.clear();
    return done;
  },
  'DELETE calls': ({ machinery: { log } }) => {
    log.clear();
    return done;
  },
  'GET faults': ({ machinery: { faults } }) => jsonAnswer(200, faults.rules()),
  'PUT faults': ({ machinery: { faults } }, body) => {
    const checked = checkFaultRules(jsonIn(body));
    if (checked.kind === 'invalid') return jsonAnswer(400, { message: checked.problems.join('; ') });
    faults.set(checked.rules);
    return done;
  },
  'DELETE faults': ({ machinery: { faults } }) => {
    faults.set([]);
    return done;
  },
};

/** What is no JSON is nothing, and refused as that. */
const jsonIn = (body: string): unknown => {
  const read = readJson(body);
  return read.kind === 'json' ? read.value : undefined;
};
