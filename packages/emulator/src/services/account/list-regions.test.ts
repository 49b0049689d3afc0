import { describe, expect, it } from 'vitest';
import { account, type Reply } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { denial, invalid } from './contacts.builder.ts';
import { worldWhere } from './settings.builder.ts';

type Region = { readonly RegionName: string; readonly RegionOptStatus: string };

const regionsIn = ({ body }: Reply): readonly Region[] => body['Regions'] as readonly Region[];

const namesIn = (reply: Reply) => regionsIn(reply).map(({ RegionName }) => RegionName);

const world = worldWhere(ids.member, { regions: { 'eu-south-1': { status: 'ENABLED' } } });

const list = (input = {}, caller: string = ids.member) =>
  account(emulatorOf({ world }), caller).call('ListRegions', input);

const malformed = {
  status: 400,
  headers: { 'x-amzn-errortype': 'ValidationException' },
  body: {
    message: 'NextToken is malformed',
    reason: 'fieldValidationFailed',
    fieldList: [{ name: 'NextToken', message: 'NextToken is malformed' }],
  },
};

describe('ListRegions', () => {
  it('gives pages of twenty, sorted by name', async () => {
    const first = await list();
    expect(first).toMatchObject({ status: 200, body: { NextToken: expect.any(String) } });
    const second = await list({ NextToken: first.body['NextToken'] });
    expect(second.body).not.toHaveProperty('NextToken');
    const names = [...namesIn(first), ...namesIn(second)];
    expect(namesIn(first)).toHaveLength(20);
    expect(names).toHaveLength(34);
    expect(names).toEqual(names.toSorted());
    expect(names.at(0)).toBe('af-south-1');
    expect(namesIn(first).at(-1)).toBe('eu-north-1');
  });

  it('gives pages of the wanted size', async () => {
    const first = await list({ MaxResults: 2 });
    const next = await list({ MaxResults: 2, NextToken: first.body['NextToken'] });
    expect([namesIn(first), namesIn(next)]).toEqual([
      ['af-south-1', 'ap-east-1'],
      ['ap-east-2', 'ap-northeast-1'],
    ]);
    expect(namesIn(await list({ MaxResults: 50 }))).toHaveLength(34);
  });

  it('shows what is enabled by default, what was enabled and what is not', async () => {
    const byName = new Map(regionsIn(await list({ MaxResults: 50 })).map((each) => [each.RegionName, each]));
    expect(byName.get('us-east-1')).toEqual({ RegionName: 'us-east-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' });
    expect(byName.get('eu-south-1')).toEqual({ RegionName: 'eu-south-1', RegionOptStatus: 'ENABLED' });
    expect(byName.get('eu-south-2')).toEqual({ RegionName: 'eu-south-2', RegionOptStatus: 'DISABLED' });
  });

  it.each([
    [['ENABLED_BY_DEFAULT'], 17],
    [['DISABLED'], 16],
    [['ENABLED'], 1],
    [['ENABLED', 'ENABLED'], 1],
    [['ENABLING'], 0],
  ])('filters by %j', async (RegionOptStatusContains, count) => {
    const reply = await list({ RegionOptStatusContains });
    expect(regionsIn(reply)).toHaveLength(count);
    expect(reply.body).not.toHaveProperty('NextToken');
  });

  it('takes an empty filter for none', async () => {
    expect(regionsIn(await list({ RegionOptStatusContains: [] }))).toHaveLength(20);
  });

  it.each([['enabled'], ['ENABLED', 'enabled']])('refuses a status that is none, by name: %j', async (...filter) => {
    expect(await list({ RegionOptStatusContains: filter })).toMatchObject(
      invalid(
        '[instance value ("enabled") not found in enum (possible values: ["ENABLED","ENABLING","DISABLING","DISABLED","ENABLED_BY_DEFAULT"])]',
      ),
    );
  });

  it.each(['invalid-token', ''])('refuses the token %j', async (NextToken) => {
    expect(await list({ NextToken })).toMatchObject(malformed);
  });

  it('refuses the token of another list', async () => {
    const { body } = await list();
    expect(await list({ NextToken: body['NextToken'] }, ids.delegated)).toMatchObject(malformed);
    expect(await list({ NextToken: body['NextToken'], RegionOptStatusContains: ['DISABLED'] })).toMatchObject(
      malformed,
    );
  });

  it.each([
    [0, '[numeric instance is lower than the required minimum (minimum: 1, found: 0)]'],
    [51, '[numeric instance is greater than the required maximum (maximum: 50, found: 51)]'],
    ['5', '[instance type (string) does not match any allowed primitive type (allowed: ["integer"])]'],
  ])('refuses a page of %j', async (MaxResults, message) => {
    expect(await list({ MaxResults })).toMatchObject(invalid(message));
  });

  it('refuses a filter that is no list', async () => {
    expect(await list({ RegionOptStatusContains: 'ENABLED' })).toMatchObject(
      invalid('[instance type (string) does not match any allowed primitive type (allowed: ["array"])]'),
    );
  });

  it('keeps the rules of who reaches whom', async () => {
    expect(await list({ AccountId: ids.member }, ids.management)).toMatchObject({ status: 200 });
    expect(await list({ AccountId: ids.member })).toMatchObject(denial(ids.member, 'ListRegions'));
  });
});
