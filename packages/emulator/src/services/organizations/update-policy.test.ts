import { describe, expect, it } from 'vitest';
import { account, organizations } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { badInput, misshapen, refusal, required } from './organizations.builder.ts';
import { contentOf, immutable, managementOf, policedWorld, policyNotFound, policyOf } from './policies.builder.ts';

const PolicyId = 'p-example001';
const world = policedWorld([policyOf(PolicyId, 'First'), policyOf('p-example002', 'Second')], {
  [ids.workloads]: ['p-FullAWSAccess', PolicyId],
});

const summary = {
  Id: PolicyId,
  Arn: `arn:aws:organizations::111122223333:policy/o-exampleorgid/service_control_policy/${PolicyId}`,
  Type: 'SERVICE_CONTROL_POLICY',
  AwsManaged: false,
};
const before = { Content: contentOf('Deny', 's3:*'), Name: 'First', Description: 'About First' };

/** Changes the policy of a fresh world; gives the answer, and the policy afterwards. */
const update = async (change: object) => {
  const client = managementOf(world);
  const reply = await client.call('UpdatePolicy', { PolicyId, ...change });
  const { body } = await client.call('DescribePolicy', { PolicyId });
  const { PolicySummary, Content } = body['Policy'] as { PolicySummary: typeof before; Content: string };
  const { Name, Description } = PolicySummary;
  return { reply, after: { Name, Description, Content } };
};

describe('UpdatePolicy', () => {
  it.each([
    [
      { Name: 'Renamed', Description: 'next' },
      { Name: 'Renamed', Description: 'next' },
    ],
    [{ Name: ' ' }, { Name: ' ' }],
    [{ Name: 'First' }, { Name: 'First' }],
    [{ Description: 'next' }, { Description: 'next' }],
    [{}, {}],
    [{ Name: null, Description: null, Content: null }, {}],
  ])('changes what is sent, and answers no more than that: %j', async (change, told) => {
    const { reply, after } = await update(change);
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({ Policy: { PolicySummary: { ...summary, ...told }, Content: before.Content } });
    expect(after).toEqual({ ...before, ...told });
  });

  it('tells an empty description and does not store it', async () => {
    const { reply, after } = await update({ Description: '' });
    expect(reply.body).toMatchObject({ Policy: { PolicySummary: { Description: '' } } });
    expect(after).toEqual(before);
  });

  it('changes what the policy does, wherever it is attached', async () => {
    const emulator = emulatorOf({ world });
    const read = () => account(emulator, ids.member).call('GetAlternateContact', { AlternateContactType: 'SECURITY' });
    expect(await read()).toMatchObject({ status: 404 });
    const Content = contentOf('Deny', 'account:*');
    const { body } = await organizations(emulator, ids.management).call('UpdatePolicy', { PolicyId, Content });
    expect(body).toEqual({ Policy: { PolicySummary: summary, Content } });
    expect(await read()).toMatchObject({ status: 403 });
  });

  it.each([
    ['the name of another one', { Name: 'Second' }, 'DuplicatePolicyException'],
    ['the name of AWS’s own', { Name: 'FullAWSAccess' }, 'DuplicatePolicyException'],
    ['content that is no policy', { Name: 'New', Content: '{}' }, 'MalformedPolicyDocumentException'],
    ['content that is too long', { Content: ' '.repeat(10_241) }, 'ConstraintViolationException'],
  ])('refuses %s and changes nothing', async (_, change, code) => {
    const { reply, after } = await update(change);
    expect(reply).toMatchObject({ status: 400, body: { __type: code } });
    expect(after).toEqual(before);
  });

  it('refuses to change AWS’s own policy', async () => {
    const client = managementOf(world);
    expect(await client.call('UpdatePolicy', { PolicyId: 'p-FullAWSAccess', Name: 'Mine' })).toMatchObject(immutable);
  });

  it('needs a policy that is there, and values that fit', async () => {
    const client = managementOf(world);
    expect(await client.call('UpdatePolicy')).toMatchObject(required('POLICY_ID'));
    expect(await client.call('UpdatePolicy', { PolicyId: 'x' })).toMatchObject(misshapen('POLICY_ID'));
    expect(await client.call('UpdatePolicy', { PolicyId: 'p-unknown01' })).toMatchObject(policyNotFound);
    expect(await client.call('UpdatePolicy', { PolicyId, Name: '' })).toMatchObject(
      badInput('MIN_LENGTH_EXCEEDED:NAME', 'You provided a value that is shorter than the minimum.'),
    );
    expect(await client.call('UpdatePolicy', { PolicyId, Description: 'é'.repeat(513) })).toMatchObject(
      badInput('MAX_LENGTH_EXCEEDED:DESCRIPTION', 'You provided a value that is longer than the maximum.'),
    );
    expect(await client.call('UpdatePolicy', { PolicyId, Name: 'Second' })).toMatchObject(
      refusal('DuplicatePolicyException', 'A policy with the specified name and type already exists.'),
    );
  });
});
