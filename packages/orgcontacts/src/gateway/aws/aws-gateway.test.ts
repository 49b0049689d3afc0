import { expect, it } from 'vitest';
import { ok } from '../../failure/failure.ts';
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
