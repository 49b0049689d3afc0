import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '../create-emulator.ts';
import { parseWorld } from '../world/parse-world.ts';
import { emulatorOf } from '../world/worlds.builder.ts';
import { exchange, type Step } from './exchange.builder.ts';
import type { HostileRequest } from './hostile-frame.builder.ts';
import { hostileRequest } from './hostile-request.builder.ts';
import { hostileSteps } from './hostile-steps.builder.ts';
import { crowdedWorld } from './hostile-world.builder.ts';

/** The same trouble in every run: new trouble is looked for by the fuzzer, for as long as one likes. */
const seed = 20_261_124;

const sendTo = async (emulator: Emulator, { method, path, headers, body }: HostileRequest) => {
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const sent = new Request(`http://127.0.0.1${path}`, { method, headers, ...(hasBody && { body }) });
  const answered = await emulator.fetch(sent);
  return { status: answered.status, text: await answered.text() };
};

const isTaken = (status: number): boolean => status === 200 || (status >= 400 && status < 500);

describe('a hostile request', () => {
  it('is refused, or has a sound meaning; it is never a mistake, and the world stays a world', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileRequest, { minLength: 1, maxLength: 8 }), async (requests) => {
        const emulator = emulatorOf({ world: crowdedWorld() });
        for (const request of requests) {
          const { status, text } = await sendTo(emulator, request);
          expect(isTaken(status), `${status} ${text.slice(0, 300)}`).toBe(true);
        }
        const world = emulator.snapshot();
        expect(parseWorld(JSON.stringify(world))).toEqual({ kind: 'world', world });
        const calls = await sendTo(emulator, { method: 'GET', path: '/_emulator/calls', headers: {}, body: '' });
        expect(calls.status).toBe(200);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { seed, numRuns: 100 },
    );
  });

  it('that is refused by a service changes nothing', async () => {
    const called = hostileRequest.filter(({ path }) => !path.startsWith('/_emulator/'));
    await fc.assert(
      fc.asyncProperty(called, async (request) => {
        const emulator = emulatorOf({ world: crowdedWorld() });
        const { status } = await sendTo(emulator, request);
        if (status !== 200) expect(emulator.snapshot()).toEqual(crowdedWorld());
      }),
      { seed, numRuns: 100 },
    );
  });
});

describe('over a socket', () => {
  let emulator: Emulator;
  let port: number;
  let impatient: number;
  beforeAll(async () => {
    emulator = emulatorOf({ world: crowdedWorld() });
    ({ port } = await emulator.listen());
    ({ port: impatient } = await emulator.listen({ patience: { head: 100, whole: 200 } }));
  });
  afterAll(() => emulator.close());

  const health = async (): Promise<number> => (await fetch(`http://127.0.0.1:${port}/_emulator/health`)).status;

  it('nobody who writes nonsense, leaves or goes on for ever ends the emulator', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileSteps, { minLength: 1, maxLength: 6 }), async (together) => {
        const heard = await Promise.all(together.map((steps) => exchange(port, steps, 2000)));
        for (const { statuses, text } of heard)
          for (const status of statuses) expect(isTaken(status) || status === 100, text.slice(0, 500)).toBe(true);
        expect(await health()).toBe(200);
        emulator.reset();
      }),
      { seed, numRuns: 25 },
    );
  });

  const send = (text: string): Step => ({ kind: 'send', bytes: Buffer.from(text) });
  const wait: Step = { kind: 'wait', milliseconds: 20 };
  const head = 'POST /getAlternateContact HTTP/1.1\r\nHost: 127.0.0.1\r\n';

  it.each<readonly [string, readonly Step[]]>([
    ['sends nothing', []],
    ['stops in its first line', [send('POST /getAl')]],
    ['has headers without end', [send(head), ...Array.from({ length: 100 }, () => [wait, send('X: 1\r\n')]).flat()]],
    ['never sends the body', [send(`${head}Content-Length: 5\r\n\r\n`)]],
    [
      'sends its body a byte at a time',
      [send(`${head}Content-Length: 500\r\n\r\n`), ...Array.from({ length: 100 }, () => [wait, send('x')]).flat()],
    ],
    ['never ends its chunks', [send(`${head}Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n`)]],
  ])('who %s gets 408, and the connection is closed', async (_, steps) => {
    const { statuses, end } = await exchange(impatient, steps, 5000);
    expect(statuses).toEqual([408]);
    expect(end).not.toBe('patience');
    expect(await health()).toBe(200);
  });
});
