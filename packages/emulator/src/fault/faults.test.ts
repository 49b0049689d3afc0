import { describe, expect, it } from 'vitest';
import { account, organizations, sts } from '../client.builder.ts';
import type { Emulator } from '../create-emulator.ts';
import { mary } from '../services/account/contacts.builder.ts';
import { emulatorOf, ids, makeClock } from '../world/worlds.builder.ts';
import type { FaultRule } from './fault-rule.ts';

const security = { AlternateContactType: 'SECURITY' };

const put = (emulator: Emulator, fields = {}) =>
  account(emulator, ids.member).call('PutAlternateContact', { ...security, ...mary, ...fields });

const contactOf = (emulator: Emulator) =>
  emulator.snapshot().accounts.find(({ id }) => id === ids.member)?.contacts.SECURITY;

const order = (emulator: Emulator, rules: readonly object[]) =>
  emulator.fetch(new Request('http://127.0.0.1/_emulator/faults', { method: 'PUT', body: JSON.stringify(rules) }));

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
});

describe('what an ordered failure strikes', () => {
  const statusOf = async (rule: object, call: () => Promise<{ status: number }>, emulator: Emulator) => {
    await order(emulator, [{ error: 'InternalServer', ...rule }]);
    return (await call()).status;
  };

  it.each([
    ['*', [500, 500, 500]],
    ['account:*', [500, 200, 200]],
    ['organizations:*', [404, 500, 200]],
    ['sts:*', [404, 200, 500]],
  ])('%s', async (operation, statuses) => {
    const emulator = emulatorOf({ faults: [{ operation, error: 'InternalServer' }] });
    const read = await account(emulator, ids.member).call('GetAlternateContact', security);
    const describing = await organizations(emulator, ids.member).call('DescribeOrganization');
    const identity = await sts(emulator, ids.member);
    expect([read.status, describing.status, identity.status]).toEqual(statuses);
  });

  it('the calling account where a call names none', async () => {
    const emulator = emulatorOf();
    const call = (AccountId?: string) => () =>
      account(emulator, ids.management).call('GetAlternateContact', { ...security, ...(AccountId && { AccountId }) });
    const rule = { operation: '*', account: ids.management };
    expect(await statusOf(rule, call(), emulator)).toBe(500);
    expect(await statusOf(rule, call(ids.member), emulator)).toBe(404);
    expect(await statusOf({ ...rule, account: ids.member }, call(), emulator)).toBe(404);
  });

  it.each(['AccountId', 'ResourceId', 'ParentId', 'ChildId', 'TargetId', 'StandardAccountId'])(
    'whatever %s names',
    async (member) => {
      const emulator = emulatorOf();
      const call = () => organizations(emulator, ids.management).call('ListRoots', { [member]: ids.member });
      expect(await statusOf({ operation: 'ListRoots', account: ids.member }, call, emulator)).toBe(500);
      expect(await statusOf({ operation: 'ListRoots', account: ids.management }, call, emulator)).toBe(200);
    },
  );

  it('the calls of one caller', async () => {
    const emulator = emulatorOf({
      faults: [{ operation: 'account:*', caller: ids.delegated, error: 'ServiceUnavailable' }],
    });
    const call = async (caller: string) =>
      (await account(emulator, caller).call('GetAlternateContact', { ...security, AccountId: ids.member })).status;
    expect([await call(ids.delegated), await call(ids.management)]).toEqual([503, 404]);
  });

  it('nothing at first, when so many calls are to pass', async () => {
    const emulator = emulatorOf({
      faults: [{ operation: 'GetAlternateContact', account: ids.member, after: 2, times: 1, error: 'InternalServer' }],
    });
    const statuses: number[] = [];
    for (const caller of [ids.member, ids.delegated, ids.member, ids.member, ids.member])
      statuses.push((await account(emulator, caller).call('GetAlternateContact', security)).status);
    expect(statuses).toEqual([404, 404, 404, 500, 404]);
  });

  it('what a later rule strikes, when the first one lets it pass', async () => {
    const emulator = emulatorOf({
      faults: [
        { operation: '*', error: 'InternalServer', probability: 0 },
        { operation: '*', error: 'InternalServer', after: 1 },
        { operation: '*', error: 'TooManyRequests' },
      ],
    });
    const status = async () => (await account(emulator, ids.member).call('GetAlternateContact', security)).status;
    expect([await status(), await status()]).toEqual([429, 500]);
  });
});

describe('an ordered failure after the call', () => {
  it.each(['InternalServer', 'ServiceUnavailable', 'TooManyRequests', 'AccessDenied', 'ExpiredCredentials'] as const)(
    '%s is the answer to a write that took effect',
    async (error) => {
      const emulator = emulatorOf({ faults: [{ operation: 'PutAlternateContact', error, when: 'after' }] });
      expect((await put(emulator)).status).toBeGreaterThanOrEqual(400);
      expect(contactOf(emulator)).toEqual(mary);
    },
  );

  it.each(['before', undefined] as const)('takes no effect %s it', async (when) => {
    const emulator = emulatorOf({
      faults: [{ operation: 'PutAlternateContact', error: 'InternalServer', ...(when && { when }) }],
    });
    expect((await put(emulator)).status).toBe(500);
    expect(contactOf(emulator)).toBeUndefined();
  });

  it('loses the answer to a write that took effect', async () => {
    const emulator = emulatorOf({
      faults: [{ operation: 'PutAlternateContact', error: 'ConnectionReset', when: 'after' }],
    });
    await expect(put(emulator)).rejects.toThrow(TypeError);
    expect(contactOf(emulator)).toEqual(mary);
  });

  it('costs a token', async () => {
    const emulator = emulatorOf({
      quotas: 'aws',
      faults: [{ operation: 'DeleteAlternateContact', error: 'InternalServer', when: 'after', times: 6 }],
    });
    const status = async () => (await account(emulator, ids.member).call('DeleteAlternateContact', security)).status;
    for (let call = 0; call < 6; call++) expect(await status()).toBe(500);
    expect(await status()).toBe(429);
  });
});

describe('kinds of ordered failures', () => {
  it.each([
    ['account', 'ExpiredTokenException'],
    ['organizations', 'ExpiredTokenException'],
    ['sts', 'ExpiredToken'],
  ])('ExpiredCredentials of %s is 403 %s', async (service, code) => {
    const emulator = emulatorOf({ faults: [{ operation: '*', error: 'ExpiredCredentials' }] });
    const replies = {
      account: async () => account(emulator, ids.member).call('GetAlternateContact', security),
      organizations: async () => organizations(emulator, ids.member).call('ListRoots'),
      sts: async () => sts(emulator, ids.member),
    };
    const reply = await replies[service as keyof typeof replies]();
    expect(reply.status).toBe(403);
    expect(JSON.stringify(reply)).toContain(code);
    expect(JSON.stringify(reply)).toContain('The security token included in the request is expired');
  });

  it('Untyped400 says no type, and spares the services that have no API Gateway', async () => {
    const emulator = emulatorOf({ faults: [{ operation: '*', error: 'Untyped400' }] });
    const reply = await account(emulator, ids.member).call('GetAlternateContact', security);
    expect(reply).toMatchObject({ status: 400, body: { message: 'Invalid request body' } });
    expect(reply.headers['x-amzn-errortype']).toBeUndefined();
    expect((await organizations(emulator, ids.member).call('DescribeOrganization')).status).toBe(200);
  });

  it('StaleRead shows what was there before the last write, and spares writes and other services', async () => {
    const emulator = emulatorOf({ faults: [{ operation: '*', error: 'StaleRead', times: 2 }] });
    const read = async () => (await account(emulator, ids.member).call('GetAlternateContact', security)).body;
    await put(emulator);
    await put(emulator, { Title: 'Second' });
    await organizations(emulator, ids.member).call('DescribeOrganization');
    expect((await read())['AlternateContact']).toMatchObject({ Title: mary.Title });
    await account(emulator, ids.member).call('DeleteAlternateContact', security);
    expect((await read())['AlternateContact']).toMatchObject({ Title: 'Second' });
    expect(await read()).toEqual({ message: 'No contact of the inputted alternate contact type found.' });
  });

  it('StaleRead shows what is there where nothing was written', async () => {
    const emulator = emulatorOf({ faults: [{ operation: 'GetAlternateContact', error: 'StaleRead' }] });
    const reply = await account(emulator, ids.member).call('GetAlternateContact', security);
    expect(reply.status).toBe(404);
  });

  it('SlowBody gives the answer of AWS, by the clock later', async () => {
    const clock = makeClock(0);
    const emulator = emulatorOf({
      clock,
      faults: [{ operation: 'PutAlternateContact', error: 'SlowBody', milliseconds: 5000 }],
    });
    expect(await put(emulator)).toMatchObject({ status: 200, body: {} });
    expect(clock.now()).toBe(5000);
    expect(contactOf(emulator)).toEqual(mary);
  });
});
