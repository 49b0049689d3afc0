import { get } from 'node:http';
import { describe, expect, it } from 'vitest';
import { account, organizations } from '../client.builder.ts';
import { createEmulator, type Emulator } from '../create-emulator.ts';
import { namesOf } from '../event/events.builder.ts';
import { mary } from '../services/account/contacts.builder.ts';
import { emulatorOf, ids, makeClock, smallWorld } from '../world/worlds.builder.ts';

const security = { AlternateContactType: 'SECURITY' };

const tag = (emulator: Emulator, Value: string, caller: string = ids.management) =>
  organizations(emulator, caller).call('TagResource', { ResourceId: ids.member, Tags: [{ Key: 'team', Value }] });

const ask = async (emulator: Emulator, query = '', init: RequestInit = {}) => {
  const reply = await emulator.fetch(new Request(`http://127.0.0.1/_emulator/events${query}`, init));
  return { status: reply.status, body: (await reply.json()) as Readonly<Record<string, unknown>> };
};

describe('the list of events', () => {
  it('is empty at first, and has no reads', async () => {
    const emulator = emulatorOf();
    await organizations(emulator, ids.management).call('ListAccounts');
    expect((await ask(emulator)).body).toEqual({ events: [], first: 0, last: -1 });
  });

  it('has writes that were refused, and none that were throttled', async () => {
    const emulator = emulatorOf({ faults: [{ operation: 'TagResource', error: 'TooManyRequests', after: 1 }] });
    await tag(emulator, 'a', ids.member);
    await tag(emulator, 'b');
    const { events } = (await ask(emulator)).body as { readonly events: readonly unknown[] };
    expect(events).toEqual([
      {
        seq: 0,
        event: expect.objectContaining({
          account: ids.member,
          detail: expect.objectContaining({
            errorCode: 'AccessDenied',
            errorMessage: "You don't have permissions to access this resource.",
            responseElements: null,
          }),
        }),
      },
    ]);
  });

  it('has a change whose answer was lost', async () => {
    const emulator = emulatorOf({
      faults: [{ operation: 'TagResource', error: 'InternalServer', when: 'after', times: 1 }],
    });
    expect(await tag(emulator, 'a')).toMatchObject({ status: 500 });
    expect(await namesOf(emulator)).toEqual(['TagResource']);
  });

  it('is filtered by bus, source, type, name and place', async () => {
    const emulator = emulatorOf({ instant: true });
    await tag(emulator, 'a');
    await account(emulator, ids.member).call('PutAlternateContact', { ...security, ...mary });
    await organizations(emulator, ids.management).call('CreateAccount', {
      Email: 'aws+new@example.com',
      AccountName: 'new',
    });
    const all = [
      'TagResource',
      'PutAlternateContact',
      'CreateAccount',
      'AccountJoinedOrganization',
      'CreateAccountResult',
    ];
    expect(await namesOf(emulator)).toEqual(all);
    expect(await namesOf(emulator, `?account=${ids.member}`)).toEqual(['PutAlternateContact']);
    expect(await namesOf(emulator, '?source=aws.account')).toEqual(['PutAlternateContact']);
    expect(await namesOf(emulator, '?detail-type=AWS+Service+Event+via+CloudTrail')).toEqual(all.slice(3));
    expect(await namesOf(emulator, '?name=TagResource')).toEqual(['TagResource']);
    expect(await namesOf(emulator, '?since=1&limit=2')).toEqual(all.slice(2, 4));
    expect(await namesOf(emulator, '?limit=2')).toEqual(all.slice(3));
  });

  it.each(['?bus=1', '?account=1', '?source=aws.s3', '?since=-1', '?since=1&since=2'])('refuses %s', async (query) => {
    const { status, body } = await ask(emulatorOf(), query);
    expect(status).toBe(400);
    expect(body['message']).toContain('There is account (');
  });

  it('is cleared, and begins anew with the world', async () => {
    const emulator = emulatorOf();
    await tag(emulator, 'a');
    await ask(emulator, '', { method: 'DELETE' });
    expect(await namesOf(emulator)).toEqual([]);
    await tag(emulator, 'a');
    emulator.reset();
    expect(await namesOf(emulator)).toEqual([]);
    await tag(emulator, 'a');
    const world = new Request('http://127.0.0.1/_emulator/world', {
      method: 'PUT',
      body: JSON.stringify(smallWorld()),
    });
    await emulator.fetch(world);
    expect(await namesOf(emulator)).toEqual([]);
  });

  it('shows events only after their delay', async () => {
    const clock = makeClock();
    const emulator = emulatorOf({ clock, eventDelay: 60_000 });
    await tag(emulator, 'a');
    clock.advance(59_999);
    expect(await namesOf(emulator)).toEqual([]);
    clock.advance(1);
    expect(await namesOf(emulator)).toEqual(['TagResource']);
    expect(() => createEmulator({ eventDelay: -1 })).toThrow('A delay of events is a whole number of milliseconds');
  });

  it('has what comes about with time, though nobody calls', async () => {
    const emulator = emulatorOf();
    await organizations(emulator, ids.management).call('CloseAccount', { AccountId: ids.member });
    await emulator.fetch(
      new Request('http://127.0.0.1/_emulator/clock', { method: 'POST', body: '{ "advance": 180000 }' }),
    );
    expect(await namesOf(emulator)).toEqual(['CloseAccount', 'CloseAccountResult']);
  });
});

/** A stream of events as somebody reads it who can wait for the next messages. */
const open = async (emulator: Emulator, query = '', headers: Record<string, string> = {}) => {
  const { url, close } = await emulator.listen();
  const messages: string[] = [];
  let wake = (): void => {};
  const request = get(`${url}/_emulator/events${query}`, { headers: { accept: 'text/event-stream', ...headers } });
  request.on('error', () => {});
  request.on('response', (response) => {
    response.setEncoding('utf8').on('data', (text: string) => {
      messages.push(...text.split('\n\n').filter((part) => part !== '' && !part.startsWith(':')));
      wake();
    });
  });
  const until = async (count: number): Promise<readonly string[]> => {
    while (messages.length < count) await new Promise<void>((resolve) => (wake = resolve));
    return messages.map((message) => /(?:event|"eventName"): ?"?(\w+)/.exec(message)?.[1] ?? message);
  };
  const ended = (): Promise<void> => {
    request.destroy();
    return close();
  };
  return { messages, until, ended };
};

const running = () => createEmulator({ world: smallWorld(), quotas: 'off', eventCapacity: 3 });

describe('the stream of events', () => {
  it('begins with those that are kept and goes on with every one that follows', async () => {
    const emulator = running();
    await tag(emulator, 'a');
    const stream = await open(emulator);
    expect(await stream.until(1)).toEqual(['TagResource']);
    await account(emulator, ids.member).call('PutAlternateContact', { ...security, ...mary });
    expect(await stream.until(2)).toEqual(['TagResource', 'PutAlternateContact']);
    expect(stream.messages[1]).toMatch(/^id: 1\ndata: \{"version":"0"/);
    await stream.ended();
  });

  it('goes on after the last one that was seen, and says how many are lost', async () => {
    const emulator = running();
    for (const value of ['a', 'b', 'c', 'd', 'e']) await tag(emulator, value);
    const next = await open(emulator, '', { 'last-event-id': '3' });
    await next.until(1);
    expect(next.messages[0]).toContain('id: 4\n');
    await next.ended();
    const late = await open(emulator, '?since=0');
    expect(await late.until(4)).toEqual(['gap', 'TagResource', 'TagResource', 'TagResource']);
    expect(late.messages[0]).toBe('event: gap\ndata: {"missing":1}');
    await late.ended();
  });

  it('says when the world began anew', async () => {
    const emulator = running();
    await tag(emulator, 'a');
    const stream = await open(emulator);
    await stream.until(1);
    emulator.reset();
    await stream.until(2);
    await tag(emulator, 'b');
    expect(await stream.until(3)).toEqual(['TagResource', 'reset', 'TagResource']);
    await stream.ended();
    const other = await open(emulator, '', { 'last-event-id': '7' });
    expect(await other.until(2)).toEqual(['reset', 'TagResource']);
    await other.ended();
  });

  it('tells what comes about with time when its time has come, and only what was asked for', async () => {
    const emulator = running();
    const stream = await open(emulator, '?name=CloseAccountResult');
    await organizations(emulator, ids.management).call('CloseAccount', { AccountId: ids.member });
    await emulator.fetch(
      new Request('http://127.0.0.1/_emulator/clock', { method: 'POST', body: '{ "advance": 180000 }' }),
    );
    expect(await stream.until(1)).toEqual(['CloseAccountResult']);
    await stream.ended();
  });

  it('can be read without a network, and ends when nobody reads', async () => {
    const emulator = running();
    await tag(emulator, 'a');
    const request = new Request('http://127.0.0.1/_emulator/events', { headers: { accept: 'text/event-stream' } });
    const reader = (await emulator.fetch(request)).body?.getReader();
    const text = async () => new TextDecoder().decode((await reader?.read())?.value);
    expect(await text()).toBe(': connected\n\n');
    expect(await text()).toContain('"eventName":"TagResource"');
    await reader?.cancel();
    await emulator.close();
  });
});
