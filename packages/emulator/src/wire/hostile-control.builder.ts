import fc from 'fast-check';
import { ids } from '../world/worlds.builder.ts';
import { type HostileRequest, largeBody } from './hostile-frame.builder.ts';
import { damaged, hostileValue, spoiled } from './hostile-json.builder.ts';
import { crowdedWorld } from './hostile-world.builder.ts';

/** Only failures of the client's kind: those of the server's would look like a mistake of the emulator. */
const someFaults = [
  [{ operation: '*', error: 'AccessDenied', probability: 0.9, times: 3 }],
  [{ operation: 'account:*', error: 'StaleRead', caller: ids.management, after: 1, times: 1 }],
  [{ operation: 'organizations:*', account: ids.member, error: 'ExpiredCredentials', when: 'after', times: 2 }],
  [{ operation: 'GetAlternateContact', error: 'SlowBody', milliseconds: 3, probability: 0.5 }],
] as const;

const controlBody = fc.oneof(
  spoiled(crowdedWorld()),
  fc.constantFrom(...someFaults).chain(spoiled),
  fc.constantFrom<unknown>({ advance: 1000 }, { set: '2099-11-24T00:00:00.000Z' }, { advance: 3e14 }).chain(spoiled),
  damaged(fc.constant(JSON.stringify(crowdedWorld()))),
  hostileValue,
  largeBody,
);

const routes = [
  ...['PUT world', 'PUT world', 'PUT faults', 'PUT faults', 'POST clock', 'POST clock', 'GET world', 'GET calls'],
  ...[
    'GET calls',
    'GET faults',
    'GET clock',
    'DELETE calls',
    'DELETE faults',
    'POST reset',
    'GET health',
    'PATCH world',
  ],
  ...['GET __proto__', 'POST ', 'PUT world/1', 'HEAD health', 'GET codes', 'GET events'],
].map((route) => route.split(' '));

const query = fc.constantFrom(
  ...['', '', '', '?', '?limit=-1', '?limit=1e9&since=NaN', '?operation=%zz&account[]=1', '?outcome=*&__proto__=1'],
);

/** A call of the control address. */
export const controlCall: fc.Arbitrary<HostileRequest> = fc
  .record({
    route: fc.constantFrom(...routes),
    query,
    headers: fc.constantFrom({}, {}, { 'content-type': 'application/json' }, { 'content-type': 'text/plain' }),
    body: controlBody,
  })
  .map(({ route: [method = 'GET', name = ''], query: asked, headers, body }) => ({
    method,
    path: `/_emulator/${name}${asked}`,
    headers,
    body,
  }));
