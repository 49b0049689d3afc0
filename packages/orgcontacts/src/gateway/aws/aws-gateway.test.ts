import { expect, it } from 'vitest';
import { ok } from '../../failure/failure.ts';
import { anId } from '../memory/memory-world.builder.ts';
import { makeAwsGateway } from './aws-gateway.ts';
import { startLocalAws } from './local-aws.builder.ts';

const identityAnswer = (account: string) => ({
  contentType: 'text/xml',
  text: `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
    <Arn>arn:aws:iam::${account}:user/administrator</Arn><UserId>AIDAEXAMPLE</UserId><Account>${account}</Account>
  </GetCallerIdentityResult></GetCallerIdentityResponse>`,
});

it('asks STS who is calling', async () => {
  const local = await startLocalAws(identityAnswer('011122223333'));
  const identity = await local.gateway.getCallerIdentity();
  await local.close();
  expect(identity).toEqual(ok({ accountId: '011122223333', arn: 'arn:aws:iam::011122223333:user/administrator' }));
  expect(local.requests[0]?.body).toMatchObject({ Action: 'GetCallerIdentity' });
});

it('throws when STS names no account, since nothing sensible can follow', async () => {
  const local = await startLocalAws(identityAnswer(''));
  const asking = local.gateway.getCallerIdentity();
  await expect(asking).rejects.toThrow('AWS answered without');
  await local.close();
});

it('signs for the region that it was given', async () => {
  const local = await startLocalAws({ body: {} });
  await local.gateway.listTrustedServices();
  await local.close();
  expect(local.requests[0]?.region).toBe('eu-west-1');
});

it('says where its calls go, and says it still after it was closed', async () => {
  const local = await startLocalAws({ body: {} });
  expect(local.gateway.endpoint).toBe(local.endpoint);
  await local.gateway.listTrustedServices();
  await local.close();
  expect(local.gateway.endpoint).toBe(local.endpoint);
});

it('leaves every retry to the pace: a failing call is sent once', async () => {
  const local = await startLocalAws({ status: 500, body: { __type: 'ServiceException', Message: 'oops' } });
  const listed = await local.gateway.listAccounts();
  await local.close();
  expect(listed).toMatchObject({ kind: 'failed', failure: { kind: 'unavailable' } });
  expect(local.requests).toHaveLength(1);
});

it('knows how far the clock of AWS is ahead, by an answer or a refusal of any service', async () => {
  const date = (seconds: number) => new Date(seconds * 1000).toUTCString();
  const refusal = { status: 403, type: 'AccessDeniedException', body: { message: 'no' }, date: date(20) };
  const local = await startLocalAws({ body: {}, date: date(1_000) }, refusal, {
    ...identityAnswer('111122223333'),
    date: date(7),
  });
  const gateway = await makeAwsGateway({
    endpoint: local.endpoint,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    now: () => 10_000,
  });
  expect(gateway.clockSkew?.()).toBeUndefined();
  await gateway.listTrustedServices();
  expect(gateway.clockSkew?.()).toBe(990_000);
  await gateway.getContact({ context: 'standalone', accountId: anId('111122223333') }, 'SECURITY');
  expect(gateway.clockSkew?.()).toBe(10_000);
  await gateway.getCallerIdentity();
  expect(gateway.clockSkew?.()).toBe(-3_000);
  gateway.close();
  await local.close();
});

it('keeps what it knows of the clock when an answer has no date that can be read', async () => {
  const local = await startLocalAws({ body: {}, date: 'yesterday' });
  await local.gateway.listTrustedServices();
  expect(local.gateway.clockSkew?.()).toBeUndefined();
  await local.close();
});
