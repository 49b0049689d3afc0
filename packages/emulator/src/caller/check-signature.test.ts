import { AccountClient, GetAlternateContactCommand } from '@aws-sdk/client-account';
import { afterEach, describe, expect, it } from 'vitest';
import type { Emulator, EmulatorOptions } from '../create-emulator.ts';
import type { WireRequest } from '../wire/request.ts';
import { type SignedCall, signedBySdk } from '../wire/signed.builder.ts';
import type { World } from '../world/world-file.ts';
import { emulatorOf, ids, makeClock, smallWorld } from '../world/worlds.builder.ts';

const now = Date.UTC(2026, 10, 24);
const minutes = 60_000;

const verifying = (options: EmulatorOptions = {}): Emulator => emulatorOf({ verifySignatures: true, ...options });

const send = async (emulator: Emulator, { method, path, headers, body }: WireRequest) => {
  const init = { method, headers: headers as Record<string, string>, body };
  const answered = await emulator.fetch(new Request(`http://127.0.0.1:4571${path}`, init));
  return { status: answered.status, headers: Object.fromEntries(answered.headers), text: await answered.text() };
};

const administrator = { accessKeyId: ids.member, secretAccessKey: 'test', at: now };

/** What a call gets that the administrator of the member signed, but for a change. */
const reply = async (call: SignedCall, change: object = {}, options: EmulatorOptions = {}) =>
  send(verifying(options), await signedBySdk(call, { ...administrator, ...change }));

/** The same call with other headers. */
const withHeaders = async (change: (headers: WireRequest['headers']) => object) => {
  const request = await signedBySdk('account', administrator);
  return send(verifying(), { ...request, headers: { ...request.headers, ...change(request.headers) } });
};

const inAuthorization = (from: string | RegExp, to: string) =>
  withHeaders((headers) => ({ authorization: headers['authorization']?.replace(from, to) }));

const mismatch =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';

describe('a verified signature', () => {
  it.each([
    ['account', 404],
    ['account write', 200],
    ['organizations', 400],
    ['sts', 200],
  ] as const)('lets a call of %s through that the AWS SDK signed', async (call, status) => {
    expect((await reply(call)).status).toBe(status);
  });

  it.each(['us-east-1', 'eu-west-1', 'ap-southeast-3'])('may be for the region %s', async (region) => {
    expect((await reply('account', { region })).status).toBe(404);
  });

  it.each([
    ['account', 'InvalidSignatureException'],
    ['organizations', 'InvalidSignatureException'],
    ['sts', 'SignatureDoesNotMatch'],
  ] as const)('made with another secret is refused by %s with %s', async (call, code) => {
    const { status, headers, text } = await reply(call, { secretAccessKey: 'guess' });
    expect(status).toBe(403);
    expect(headers['x-amzn-errortype'] ?? text).toContain(code);
    expect(text).toContain(mismatch);
  });

  it('is not looked at unless somebody asks for it', async () => {
    expect((await reply('account', { secretAccessKey: 'guess' }, { verifySignatures: false })).status).toBe(404);
  });

  it('can need another secret', async () => {
    expect((await reply('sts', { secretAccessKey: 'mine' }, { secret: 'mine' })).status).toBe(200);
    expect((await reply('sts', {}, { secret: 'mine' })).status).toBe(403);
  });

  it('does not fit a body that was changed on the way', async () => {
    const request = await signedBySdk('account write', administrator);
    const { status, text } = await send(verifying(), { ...request, body: request.body.replace('Security', 'Billing') });
    expect([status, text]).toEqual([403, expect.stringContaining(mismatch)]);
  });

  it('that is refused changes nothing, costs nothing and is not logged', async () => {
    const emulator = verifying({ quotas: 'aws' });
    const forged = await signedBySdk('account write', { ...administrator, secretAccessKey: 'guess' });
    for (let call = 0; call < 20; call++) expect((await send(emulator, forged)).status).toBe(403);
    expect(emulator.snapshot()).toEqual(smallWorld());
    const log = await emulator.fetch(new Request('http://127.0.0.1/_emulator/calls'));
    expect(await log.json()).toEqual({ calls: [], counters: {} });
    expect((await send(emulator, await signedBySdk('account write', administrator))).status).toBe(200);
  });

  it.each([
    [-5 * minutes, 200],
    [5 * minutes, 200],
    [0, 200],
  ])('may be %d ms off', async (off, status) => {
    expect((await reply('sts', { at: now + off })).status).toBe(status);
  });

  it.each([
    [
      -5 * minutes - 1000,
      'Signature expired: 20261123T235459Z is now earlier than 20261123T235500Z (20261124T000000Z - 5 min.)',
    ],
    [
      5 * minutes + 1000,
      'Signature not yet current: 20261124T000501Z is still later than 20261124T000500Z (20261124T000000Z + 5 min.)',
    ],
  ])('may not be %d ms off', async (off, message) => {
    const { status, text } = await reply('sts', { at: now + off });
    expect([status, text]).toEqual([403, expect.stringContaining(message)]);
    expect(text).toContain('<Code>SignatureDoesNotMatch</Code>');
    const other = await reply('account', { at: now + off });
    expect(other.headers['x-amzn-errortype']).toBe('InvalidSignatureException');
  });

  it('is as old as the clock of the emulator says', async () => {
    const emulator = verifying();
    const request = await signedBySdk('sts', administrator);
    const init = { method: 'POST', body: JSON.stringify({ advance: 6 * minutes }) };
    await emulator.fetch(new Request('http://127.0.0.1/_emulator/clock', init));
    expect((await send(emulator, request)).text).toContain('Signature expired');
    expect((await send(emulator, await signedBySdk('sts', { ...administrator, at: now + 6 * minutes }))).status).toBe(
      200,
    );
  });

  it.each([
    ['/20261124/', '/20261123/', "'20261123' != '20261124', from '20261124T000000Z'."],
    ['/account/', '/iam/', "Credential should be scoped to correct service: 'account'."],
    ['aws4_request', 'aws5_request', "valid terminator: 'aws4_request', not 'aws5_request'."],
    [/SignedHeaders=[^,]*/, 'SignedHeaders=x-amz-date', "'Host' or ':authority' must be a 'SignedHeader'"],
  ])('with %s as %s says what is wrong', async (from, to, message) => {
    const { status, headers, text } = await inAuthorization(from, to);
    expect([status, headers['x-amzn-errortype']]).toEqual([403, 'InvalidSignatureException']);
    expect(JSON.parse(text)).toEqual({ message: expect.stringContaining(message) });
  });

  it.each(['', 'yesterday', '20261324T000000Z'])('needs its time, and %j is none', async (time) => {
    const { status, headers } = await withHeaders(() => ({ 'x-amz-date': time }));
    expect([status, headers['x-amzn-errortype']]).toEqual([403, 'IncompleteSignatureException']);
  });

  it('needs all of its parts', async () => {
    const { status, headers } = await inAuthorization(/, *Signature=.*/, '');
    expect([status, headers['x-amzn-errortype']]).toEqual([403, 'IncompleteSignatureException']);
  });
});

describe('the secret of a key', () => {
  const user = { name: 'reader', policies: [], tags: {} };
  const worldWith = (users: World['accounts'][number]['users']): World => {
    const world = smallWorld();
    return { ...world, accounts: world.accounts.map((each) => (each.id === ids.member ? { ...each, users } : each)) };
  };
  const world = worldWith([
    { ...user, accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'own' },
    { ...user, accessKeyId: 'AKIAI44QH8DHBEXAMPLE' },
  ]);

  it.each([
    ['AKIAIOSFODNN7EXAMPLE', 'own', 200],
    ['AKIAIOSFODNN7EXAMPLE', 'test', 403],
    ['AKIAI44QH8DHBEXAMPLE', 'test', 200],
    ['AKIAI44QH8DHBEXAMPLE', 'own', 403],
    [ids.management, 'test', 200],
    ['anything', 'test', 200],
  ])('%s is %s: %d', async (accessKeyId, secretAccessKey, status) => {
    expect((await reply('sts', { accessKeyId, secretAccessKey }, { world })).status).toBe(status);
  });

  it('of a declared user is part of the world', () => {
    expect(verifying({ world }).snapshot()).toEqual(world);
  });

  it('of a role session is the one that AssumeRole gave out', async () => {
    const emulator = verifying();
    const { credentials } = await assume(emulator);
    const signed = await signedBySdk('sts', { ...credentials, at: now });
    expect(await send(emulator, signed)).toMatchObject({ status: 200, text: expect.stringContaining('/deploy<') });
    const forged = await signedBySdk('sts', { ...credentials, secretAccessKey: 'test', at: now });
    expect(await send(emulator, forged)).toMatchObject({ status: 403, text: expect.stringContaining(mismatch) });
  });
});

/** Lets the management account assume the role of the member, and reads the credentials from the XML. */
const assume = async (emulator: Emulator) => {
  const { text } = await send(
    emulator,
    await signedBySdk('assume role', { ...administrator, accessKeyId: ids.management }),
  );
  const partOf = (name: string): string => new RegExp(`<${name}>([^<]*)`).exec(text)?.[1] ?? '';
  return {
    credentials: {
      accessKeyId: partOf('AccessKeyId'),
      secretAccessKey: partOf('SecretAccessKey'),
      sessionToken: partOf('SessionToken'),
    },
  };
};

describe('over a socket', () => {
  let open: Emulator | undefined;
  afterEach(() => open?.close());

  /** A client of the AWS SDK on the clock of this machine. */
  const clientOf = async (emulator: Emulator, secretAccessKey: string, maxAttempts = 1) => {
    open = emulator;
    const { url: endpoint } = await emulator.listen();
    const credentials = { accessKeyId: ids.member, secretAccessKey };
    return new AccountClient({ endpoint, region: 'eu-west-1', credentials, maxAttempts });
  };
  const get = new GetAlternateContactCommand({ AlternateContactType: 'SECURITY' });

  it('the AWS SDK gets through with the right secret, and with no other', async () => {
    const emulator = verifying({ clock: makeClock(Date.now()) });
    const right = await clientOf(emulator, 'test');
    await expect(right.send(get)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    const wrong = await clientOf(emulator, 'guess');
    await expect(wrong.send(get)).rejects.toMatchObject({ name: 'InvalidSignatureException', message: mismatch });
  });

  it('the AWS SDK sets its clock by the answer, and gets through when it tries again', async () => {
    const client = await clientOf(verifying({ clock: makeClock(Date.now() + 3_600_000) }), 'test', 2);
    await expect(client.send(get)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
