import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { signedAs } from './client.builder.ts';
import type { Clock } from './clock.ts';
import type { Emulator, EmulatorOptions } from './create-emulator.ts';
import { emulatorOf, ids } from './world/worlds.builder.ts';

let open: Emulator[] = [];

afterEach(async () => {
  await Promise.all(open.map((emulator) => emulator.close()));
  open = [];
});

const start = async (options: EmulatorOptions = {}) => {
  const emulator = emulatorOf(options);
  open.push(emulator);
  return { emulator, ...(await emulator.listen()) };
};

const request = (body: string, headers = ''): string =>
  `POST /getAlternateContact HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${signedAs(ids.member, 'account')['authorization']}\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

const read = '{"AlternateContactType":"SECURITY"}';

/** Writes to a socket and collects what comes until it ends, or until so many answers have come. */
const exchange = (port: number, chunks: readonly (string | Uint8Array)[], answers = Number.POSITIVE_INFINITY) =>
  new Promise<{ readonly text: string; readonly error?: string }>((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => {
      for (const chunk of chunks) socket.write(chunk);
    });
    socket.setEncoding('utf8').on('data', (data) => {
      text += data;
      if (text.split('HTTP/1.1 ').length > answers && text.endsWith('}')) socket.destroy();
    });
    let error: string | undefined;
    socket.on('error', (thrown: NodeJS.ErrnoException) => {
      error = thrown.code ?? thrown.message;
    });
    socket.on('close', () => resolve({ text, ...(error !== undefined && { error }) }));
  });

interface Sleeper {
  readonly signal: AbortSignal | undefined;
  readonly wake: () => void;
}

/** A clock whose sleepers wake when somebody says so, or when they are not to wait any longer. */
const makeSleepingClock = () => {
  const sleepers = new EventEmitter();
  const kept: Sleeper[] = [];
  const sleep: Clock['sleep'] = (_, signal) =>
    new Promise((wake) => {
      signal?.addEventListener('abort', () => wake());
      kept.push({ signal, wake });
      sleepers.emit('sleeper');
    });
  const nextSleeper = async (): Promise<Sleeper> => {
    if (kept.length === 0) await once(sleepers, 'sleeper');
    return kept.shift()!;
  };
  return { now: () => 0, sleep, nextSleeper };
};

/** An emulator whose slow answers go on when their sleeper is woken. */
const startSlowly = async () => {
  const clock = makeSleepingClock();
  const faults = [{ operation: 'GetAlternateContact', error: 'SlowBody', milliseconds: 1000 }] as const;
  return { clock, ...(await start({ clock, faults })) };
};

const isAlive = async (url: string): Promise<boolean> => (await fetch(`${url}/_emulator/health`)).ok;

describe('over a socket', () => {
  it('picks a free port and says which', async () => {
    const { url, port } = await start();
    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect(await (await fetch(`${url}/_emulator/health`)).json()).toEqual({ status: 'ok' });
  });

  it('answers several requests of one connection', async () => {
    const { port } = await start();
    const { text, error } = await exchange(port, [request(read), request(read), request(read)], 3);
    expect(text.match(/HTTP\/1\.1 404/g)).toHaveLength(3);
    expect(error).toBeUndefined();
  });

  it('reads a body that arrives in pieces', async () => {
    const { port } = await start();
    const whole = request(read);
    const { text } = await exchange(port, [whole.slice(0, 40), whole.slice(40, -5), whole.slice(-5)], 1);
    expect(text).toContain('No contact of the inputted alternate contact type found.');
  });

  it('delivers 413 to a body over 1 MiB, whatever of it is still on its way, and goes on', async () => {
    const { port, url } = await start();
    const body = 'x'.repeat(8 * 1024 * 1024);
    const { text } = await exchange(port, [request(body)]);
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    expect(text.toLowerCase()).toContain('connection: close');
    expect(await isAlive(url)).toBe(true);
  });

  it('delivers 413 to a client that sends everything before it reads anything', async () => {
    const { port } = await start();
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.write(request('x'.repeat(20 * 1024 * 1024)), () => resolve());
    });
    const [text] = await once(socket, 'data');
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  it('does not listen for ever to a body that does not end', async () => {
    const { port, url } = await start();
    const pieces = Array.from({ length: 80 }, () => 'x'.repeat(1024 * 1024));
    const { text } = await exchange(port, [
      request('').replace('Content-Length: 0', 'Content-Length: 9999999999'),
      ...pieces,
    ]);
    expect(text).toMatch(/^(HTTP\/1\.1 413 |$)/);
    expect(await isAlive(url)).toBe(true);
  });

  it('delivers 413 to fetch, which sends all before it reads', async () => {
    const { url } = await start();
    const answered = await fetch(`${url}/getAlternateContact`, {
      method: 'POST',
      headers: signedAs(ids.member, 'account'),
      body: 'x'.repeat(4 * 1024 * 1024),
    });
    expect(answered.status).toBe(413);
    expect(await isAlive(url)).toBe(true);
  });

  it('answers garbage with 400 and goes on', async () => {
    const { port, url } = await start();
    for (const garbage of ['not http at all\r\n\r\n', new Uint8Array([0, 255, 22, 3, 1, 13, 10, 13, 10])])
      expect((await exchange(port, [garbage])).text).toMatch(/^(HTTP\/1\.1 400|$)/);
    expect(await isAlive(url)).toBe(true);
  });

  it('goes on when a client leaves in the middle of its body', async () => {
    const { port, url } = await start();
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(request(read).slice(0, -10), () => socket.destroy());
      });
      socket.on('close', () => resolve());
    });
    expect(await isAlive(url)).toBe(true);
  });

  it('breaks the connection where a fault orders it, once', async () => {
    const { port } = await start({
      faults: [{ operation: 'GetAlternateContact', error: 'ConnectionReset', times: 1 }],
    });
    expect(await exchange(port, [request(read)])).toEqual({ text: '', error: 'ECONNRESET' });
    expect((await exchange(port, [request(read)], 1)).text).toContain('HTTP/1.1 404');
  });

  it('breaks off in fetch too, as a network does', async () => {
    const emulator = emulatorOf({ faults: [{ operation: 'GetAlternateContact', error: 'ConnectionReset' }] });
    const sent = new Request('http://127.0.0.1/getAlternateContact', {
      method: 'POST',
      headers: signedAs(ids.member, 'account'),
      body: read,
    });
    await expect(emulator.fetch(sent)).rejects.toThrow(TypeError);
  });

  it('sends the head of a slow answer at once, and its body by the clock', async () => {
    const { port, clock } = await startSlowly();
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    socket.write(request(read));
    const [head] = await once(socket, 'data');
    expect(head).toMatch(/^HTTP\/1\.1 404 [\s\S]*content-length: 70\r\n[\s\S]*\r\n\r\n$/);
    let body = '';
    socket.on('data', (data) => {
      body += data;
    });
    for (let piece = 0; piece < 10; piece++) {
      (await clock.nextSleeper()).wake();
      await once(socket, 'data');
    }
    expect(body).toBe('{"message":"No contact of the inputted alternate contact type found."}');
    socket.destroy();
  });

  it('serves the next request of the connection after a slow answer', async () => {
    const { port } = await start({
      faults: [{ operation: 'GetAlternateContact', error: 'SlowBody', milliseconds: 50, times: 1 }],
    });
    const { text, error } = await exchange(port, [request(read), request(read)], 2);
    expect(text.match(/HTTP\/1\.1 404/g)).toHaveLength(2);
    expect(text.match(/No contact of the inputted/g)).toHaveLength(2);
    expect(error).toBeUndefined();
  });

  it('goes on when a client leaves in the middle of a slow answer, and waits no longer for it', async () => {
    const { port, url, clock } = await startSlowly();
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    socket.write(request(read));
    await once(socket, 'data');
    const sleeper = await clock.nextSleeper();
    socket.destroy();
    await once(sleeper.signal!, 'abort');
    expect(await isAlive(url)).toBe(true);
  });

  it('ends at once when closed in the middle of a slow answer', async () => {
    const { emulator, port, clock } = await startSlowly();
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    socket.on('error', () => {});
    socket.write(request(read));
    await once(socket, 'data');
    const sleeper = await clock.nextSleeper();
    await Promise.all([emulator.close(), once(sleeper.signal!, 'abort'), once(socket, 'close')]);
    expect(sleeper.signal?.aborted).toBe(true);
  });

  it('gives the query of a request on', async () => {
    const { url } = await start();
    expect((await fetch(`${url}/_emulator/calls?limit=1`)).status).toBe(200);
    expect((await fetch(`${url}/_emulator/calls?limit=?`)).status).toBe(400);
  });

  it('ends at once when closed, open connections included, and can listen again', async () => {
    const { emulator, port, url } = await start();
    const waiting = exchange(port, []);
    expect(await isAlive(url)).toBe(true);
    await emulator.close();
    await waiting;
    await expect(fetch(url)).rejects.toThrow(TypeError);
    const again = await emulator.listen({ port });
    expect(await isAlive(again.url)).toBe(true);
  });

  it('says when a port is taken', async () => {
    const { port, emulator } = await start();
    await expect(emulator.listen({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
