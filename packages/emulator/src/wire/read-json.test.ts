import { describe, expect, it } from 'vitest';
import { account, organizations } from '../client.builder.ts';
import { emulatorOf, ids } from '../world/worlds.builder.ts';
import { deepest, readJson } from './read-json.ts';

const arrays = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const objects = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describe('JSON', () => {
  it.each([
    ['{"a":[1,{"b":null}]}', { a: [1, { b: null }] }],
    ['null', null],
    ['"text"', 'text'],
  ])('%s is read', (text, value) => {
    expect(readJson(text)).toEqual({ kind: 'json', value });
  });

  it.each(['', '{', '[1,]', 'undefined', '[[', '['.repeat(1024 * 1024)])('%.20s is none', (text) => {
    expect(readJson(text)).toEqual({ kind: 'no-json' });
  });

  it.each([
    ['arrays', arrays],
    ['objects', objects],
  ])('may be nested so deep, and no deeper: %s', (_, nested) => {
    expect(readJson(nested(deepest)).kind).toBe('json');
    expect(readJson(nested(deepest + 1))).toEqual({ kind: 'too-deep' });
    expect(readJson(nested(100_000))).toEqual({ kind: 'too-deep' });
  });
});

describe('a body that is nested too deep', () => {
  const message = 'The request body is nested deeper than 64 levels.';

  it.each([
    ['Account Management', account, 'PutAlternateContact', { message }],
    ['Organizations', organizations, 'ListAccounts', { __type: 'SerializationException', Message: message }],
  ])('is refused by %s, and that is logged', async (_, service, operation, body) => {
    const emulator = emulatorOf();
    const Nested = JSON.parse(arrays(1000));
    expect(await service(emulator, ids.management).call(operation, { Nested })).toMatchObject({ status: 400, body });
    const calls = await emulator.fetch(new Request('http://127.0.0.1/_emulator/calls'));
    expect(await calls.json()).toMatchObject({ calls: [{ operation, status: 400 }] });
  });
});
