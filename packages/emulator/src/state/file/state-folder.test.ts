import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { account, organizations } from '../../client.builder.ts';
import type { Emulator, EmulatorOptions } from '../../create-emulator.ts';
import { mary } from '../../services/account/contacts.builder.ts';
import { emulatorOf, ids, makeClock } from '../../world/worlds.builder.ts';
import { sealAll } from '../sealed-line.ts';

let root: string;
let open: Emulator[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'orgcontacts-state-'));
  open = [];
});
afterEach(async () => {
  await Promise.allSettled(open.map((emulator) => emulator.close()));
  rmSync(root, { recursive: true });
});

const start = (folder: string, options: EmulatorOptions = {}): Emulator => {
  const emulator = emulatorOf({ state: join(root, folder), ...options });
  open.push(emulator);
  return emulator;
};

/** What is on the disk when an emulator is killed, in another folder. */
const killed = (folder: string, into: string): string => {
  cpSync(join(root, folder), join(root, into), { recursive: true, filter: (path) => !/claim-/.test(path) });
  return into;
};

const fileOf = (folder: string): string => join(root, folder, 'state.jsonl');

const put = (emulator: Emulator, Name: string) =>
  account(emulator, ids.member).call('PutAlternateContact', { ...mary, AlternateContactType: 'SECURITY', Name });

const nameIn = (emulator: Emulator): string | undefined =>
  emulator.snapshot().accounts.find(({ id }) => id === ids.member)?.contacts.SECURITY?.Name;

describe('an emulator that lives in a folder', () => {
  it('is after a crash where it was when it last answered, and goes on from there', async () => {
    const first = start('a');
    await put(first, 'One');
    await put(first, 'Two');
    const second = start(killed('a', 'b'));
    expect(nameIn(second)).toBe('Two');
    await put(second, 'Three');
    expect(nameIn(start(killed('b', 'c')))).toBe('Three');
  });

  it('is after a stop where it was, with nothing left to be done again', async () => {
    const first = start('a');
    await put(first, 'One');
    const before = first.snapshot();
    await first.close();
    expect(readFileSync(fileOf('a'), 'utf8')).not.toContain('"kind":"write"');
    expect(start('a').snapshot()).toEqual(before);
  });

  it('keeps the clock where it was set on to', async () => {
    const clock = makeClock();
    const first = start('a', { clock });
    const send = (emulator: Emulator, method: string, body?: string) =>
      emulator.fetch(new Request('http://127.0.0.1/_emulator/clock', { method, ...(body !== undefined && { body }) }));
    await send(first, 'POST', '{"advance": 3600000}');
    const answered = await send(start(killed('a', 'b'), { clock }), 'GET');
    expect(await answered.json()).toMatchObject({ offset: 3_600_000 });
  });

  it('keeps a world that was loaded or begun again', async () => {
    const first = start('a');
    await put(first, 'One');
    const send = (path: string, method: string, body?: string) =>
      first.fetch(new Request(`http://127.0.0.1/_emulator/${path}`, { method, ...(body !== undefined && { body }) }));
    const saved = await (await send('world', 'GET')).text();
    await send('reset', 'POST');
    expect(nameIn(start(killed('a', 'b')))).toBeUndefined();
    await send('world', 'PUT', saved);
    expect(nameIn(start(killed('a', 'c')))).toBe('One');
  });

  it('writes a new file when the writes have become many', async () => {
    const first = start('a');
    const names = Array.from({ length: 1600 }, (_, index) => `Mary Major ${index}`);
    await Promise.all(names.map((name) => put(first, name)));
    await put(first, 'Last');
    expect(statSync(fileOf('a')).size).toBeLessThan(1024 * 1024);
    expect(nameIn(start(killed('a', 'b')))).toBe('Last');
  });

  it('does what was done under the options under which it was done', async () => {
    const first = start('a', { instant: true });
    const { body } = await organizations(first, ids.management).call('CreateAccount', {
      Email: 'aws+new@example.com',
      AccountName: 'new',
    });
    expect(body).toMatchObject({ CreateAccountStatus: { State: 'SUCCEEDED' } });
    expect(start(killed('a', 'b'), { instant: false }).snapshot()).toEqual(first.snapshot());
  });

  it('is for its owner only', () => {
    start('a');
    expect(statSync(join(root, 'a')).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(join(root, 'a'))) expect(statSync(join(root, 'a', name)).mode & 0o777).toBe(0o600);
  });

  it('lets no second one into its folder', () => {
    start('a');
    expect(() => start('a')).toThrow(`${join(root, 'a')} is in use by process ${process.pid}`);
  });

  it('cuts a last line that was torn, and writes on behind what holds', async () => {
    await put(start('a'), 'One');
    killed('a', 'b');
    appendFileSync(fileOf('b'), '["0123');
    const second = start('b');
    expect(nameIn(second)).toBe('One');
    await put(second, 'Two');
    expect(nameIn(start(killed('b', 'c')))).toBe('Two');
  });

  it('does not begin with a damaged file, says where it is damaged, and leaves it and the folder alone', async () => {
    await put(start('a'), 'One');
    killed('a', 'b');
    const damaged = readFileSync(fileOf('b'), 'utf8').replace('"One"', '"Eno"');
    writeFileSync(fileOf('b'), damaged);
    const byte = damaged.lastIndexOf('\n', damaged.indexOf('Eno')) + 1;
    for (let attempt = 0; attempt < 2; attempt++)
      expect(() => start('b')).toThrow(
        `${fileOf('b')}, line 7, byte ${byte}: this line, or the order of the lines, is not as it was written. Nothing of it was loaded`,
      );
    expect(readFileSync(fileOf('b'), 'utf8')).toBe(damaged);
  });

  it.each([
    ['another outcome', { operation: 'DeleteAlternateContact' }],
    ['an operation that there is not', { operation: 'PutNothing' }],
  ])('does not begin when a write that is done again comes to %s, as with another version', async (_, change) => {
    await put(start('a'), 'One');
    killed('a', 'b');
    const lines = readFileSync(fileOf('b'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line)[1]);
    const changed = [...lines.slice(0, -1), { ...(lines.at(-1) as object), ...change, outcome: 7 }];
    writeFileSync(
      fileOf('b'),
      sealAll(
        changed.map((line) => JSON.stringify(line)),
        0,
      ).text,
    );
    expect(() => start('b')).toThrow(
      new RegExp(`^${fileOf('b')}, line 7, byte \\d+: ${change.operation} comes to something else than it did`),
    );
  });

  it('answers nothing any more when it cannot write, as nobody could rely on it', async () => {
    const first = start('a');
    await first.close();
    const message = `The emulator made a mistake: ${join(root, 'a')} was closed.`;
    expect(await put(first, 'One')).toMatchObject({ status: 500, body: { message } });
    expect(await account(first, ids.member).call('ListRegions')).toMatchObject({ status: 500, body: { message } });
  });

  it('says so when its folder cannot be one', () => {
    writeFileSync(join(root, 'a'), '');
    expect(() => start('a')).toThrow('EEXIST');
  });
});
