import { afterEach, expect, it } from 'vitest';
import { ok } from '../../failure/failure.ts';
import { anId } from '../memory/memory-world.builder.ts';
import { type Answer, type LocalAws, startLocalAws } from './local-aws.builder.ts';

let running: LocalAws | undefined;

const start = async (...answers: readonly Answer[]): Promise<LocalAws> => {
  running = await startLocalAws(...answers);
  return running;
};

afterEach(async () => {
  await running?.close();
  running = undefined;
});

const own = { context: 'standalone', accountId: anId('111122223333') } as const;
const member = { context: 'organization', accountId: anId('044455556666') } as const;
const mary = { name: 'Mary Major', title: 'Security', email: 'mary@example.com', phone: '+1 555' };
const missing: Answer = { status: 404, type: 'ResourceNotFoundException', body: { message: 'No contact found.' } };

it('sends no AccountId in the standalone context, which AWS would refuse even for the own account', async () => {
  const { gateway, requests } = await start(missing);
  await gateway.getContact(own, 'SECURITY');
  await gateway.putContact(own, 'BILLING', mary);
  await gateway.deleteContact(own, 'OPERATIONS');
  expect(requests.map(({ operation, body }) => [operation, body])).toEqual([
    ['/getAlternateContact', { AlternateContactType: 'SECURITY' }],
    [
      '/putAlternateContact',
      {
        AlternateContactType: 'BILLING',
        Name: 'Mary Major',
        Title: 'Security',
        EmailAddress: 'mary@example.com',
        PhoneNumber: '+1 555',
      },
    ],
    ['/deleteAlternateContact', { AlternateContactType: 'OPERATIONS' }],
  ]);
});

it('names the account in the organization context, with its leading zero', async () => {
  const { gateway, requests } = await start(missing);
  await gateway.getContact(member, 'SECURITY');
  await gateway.putContact(member, 'SECURITY', mary);
  await gateway.deleteContact(member, 'SECURITY');
  expect(requests.map(({ body }) => body['AccountId'])).toEqual(['044455556666', '044455556666', '044455556666']);
});

it('reads a contact', async () => {
  const contact = { Name: 'Mary Major', Title: 'Security', EmailAddress: 'mary@example.com', PhoneNumber: '+1 555' };
  const { gateway } = await start({ body: { AlternateContact: { ...contact, AlternateContactType: 'SECURITY' } } });
  expect(await gateway.getContact(member, 'SECURITY')).toEqual(ok(mary));
});

it('takes 404 for the answer that none is set', async () => {
  const { gateway } = await start(missing);
  expect(await gateway.getContact(member, 'SECURITY')).toEqual(ok(undefined));
  expect(await gateway.deleteContact(member, 'SECURITY')).toEqual(ok(undefined));
});

it('does not take 404 for success where something should have been written', async () => {
  const { gateway } = await start(missing);
  expect(await gateway.putContact(member, 'SECURITY', mary)).toMatchObject({
    kind: 'failed',
    failure: { kind: 'missing' },
  });
});

it.each<[string, Answer, object]>([
  [
    'AccessDeniedException',
    { status: 403, type: 'AccessDeniedException', body: { message: 'not authorized' } },
    { kind: 'denied', code: 'AccessDeniedException', message: 'not authorized', status: 403 },
  ],
  [
    'a 429',
    { status: 429, type: 'TooManyRequestsException', body: { message: 'Too Many Requests' } },
    { kind: 'throttled', code: 'TooManyRequestsException', message: 'Too Many Requests', status: 429 },
  ],
  [
    'a 400 without a type, as the front end of AWS sends it',
    { status: 400, body: { message: 'must not be null or only whitespace' } },
    { kind: 'invalid', status: 400 },
  ],
  [
    'a ValidationException',
    { status: 400, type: 'ValidationException', body: { message: 'too long' } },
    { kind: 'invalid', code: 'ValidationException', status: 400 },
  ],
  [
    'an InternalServerException',
    { status: 500, type: 'InternalServerException', body: { message: 'oops' } },
    { kind: 'unavailable', code: 'InternalServerException', status: 500 },
  ],
  [
    'a web page of a proxy',
    { status: 502, text: '<html>Bad Gateway</html>', contentType: 'text/html' },
    { kind: 'unavailable', status: 502 },
  ],
  ['a broken connection', 'reset', { kind: 'unavailable', code: 'ECONNRESET' }],
])('gives %s as a failure, after a single request', async (_, answer, failure) => {
  const { gateway, requests } = await start(answer);
  const put = await gateway.putContact(member, 'SECURITY', mary);
  expect(put).toMatchObject({ kind: 'failed', failure: { operation: 'account:PutAlternateContact', ...failure } });
  expect(requests).toHaveLength(1);
});

it('finds a closed port unavailable', async () => {
  const local = await start({});
  await local.close();
  running = undefined;
  expect(await local.gateway.getContact(member, 'SECURITY')).toMatchObject({
    kind: 'failed',
    failure: { kind: 'unavailable', code: 'ECONNREFUSED' },
  });
});

it('throws when AWS answers without the contact that it promises, rather than taking it for none', async () => {
  const { gateway } = await start({ body: {} });
  await expect(gateway.getContact(member, 'SECURITY')).rejects.toThrow('AWS answered without AlternateContact.');
});
