import { describe, expect, it } from 'vitest';
import { account } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { invalid, mary } from './contacts.builder.ts';

const put = (fields: Readonly<Record<string, unknown>>, behaviour = {}) =>
  account(emulatorOf({ behaviour }), ids.member).call('PutAlternateContact', {
    AlternateContactType: 'SECURITY',
    ...mary,
    ...fields,
  });

const ecma = (pattern: string, value: string) =>
  `[ECMA 262 regex "^${pattern}$" does not match input string "${value}"]`;
const phonePattern = '[\\s0-9()+-]+';
const emailPattern = '[\\s]*[\\w+=.#|!&-]+@[\\w.-]+\\.[\\w]+[\\s]*';

describe('PutAlternateContact', () => {
  it('answers 200 with an empty object', async () => {
    expect(await put({})).toMatchObject({ status: 200, body: {} });
  });

  it('overwrites the whole contact, and the next read shows it', async () => {
    const client = account(emulatorOf(), ids.member);
    const other = { Name: 'SOC', Title: 'Desk', EmailAddress: 'soc@example.com', PhoneNumber: '5555555510' };
    await client.call('PutAlternateContact', { AlternateContactType: 'SECURITY', ...mary });
    await client.call('PutAlternateContact', { AlternateContactType: 'SECURITY', ...other });
    const { body } = await client.call('GetAlternateContact', { AlternateContactType: 'SECURITY' });
    expect(body).toEqual({ AlternateContact: { ...other, AlternateContactType: 'SECURITY' } });
  });

  it('keeps the three types apart', async () => {
    const client = account(emulatorOf(), ids.member);
    for (const type of ['BILLING', 'OPERATIONS', 'SECURITY'])
      await client.call('PutAlternateContact', { AlternateContactType: type, ...mary, Name: type });
    for (const type of ['BILLING', 'OPERATIONS', 'SECURITY']) {
      const { body } = await client.call('GetAlternateContact', { AlternateContactType: type });
      expect(body).toEqual({ AlternateContact: { ...mary, Name: type, AlternateContactType: type } });
    }
  });

  it('trims the e-mail address only, and keeps its case', async () => {
    const client = account(emulatorOf(), ids.member);
    const blanks = {
      Name: ' Mary ',
      Title: ' Title ',
      EmailAddress: '  Probe+ops@Example.invalid ',
      PhoneNumber: ' +1 (202) 555-0100 ',
    };
    await client.call('PutAlternateContact', { AlternateContactType: 'SECURITY', ...blanks });
    const { body } = await client.call('GetAlternateContact', { AlternateContactType: 'SECURITY' });
    expect(body).toEqual({
      AlternateContact: {
        ...blanks,
        EmailAddress: 'Probe+ops@Example.invalid',
        AlternateContactType: 'SECURITY',
      },
    });
  });

  it.each([
    ['Name', 'n'.repeat(64)],
    ['Title', 't'.repeat(50)],
    ['EmailAddress', `${'a'.repeat(242)}@example.com`],
    ['EmailAddress', 'a..b@x.y'],
    ['EmailAddress', '.a@x..y'],
    ['EmailAddress', '+=.#|!&-@a-b.c'],
    ['PhoneNumber', '2025550101'],
    ['PhoneNumber', '-'],
    ['PhoneNumber', '5'.repeat(25)],
    ['Name', 'Äöü 名前'],
  ])('accepts %s %j', async (field, value) => {
    expect(await put({ [field]: value })).toMatchObject({ status: 200 });
  });

  it.each([
    ['Name', '', '[string "" is too short (length: 0, required minimum: 1)]'],
    ['Name', 'n'.repeat(65), `[string "${'n'.repeat(65)}" is too long (length: 65, maximum allowed: 64)]`],
    ['Title', '', '[string "" is too short (length: 0, required minimum: 1)]'],
    ['Title', 't'.repeat(51), `[string "${'t'.repeat(51)}" is too long (length: 51, maximum allowed: 50)]`],
    ['PhoneNumber', '5'.repeat(26), `[string "${'5'.repeat(26)}" is too long (length: 26, maximum allowed: 25)]`],
    ['PhoneNumber', 'abc', ecma(phonePattern, 'abc')],
    ['PhoneNumber', '555 ext. 5', ecma(phonePattern, '555 ext. 5')],
    ['EmailAddress', 'nobody', ecma(emailPattern, 'nobody')],
    ['EmailAddress', "o'brien@example.com", ecma(emailPattern, "o'brien@example.com")],
    ['EmailAddress', 'user@example.xn--p1ai', ecma(emailPattern, 'user@example.xn--p1ai')],
    ['EmailAddress', 'ü@example.com', ecma(emailPattern, 'ü@example.com')],
    ['AccountId', '123', ecma('\\d{12}', '123')],
    ['AccountId', ' 444455556666', ecma('\\d{12}', ' 444455556666')],
  ])('refuses %s %j, as API Gateway does', async (field, value, message) => {
    expect(await put({ [field]: value })).toMatchObject(invalid(message));
  });

  it.each(['Name', 'Title', 'EmailAddress', 'PhoneNumber', 'AlternateContactType'])(
    'refuses to go without %s',
    async (field) => {
      const message = `[object has missing required properties (["${field}"])]`;
      expect(await put({ [field]: undefined })).toMatchObject(invalid(message));
      expect(await put({ [field]: null })).toMatchObject(invalid(message));
    },
  );

  it('refuses a number where a text belongs', async () => {
    const message = '[instance type (integer) does not match any allowed primitive type (allowed: ["string"])]';
    expect(await put({ Name: 5 })).toMatchObject(invalid(message));
    expect(await put({ AccountId: 444455556666 })).toMatchObject(invalid(message));
  });

  it.each([
    [['a'], 'array'],
    [true, 'boolean'],
    [1.5, 'number'],
    [{ a: 1 }, 'object'],
  ])('refuses %j where a text belongs, naming its type', async (value, type) => {
    const message = `[instance type (${type}) does not match any allowed primitive type (allowed: ["string"])]`;
    expect(await put({ Name: value })).toMatchObject(invalid(message));
  });

  it('names every violation in one answer, in the order of the shape', async () => {
    const { body } = await put({ Name: '', PhoneNumber: 'abc' });
    expect(body).toEqual({
      message:
        '[string "" is too short (length: 0, required minimum: 1), ECMA 262 regex "^[\\s0-9()+-]+$" does not match input string "abc"]',
    });
  });

  it('stores nothing of a refused contact', async () => {
    const emulator = emulatorOf();
    await account(emulator, ids.member).call('PutAlternateContact', {
      AlternateContactType: 'SECURITY',
      ...mary,
      Name: '',
    });
    expect(emulator.snapshot()).toEqual(emulatorOf().snapshot());
  });
});
