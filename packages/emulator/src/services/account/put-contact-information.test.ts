import { describe, expect, it } from 'vitest';
import { account } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { invalid, office } from './contacts.builder.ts';
import { worldWhere } from './settings.builder.ts';

/** Writes a primary contact and reads what is stored. */
const roundTrip = async (ContactInformation: object) => {
  const client = account(emulatorOf(), ids.member);
  expect(await client.call('PutContactInformation', { ContactInformation })).toMatchObject({ status: 200, body: {} });
  return (await client.call('GetContactInformation')).body['ContactInformation'];
};

const put = (fields: object) =>
  account(emulatorOf(), ids.member).call('PutContactInformation', { ContactInformation: { ...office, ...fields } });

const without = (field: string) => put({ [field]: undefined });

describe('PutContactInformation', () => {
  it('stores what was sent', async () => {
    const whole = {
      ...office,
      AddressLine2: 'Floor 2',
      AddressLine3: 'Desk 3',
      DistrictOrCounty: 'King',
      CompanyName: 'Example Corp.',
      WebsiteUrl: 'https://www.example.com',
    };
    expect(await roundTrip(whole)).toEqual(whole);
  });

  it('trims every member, and the end of the phone number', async () => {
    const blanks = Object.fromEntries(
      Object.entries(office).map(([name, value]) => [
        name,
        name === 'CountryCode' ? value : `${name === 'PhoneNumber' ? '' : ' '}${value} `,
      ]),
    );
    expect(await roundTrip(blanks)).toEqual(office);
  });

  it('writes the country in capitals', async () => {
    expect(await roundTrip({ ...office, CountryCode: 'gb' })).toMatchObject({ CountryCode: 'GB' });
  });

  it('replaces the whole contact: what is left out is gone', async () => {
    const client = account(emulatorOf(), ids.member);
    await client.call('PutContactInformation', { ContactInformation: { ...office, CompanyName: 'Example Corp.' } });
    const { StateOrRegion, ...rest } = office;
    await client.call('PutContactInformation', { ContactInformation: { ...rest, AddressLine2: null } });
    expect((await client.call('GetContactInformation')).body['ContactInformation']).toEqual(rest);
  });

  it('ignores what no primary contact has', async () => {
    expect(await roundTrip({ ...office, Fax: '1' })).toEqual(office);
  });

  it.each(['FullName', 'AddressLine1', 'City', 'PostalCode', 'StateOrRegion'])(
    'refuses a %s of blanks, without a reason',
    async (field) => {
      const reply = await put({ [field]: '  ' });
      expect(reply).toMatchObject(invalid(`the argument ${field} can not be empty`));
      expect(Object.keys(reply.body)).toEqual(['message']);
    },
  );

  it.each([' +1 555 555 0100', '555 555 0100', ' ', '+1 555 ext. 1'])('refuses the phone number %j', async (phone) => {
    expect(await put({ PhoneNumber: phone })).toMatchObject(
      invalid(`[ECMA 262 regex "^[+][\\s0-9()-]+$" does not match input string "${phone}"]`),
    );
  });

  it.each(['FullName', 'AddressLine1', 'City', 'PostalCode', 'CountryCode', 'PhoneNumber'])(
    'refuses to go without %s',
    async (field) => {
      expect(await without(field)).toMatchObject(invalid(`[object has missing required properties (["${field}"])]`));
    },
  );

  it.each([
    ['CountryCode', 'USA', '[string "USA" is too long (length: 3, maximum allowed: 2)]'],
    ['CountryCode', 'U', '[string "U" is too short (length: 1, required minimum: 2)]'],
    ['City', '', '[string "" is too short (length: 0, required minimum: 1)]'],
    ['FullName', 'x'.repeat(51), `[string "${'x'.repeat(51)}" is too long (length: 51, maximum allowed: 50)]`],
    ['City', 5, '[instance type (integer) does not match any allowed primitive type (allowed: ["string"])]'],
  ])('refuses the %s %j, as API Gateway does', async (field, value, message) => {
    expect(await put({ [field]: value })).toMatchObject(invalid(message));
  });

  it('refuses to go without a contact, and a contact that is no structure', async () => {
    const client = account(emulatorOf(), ids.member);
    expect(await client.call('PutContactInformation')).toMatchObject(
      invalid('[object has missing required properties (["ContactInformation"])]'),
    );
    expect(await client.call('PutContactInformation', { ContactInformation: ['x'] })).toMatchObject(
      invalid('[instance type (array) does not match any allowed primitive type (allowed: ["object"])]'),
    );
  });

  it('names what is wrong inside, in the order of the shape, and stores nothing', async () => {
    const emulator = emulatorOf({ world: worldWhere(ids.member, { primaryContact: office }) });
    const reply = await account(emulator, ids.member).call('PutContactInformation', {
      ContactInformation: { ...office, PhoneNumber: 'x', City: undefined },
    });
    expect(reply.body['message']).toMatch(/^\[object has missing .*\["City"\].*, ECMA 262 regex .* "x"\]$/);
    expect(emulator.snapshot().accounts.find(({ id }) => id === ids.member)?.primaryContact).toEqual(office);
  });

  it('makes a changed number one that is not verified, and leaves the same number alone', async () => {
    const world = worldWhere(ids.member, { primaryContact: office, phoneStatus: 'VERIFIED' });
    const client = account(emulatorOf({ world }), ids.member);
    const statusAfter = async (PhoneNumber: string) => {
      await client.call('PutContactInformation', { ContactInformation: { ...office, City: 'Elsewhere', PhoneNumber } });
      return (await client.call('GetContactInformation')).body['VerificationStatus'];
    };
    expect(await statusAfter(`${office.PhoneNumber} `)).toBe('VERIFIED');
    expect(await statusAfter('+1 555 555 0199')).toBe('UNVERIFIED');
  });
});
