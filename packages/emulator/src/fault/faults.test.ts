import { describe, expect, it } from 'vitest';
import { account, organizations, sts } from '../client.builder.ts';
import { emulatorOf, ids } from '../world/worlds.builder.ts';
import { type FaultRule, faultRulesSchema } from './faults.ts';

const security = { AlternateContactType: 'SECURITY' };
const get = (rule: Partial<FaultRule>, input = {}) =>
  account(
    emulatorOf({ faults: [{ operation: 'GetAlternateContact', error: 'InternalServer', ...rule }] }),
    ids.management,
  ).call('GetAlternateContact', { ...security, ...input });

describe('an ordered failure', () => {
  it.each([
    ['TooManyRequests', 429, 'TooManyRequestsException', 'Too Many Requests'],
    ['InternalServer', 500, 'InternalServerException', 'Internal error'],
    ['ServiceUnavailable', 503, 'ServiceUnavailable', 'Service Unavailable'],
    [
      'AccessDenied',
      403,
      'AccessDeniedException',
      'User: arn:aws:iam::111122223333:user/administrator is not authorized to perform: account:GetAlternateContact on resource: arn:aws:account::111122223333:account because no identity-based policy allows the account:GetAlternateContact action',
    ],
  ] as const)('%s of Account Management is %d', async (error, status, type, message) => {
    expect(await get({ error })).toMatchObject({ status, headers: { 'x-amzn-errortype': type }, body: { message } });
  });

  it('AccessDenied in the organization context names the account in the organization', async () => {
    const { body } = await get({ error: 'AccessDenied' }, { AccountId: ids.member });
    expect(body['message']).toContain(
      ' on resource: arn:aws:account::111122223333:account/o-exampleorgid/444455556666 because ',
    );
  });

  it.each([
    ['TooManyRequests', 400, 'TooManyRequestsException', 'Too Many Requests'],
    ['InternalServer', 500, 'ServiceException', 'Internal error'],
    ['ServiceUnavailable', 503, 'ServiceUnavailable', 'Service Unavailable'],
    [
      'AccessDenied',
      400,
      'AccessDeniedException',
      'User: arn:aws:iam::444455556666:user/administrator is not authorized to perform: organizations:ListRoots on resource: * because no identity-based policy allows the organizations:ListRoots action',
    ],
  ] as const)('%s of Organizations is %d', async (error, status, type, message) => {
    const emulator = emulatorOf({ faults: [{ operation: 'ListRoots', error }] });
    expect(await organizations(emulator, ids.member).call('ListRoots')).toMatchObject({
      status,
      body: { __type: type, Message: message },
    });
  });

  it.each([
    ['TooManyRequests', 400, 'Throttling'],
    ['InternalServer', 500, 'InternalFailure'],
    ['ServiceUnavailable', 503, 'ServiceUnavailable'],
    ['AccessDenied', 403, 'AccessDenied'],
  ] as const)('%s of STS is %d %s', async (error, status, code) => {
    const emulator = emulatorOf({ faults: [{ operation: 'GetCallerIdentity', error }] });
    const reply = await sts(emulator, ids.member);
    expect(reply.status).toBe(status);
    expect(reply.xml).toContain(`<Code>${code}</Code>`);
  });

  it('has its way so many times, and then AWS answers', async () => {
    const emulator = emulatorOf({ faults: [{ operation: 'GetAlternateContact', error: 'InternalServer', times: 2 }] });
    const statuses: number[] = [];
    for (let call = 0; call < 4; call++)
      statuses.push((await account(emulator, ids.member).call('GetAlternateContact', security)).status);
    expect(statuses).toEqual([500, 500, 404, 404]);
  });

  it('has its way for ever without a number, and comes back with a reset', async () => {
    const emulator = emulatorOf({ faults: [{ operation: 'GetAlternateContact', error: 'InternalServer', times: 1 }] });
    const status = async () => (await account(emulator, ids.member).call('GetAlternateContact', security)).status;
    expect([await status(), await status()]).toEqual([500, 404]);
    emulator.reset();
    expect([await status(), await status()]).toEqual([500, 404]);
    expect((await get({})).status).toBe(500);
  });

  it('hits the named account only', async () => {
    expect((await get({ account: ids.member }, { AccountId: ids.member })).status).toBe(500);
    expect((await get({ account: ids.member }, { AccountId: ids.delegated })).status).toBe(404);
    expect((await get({ account: ids.member })).status).toBe(404);
  });

  it.each([
    ['ListTagsForResource', 'ResourceId', ids.member],
    ['ListAccountsForParent', 'ParentId', ids.workloads],
    ['ListParents', 'ChildId', ids.member],
  ])('of %s hits what %s names', async (operation, member, id) => {
    const emulator = emulatorOf({ faults: [{ operation, account: id, error: 'InternalServer' }] });
    const call = (value: string) => organizations(emulator, ids.management).call(operation, { [member]: value });
    expect((await call(id)).status).toBe(500);
    expect((await call(ids.sandbox)).status).toBeLessThan(500);
  });

  it('of the first rule that fits goes before those of later ones', async () => {
    const emulator = emulatorOf({
      faults: [
        { operation: 'GetAlternateContact', account: ids.member, error: 'AccessDenied' },
        { operation: 'GetAlternateContact', error: 'TooManyRequests' },
      ],
    });
    const call = (AccountId: string) =>
      account(emulator, ids.management).call('GetAlternateContact', { ...security, AccountId });
    expect((await call(ids.member)).status).toBe(403);
    expect((await call(ids.delegated)).status).toBe(429);
  });

  it('costs no token and changes nothing', async () => {
    const emulator = emulatorOf({
      quotas: 'aws',
      faults: [{ operation: 'DeleteAlternateContact', error: 'ServiceUnavailable', times: 50 }],
    });
    const before = emulator.snapshot();
    const status = async () => (await account(emulator, ids.member).call('DeleteAlternateContact', security)).status;
    for (let call = 0; call < 50; call++) expect(await status()).toBe(503);
    for (let call = 0; call < 6; call++) expect(await status()).toBe(404);
    expect(emulator.snapshot()).toEqual(before);
  });

  it.each([
    [{}, 'operation'],
    [{ operation: 'GetEverything', error: 'AccessDenied' }, 'operation'],
    [{ operation: 'GetAlternateContact' }, 'error'],
    [{ operation: 'GetAlternateContact', error: 'Nothing' }, 'error'],
    [{ operation: 'GetAlternateContact', error: 'AccessDenied', times: 0 }, 'times'],
    [{ operation: 'GetAlternateContact', error: 'AccessDenied', often: 1 }, ''],
  ])('%j is no rule', (rule, at) => {
    const parsed = faultRulesSchema.safeParse([rule]);
    expect(parsed.error?.issues[0]?.path.join('.')).toBe(at === '' ? '0' : `0.${at}`);
  });
});
