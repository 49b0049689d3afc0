import { expect, it } from 'vitest';
import { startLocalAwsFor } from './local-aws.builder.ts';

/** Gives another key each time it is asked. */
const aProvider = () => {
  let asked = 0;
  return async () => ({ accessKeyId: `AKIDEXAMPLE${++asked}`, secretAccessKey: 'secret' });
};

it('signs with the same credentials until they are renewed, and then with new ones, whichever service is called', async () => {
  const local = await startLocalAwsFor(aProvider(), { body: {} });
  const calls = async () => {
    await local.gateway.listTrustedServices();
    await local.gateway.listTrustedServices();
  };
  await calls();
  await local.gateway.renewCredentials();
  await calls();
  await local.close();
  const [first, second, third, fourth] = local.requests.map(({ accessKeyId }) => accessKeyId);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
  expect(fourth).toBe(third);
});

it('keeps credentials that cannot be renewed', async () => {
  let asked = 0;
  const once = async () => {
    if (++asked > 1) throw new Error('signed out');
    return { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
  };
  const local = await startLocalAwsFor(once, { body: {} });
  await local.gateway.listTrustedServices();
  await local.gateway.renewCredentials();
  await local.gateway.listTrustedServices();
  await local.close();
  expect(local.requests.map(({ accessKeyId }) => accessKeyId)).toEqual(['AKIDEXAMPLE', 'AKIDEXAMPLE']);
});
