import { createHash } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { realClock } from '../pace/clock.ts';
import { sqsEvents } from './aws/sqs-events.ts';
import type { Arrival, EventSource } from './event-source.ts';
import { serveHealth } from './health.ts';
import { readServerSentEvents } from './server-sent-events.ts';
import { sseEvents } from './sse-events.ts';

const servers: Server[] = [];

/** Answers requests on this machine, the first with the first answer and so on; the last is repeated. */
const serve = async (
  ...answers: readonly ((
    response: ServerResponse,
    seen: { headers: NodeJS.Dict<string | string[]>; body: string },
  ) => void)[]
): Promise<string> => {
  let count = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    answers[Math.min(count++, answers.length - 1)]?.(response, {
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

afterEach(async () => {
  for (const server of servers.splice(0)) {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
});

/** Listens until so many arrivals have come. */
const arrivalsOf = async (source: EventSource, count: number, cursor: string | null = null) => {
  const arrivals: Arrival[] = [];
  const enough = new AbortController();
  await source.listen(
    async (arrival) => {
      arrivals.push(arrival);
      if (arrivals.length >= count) enough.abort();
    },
    cursor,
    enough.signal,
  );
  return arrivals;
};

const impatient = { ...realClock, sleep: (_: number, signal?: AbortSignal) => realClock.sleep(1, signal) };

describe('a stream of server-sent events', () => {
  const parse = async (...chunks: readonly (string | Uint8Array)[]) => {
    const encoder = new TextEncoder();
    const body = ReadableStream.from(chunks.map((each) => (typeof each === 'string' ? encoder.encode(each) : each)));
    const events = [];
    for await (const event of readServerSentEvents(body)) events.push(event);
    return events;
  };

  it('is read message by message, wherever it is cut', async () => {
    const text = ': hello\n\nid: 1\ndata: {"a":\ndata: 1}\n\nevent: gap\ndata: {}\n\n';
    const whole = [
      { name: 'message', data: '{"a":\n1}', id: '1' },
      { name: 'gap', data: '{}', id: null },
    ];
    expect(await parse(text)).toEqual(whole);
    expect(await parse(...text)).toEqual(whole);
    expect(await parse(text.replaceAll('\n', '\r\n'))).toEqual(whole);
  });

  it('may be cut in the middle of a character, and an unfinished message is no message', async () => {
    const bytes = new TextEncoder().encode('data: é\n\ndata: lost');
    expect(await parse(bytes.subarray(0, 7), bytes.subarray(7))).toEqual([{ name: 'message', data: 'é', id: null }]);
  });

  it('goes on where it was after it broke off', async () => {
    const asked: unknown[] = [];
    const url = await serve(
      (response, { headers }) => {
        asked.push(headers['last-event-id']);
        response.end('id: 7\ndata: {"n":1}\n\n');
      },
      (response) => response.writeHead(503).end(),
      (response, { headers }) => {
        asked.push(headers['last-event-id']);
        response.write('id: 8\ndata: {"n":2}\n\nevent: gap\ndata: {"missing":1}\n\n');
      },
    );
    expect(await arrivalsOf(sseEvents(url, impatient), 5, '6')).toEqual([
      { kind: 'event', event: { n: 1 }, cursor: '7' },
      { kind: 'lost', because: 'the stream ended' },
      { kind: 'back' },
      { kind: 'event', event: { n: 2 }, cursor: '8' },
      { kind: 'gap', because: 'the stream says gap' },
    ]);
    expect(asked).toEqual(['6', '7']);
  });

  it('that nobody answers is lost, and tried again', async () => {
    expect(await arrivalsOf(sseEvents('http://127.0.0.1:1/none', impatient), 1)).toEqual([
      { kind: 'lost', because: expect.stringMatching(/fetch failed/) },
    ]);
  });

  it('passes on what a taker throws', async () => {
    const url = await serve((response) => response.write('data: {}\n\n'));
    const listening = sseEvents(url, impatient).listen(
      async () => {
        throw new Error('the disk is full');
      },
      null,
      new AbortController().signal,
    );
    await expect(listening).rejects.toThrow('the disk is full');
  });
});

describe('a queue', () => {
  const aMessage = (Body: string, ReceiptHandle: string) => ({
    Body,
    ReceiptHandle,
    MD5OfBody: createHash('md5').update(Body).digest('hex'),
  });

  const json = (response: ServerResponse, body: unknown, status = 200): void => {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
  };

  it('hands over messages, and deletes them once they were taken', async () => {
    const bodies: string[] = [];
    const keep =
      (answer: unknown, status?: number) =>
      (response: ServerResponse, { body }: { body: string }) => {
        bodies.push(body);
        json(response, answer, status);
      };
    const url = await serve(
      keep({ Messages: [aMessage('{"n":1}', 'one'), aMessage('no JSON', 'two')] }),
      keep({ Successful: [], Failed: [] }),
      keep({ __type: 'com.amazonaws.sqs#QueueDoesNotExist', message: 'gone' }, 400),
    );
    process.env['AWS_ACCESS_KEY_ID'] ??= 'AKIDEXAMPLE';
    process.env['AWS_SECRET_ACCESS_KEY'] ??= 'secret';
    const source = sqsEvents(
      { queueUrl: `${url}/222233334444/contacts`, endpoint: url, region: 'us-east-1' },
      impatient,
    );
    expect(await arrivalsOf(source, 3)).toEqual([
      { kind: 'event', event: { n: 1 }, cursor: null },
      { kind: 'event', event: undefined, cursor: null },
      { kind: 'lost', because: expect.stringContaining('gone') },
    ]);
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ MaxNumberOfMessages: 10, WaitTimeSeconds: 20 });
    expect(JSON.parse(bodies[1] ?? '')).toMatchObject({
      Entries: [{ ReceiptHandle: 'one' }, { ReceiptHandle: 'two' }],
    });
  });
});

describe('the health', () => {
  const well = {
    status: 'ok',
    lastLookAtEverything: null,
    waitingAccounts: 0,
    contestedContacts: 0,
    writtenIn24Hours: 0,
    events: null,
    lastTrouble: null,
  } as const;

  it('is answered on this machine, with 503 when the watch is behind', async () => {
    let status: 'ok' | 'behind' = 'ok';
    const server = await serveHealth(0, async () => ({ ...well, status }));
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const first = await fetch(server.url);
    expect([first.status, await first.json()]).toEqual([200, well]);
    status = 'behind';
    expect((await fetch(server.url)).status).toBe(503);
    expect((await fetch(server.url, { method: 'POST' })).status).toBe(405);
    await server.close();
  });
});
