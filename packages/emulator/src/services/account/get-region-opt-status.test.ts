import { describe, expect, it } from 'vitest';
import { account } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { denial, invalid } from './contacts.builder.ts';
import { worldWhere } from './settings.builder.ts';

const read = (RegionName: unknown, caller: string = ids.member) =>
  account(emulatorOf(), caller).call('GetRegionOptStatus', { RegionName });

describe('GetRegionOptStatus', () => {
  it.each([
    ['us-east-1', 'ENABLED_BY_DEFAULT'],
    ['af-south-1', 'DISABLED'],
  ])('shows %s as %s', async (RegionName, RegionOptStatus) => {
    const reply = await read(RegionName);
    expect(reply).toMatchObject({ status: 200 });
    expect(reply.body).toEqual({ RegionName, RegionOptStatus });
  });

  it.each(['unknown-region', 'cn-north-1', 'constructor'])('refuses %s, which is no Region', async (region) => {
    const message = `${region} is not a valid region for opt-in or opt-out.`;
    const reply = await read(region);
    expect(reply).toMatchObject({ status: 400, headers: { 'x-amzn-errortype': 'ValidationException' } });
    expect(reply.body).toEqual({
      message,
      reason: 'fieldValidationFailed',
      fieldList: [{ name: 'RegionName', message }],
    });
  });

  it.each(['US-EAST-1', 'Us-east-1', 'us_east_1'])('denies the spelling %s with 403, not with 400', async (region) => {
    expect(await read(region)).toMatchObject(
      denial(ids.member, 'GetRegionOptStatus', ' (You specified an invalid target region.)'),
    );
  });

  it.each([
    [undefined, '[object has missing required properties (["RegionName"])]'],
    ['', '[string "" is too short (length: 0, required minimum: 1)]'],
    ['x'.repeat(51), `[string "${'x'.repeat(51)}" is too long (length: 51, maximum allowed: 50)]`],
  ])('refuses the name %j', async (region, message) => {
    expect(await read(region)).toMatchObject(invalid(message));
  });

  it('can be allowed by the Region', async () => {
    const user = {
      name: 'reader',
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      policies: [
        {
          Version: '2012-10-17',
          Statement: {
            Effect: 'Allow',
            Action: 'account:GetRegionOptStatus',
            Resource: '*',
            Condition: { StringEquals: { 'account:TargetRegion': 'us-east-1' } },
          },
        },
      ],
      tags: {},
    };
    const client = account(emulatorOf({ world: worldWhere(ids.member, { users: [user] }) }), user.accessKeyId);
    expect(await client.call('GetRegionOptStatus', { RegionName: 'us-east-1' })).toMatchObject({ status: 200 });
    const { body } = await client.call('GetRegionOptStatus', { RegionName: 'eu-west-1' });
    expect(body['message']).toBe(
      `User: arn:aws:iam::${ids.member}:user/reader is not authorized to perform: account:GetRegionOptStatus on resource: arn:aws:account::${ids.member}:account because no identity-based policy allows the account:GetRegionOptStatus action`,
    );
  });
});
