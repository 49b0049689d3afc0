import { describe, expect, it } from 'vitest';
import { signedAs, sts } from '../client.builder.ts';
import { emulatorOf, ids } from '../world/worlds.builder.ts';

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

const send = async ({ method = 'POST', path = '/', headers = {}, body = '' }: Sent, emulator = emulatorOf()) => {
  const init = method === 'GET' ? { method, headers } : { method, headers, body };
  const answered = await emulator.fetch(new Request(`http://127.0.0.1${path}`, init));
  return { status: answered.status, headers: Object.fromEntries(answered.headers), text: await answered.text() };
};

const account = { path: '/getAlternateContact', headers: signedAs(ids.member, 'account') };
const organizations = {
  headers: {
    ...signedAs(ids.member, 'organizations'),
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'AWSOrganizationsV20161128.DescribeOrganization',
  },
};
const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('an unsigned request', () => {
  it.each([
    ['Account Management', { path: '/getAlternateContact', body: '{}' }],
    ['Organizations', { headers: { 'x-amz-target': 'AWSOrganizationsV20161128.ListAccounts' }, body: '{}' }],
    ['STS', { headers: form, body: 'Action=GetCallerIdentity' }],
    ['another kind of authorization', { path: '/getAlternateContact', headers: { authorization: 'Bearer x' } }],
  ])('gets 403: %s', async (_, sent) => {
    const { status, text } = await send(sent);
    expect(status).toBe(403);
    expect(text).toMatch(/missing Authentication Token/i);
  });

  it('changes nothing and is not logged', async () => {
    const emulator = emulatorOf();
    await send({ path: '/putAlternateContact', body: '{}' }, emulator);
    const { text } = await send({ method: 'GET', path: '/_emulator/calls' }, emulator);
    expect(JSON.parse(text)).toEqual({ calls: [], counters: {} });
  });
});

describe('the key of an account that is not there', () => {
  it.each([
    ['account', '/getAlternateContact', {}],
    ['organizations', '/', organizations.headers],
  ])('is refused by %s', async (service, path, headers) => {
    const { status, text } = await send({ path, headers: { ...headers, ...signedAs(ids.unknown, service) } });
    expect(status).toBe(403);
    expect(text).toContain('The security token included in the request is invalid.');
  });
});

describe('what nobody knows', () => {
  it('an operation of Account Management gets 404', async () => {
    const { status, headers, text } = await send({ ...account, path: '/getEverything' });
    expect({ status, type: headers['x-amzn-errortype'] }).toEqual({ status: 404, type: 'UnknownOperationException' });
    expect(JSON.parse(text)).toEqual({ message: 'The emulator has no operation GetEverything of Account Management.' });
  });

  it.each(['/toString', '/constructor', '/hasOwnProperty'])('the path %s is no operation', async (path) => {
    expect((await send({ ...account, path })).status).toBe(404);
  });

  it('an operation of Organizations gets 400 and its type', async () => {
    const target = { 'x-amz-target': 'AWSOrganizationsV20161128.constructor' };
    const { status, text } = await send({ headers: { ...organizations.headers, ...target } });
    expect(status).toBe(400);
    expect(JSON.parse(text)).toEqual({
      __type: 'UnknownOperationException',
      Message: 'The emulator has no operation constructor of Organizations.',
    });
  });

  it.each([
    ['Action=AssumeNothing&Version=2011-06-15', 'AssumeNothing'],
    ['', ''],
  ])('an action of STS gets 400: %j', async (body, action) => {
    const { status, xml } = await sts(emulatorOf(), ids.member, body);
    expect(status).toBe(400);
    expect(xml).toContain(`<Code>InvalidAction</Code><Message>Could not find operation ${action} for version`);
  });

  it.each([
    [{ method: 'GET', path: '/getAlternateContact', headers: account.headers }],
    [{ method: 'PUT', path: '/getAlternateContact', headers: account.headers }],
    [{ method: 'POST', path: '/', headers: account.headers }],
    [{ method: 'POST', path: '/a/b', headers: account.headers }],
    [{ method: 'POST', path: '/%00', headers: account.headers }],
    [{ method: 'POST', path: '/', headers: { ...account.headers, 'x-amz-target': 'Other.Thing' } }],
    [{ method: 'GET', path: '/', headers: organizations.headers }],
  ])('%j gets 404', async (sent) => {
    expect((await send(sent)).status).toBe(404);
  });
});

describe('a body', () => {
  it.each(['{', '[]', 'null', '"text"', '5', 'undefined', '\u0000', '{"a":1}}'])(
    '%j is refused by both JSON services',
    async (body) => {
      const ofAccount = await send({ ...account, body });
      expect(ofAccount).toMatchObject({ status: 400, headers: { 'x-amzn-errortype': 'ValidationException' } });
      expect(JSON.parse(ofAccount.text)).toEqual({ message: 'The request body is not a JSON object.' });
      const ofOrganizations = await send({ ...organizations, body });
      expect(ofOrganizations.status).toBe(400);
      expect(JSON.parse(ofOrganizations.text)).toEqual({
        __type: 'SerializationException',
        Message: 'The request body is not a JSON object.',
      });
    },
  );

  it('that is empty has no members', async () => {
    expect((await send(organizations)).status).toBe(200);
    expect((await send(account)).text).toContain('missing required properties');
  });

  it('may carry members that nobody knows', async () => {
    const { status } = await send({ ...organizations, body: '{"Unknown":1,"__proto__":{"a":1}}' });
    expect(status).toBe(200);
  });

  it('is read whatever its content type says', async () => {
    const headers = { ...account.headers, 'content-type': 'text/plain' };
    expect((await send({ ...account, headers, body: '{"AlternateContactType":"SECURITY"}' })).status).toBe(404);
    expect(
      (await send({ ...organizations, headers: { ...organizations.headers, 'content-type': 'x/y' } })).status,
    ).toBe(200);
  });

  it('of STS has to be a form', async () => {
    const headers = { ...signedAs(ids.member, 'sts'), 'content-type': 'application/json' };
    expect((await send({ headers, body: 'Action=GetCallerIdentity' })).status).toBe(404);
  });

  it('is read also when a query follows the path', async () => {
    expect((await send({ ...account, path: '/getAlternateContact?x=1' })).status).toBe(400);
  });

  it('over 1 MiB is refused, and one just below is read', async () => {
    const filled = (size: number) =>
      JSON.stringify({ AlternateContactType: 'SECURITY', Filler: '' }).replace('""', `"${'x'.repeat(size)}"`);
    const bare = filled(0).length;
    expect((await send({ ...account, body: filled(1024 * 1024 - bare) })).status).toBe(404);
    expect((await send({ ...account, body: filled(1024 * 1024 - bare + 1) })).status).toBe(413);
  });
});

describe('the XML of STS', () => {
  it('escapes what it repeats', async () => {
    const { xml } = await sts(emulatorOf(), ids.member, `Action=${encodeURIComponent('<&">')}`);
    expect(xml).toContain('<Message>Could not find operation &lt;&amp;&quot;&gt; for version');
  });

  it('leaves out characters that XML cannot hold', async () => {
    const { xml } = await sts(emulatorOf(), ids.member, 'Action=a%00b%1Bc%0A');
    expect(xml).toContain('Could not find operation abc\n for version');
  });

  it('says that it is XML', async () => {
    const { headers } = await send({
      headers: { ...form, ...signedAs(ids.member, 'sts') },
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
    });
    expect(headers['content-type']).toBe('text/xml');
  });
});
