import { describe, expect, it } from 'vitest';
import { organizations } from '../../client.builder.ts';
import { createEmulator } from '../../create-emulator.ts';
import { emulatorOf, ids, smallWorld } from '../../world/worlds.builder.ts';
import { badInput, management, refusal, required } from './organizations.builder.ts';
import { contentOf, managementOf, policedWorld, policyOf } from './policies.builder.ts';

const create = {
  Content: contentOf('Deny', 'account:PutAlternateContact'),
  Description: 'Nobody changes contacts',
  Name: 'FrozenContacts',
  Type: 'SERVICE_CONTROL_POLICY',
};

const malformed = refusal(
  'MalformedPolicyDocumentException',
  'The provided policy document does not meet the requirements of the specified policy type.',
);

/** A policy of a certain length that means the same. */
const ofLength = (length: number): string => {
  const content = contentOf('Deny', 's3:*');
  return content + ' '.repeat(length - content.length);
};

describe('CreatePolicy', () => {
  it('keeps the content as it was sent, and gives the policy an id and an ARN', async () => {
    const client = management();
    const { status, body } = await client.call('CreatePolicy', create);
    const policy = body['Policy'] as { PolicySummary: { Id: string } };
    const { Id } = policy.PolicySummary;
    expect(status).toBe(200);
    expect(policy).toEqual({
      Content: create.Content,
      PolicySummary: {
        Id: expect.stringMatching(/^p-[0-9a-z]{10}$/),
        Arn: `arn:aws:organizations::111122223333:policy/o-exampleorgid/service_control_policy/${Id}`,
        Name: 'FrozenContacts',
        Description: 'Nobody changes contacts',
        Type: 'SERVICE_CONTROL_POLICY',
        AwsManaged: false,
      },
    });
    expect((await client.call('DescribePolicy', { PolicyId: Id })).body).toEqual({ Policy: policy });
    expect((await client.call('ListTargetsForPolicy', { PolicyId: Id })).body).toEqual({ Targets: [] });
  });

  it('takes tags', async () => {
    const client = management();
    const Tags = [{ Key: 'team', Value: 'security' }];
    const { body } = await client.call('CreatePolicy', { ...create, Tags });
    const { PolicySummary } = body['Policy'] as { PolicySummary: { Id: string } };
    expect((await client.call('ListTagsForResource', { ResourceId: PolicySummary.Id })).body).toEqual({ Tags });
    expect(await client.call('CreatePolicy', { ...create, Name: 'B', Tags: [...Tags, ...Tags] })).toMatchObject({
      body: { Reason: 'DUPLICATE_TAG_KEY' },
    });
  });

  it('gives out no id twice, also after the world was saved and loaded', async () => {
    const first = emulatorOf();
    await organizations(first, ids.management).call('CreatePolicy', create);
    const second = createEmulator({ world: first.snapshot() });
    await organizations(second, ids.management).call('CreatePolicy', { ...create, Name: 'Other' });
    expect(new Set(second.snapshot().organization?.policies.map(({ id }) => id)).size).toBe(2);
  });

  it.each(['FrozenContacts', 'FullAWSAccess'])('refuses the name %s when a policy has it', async (Name) => {
    const client = management();
    await client.call('CreatePolicy', create);
    expect(await client.call('CreatePolicy', { ...create, Name })).toMatchObject(
      refusal('DuplicatePolicyException', 'A policy with the specified name and type already exists.'),
    );
  });

  it.each([
    ['what is no JSON', 'Deny everything'],
    ['the name of a managed policy', 'AdministratorAccess'],
    ['an empty object', '{}'],
    ['a statement without a resource', '{"Statement":{"Effect":"Deny","Action":"*"}}'],
    ['a principal', '{"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Principal":"*"}}'],
    ['an operator that is none', contentOf('Deny', '*').replace('"*"}', '"*","Condition":{"Is":{"a":"b"}}}')],
  ])('refuses %s as content', async (_, Content) => {
    expect(await management().call('CreatePolicy', { ...create, Content })).toMatchObject(malformed);
  });

  it('takes a policy without a version', async () => {
    const Content = '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';
    expect(await management().call('CreatePolicy', { ...create, Content })).toMatchObject({ status: 200 });
  });

  it('takes 10,240 characters, blanks counted, and no more', async () => {
    const tooLong = refusal(
      'ConstraintViolationException',
      'You have exceeded the maximum policy size.',
      'POLICY_CONTENT_LIMIT_EXCEEDED',
    );
    const client = management();
    expect(await client.call('CreatePolicy', { ...create, Content: ofLength(10_241) })).toMatchObject(tooLong);
    expect(await client.call('CreatePolicy', { ...create, Content: ofLength(10_240) })).toMatchObject({ status: 200 });
  });

  it('counts the characters as is chosen', async () => {
    const sid = JSON.stringify({ Effect: 'Deny', Action: 's3:*', Resource: `arn:aws:s3:::${'🙂'.repeat(5100)}` });
    const Content = `{"Version":"2012-10-17","Statement":[${sid}]}`;
    expect(Content.length).toBeGreaterThan(10_240);
    expect(await management().call('CreatePolicy', { ...create, Content })).toMatchObject({ status: 400 });
    const lenient = managementOf(smallWorld(), { lengthUnit: 'code-point' });
    expect(await lenient.call('CreatePolicy', { ...create, Content })).toMatchObject({ status: 200 });
  });

  it('makes 10,000 policies, and no more', async () => {
    const policies = Array.from({ length: 9999 }, (_, index) => policyOf(`p-example${index}`, `policy ${index}`));
    const client = managementOf(policedWorld(policies));
    expect(await client.call('CreatePolicy', create)).toMatchObject({ status: 200 });
    expect(await client.call('CreatePolicy', { ...create, Name: 'One more' })).toMatchObject(
      refusal(
        'ConstraintViolationException',
        'You have exceeded the number of policies that you can have in an organization.',
        'POLICY_NUMBER_LIMIT_EXCEEDED',
      ),
    );
  });

  it('does not need the type to be enabled, but all features', async () => {
    const notAvailable = refusal(
      'PolicyTypeNotAvailableForOrganizationException',
      "You can't use the specified policy type with the feature set currently enabled for this organization.",
    );
    const billing = managementOf(smallWorld({ featureSet: 'CONSOLIDATED_BILLING' }));
    expect(await billing.call('CreatePolicy', create)).toMatchObject(notAvailable);
    expect(await management().call('CreatePolicy', { ...create, Type: 'TAG_POLICY' })).toMatchObject(notAvailable);
  });

  it.each([
    [{}, required('CONTENT')],
    [{ Content: create.Content }, required('DESCRIPTION')],
    [{ Content: create.Content, Description: '' }, required('NAME')],
    [{ ...create, Type: undefined }, required('TYPE')],
    [
      { ...create, Name: '' },
      badInput('MIN_LENGTH_EXCEEDED:NAME', 'You provided a value that is shorter than the minimum.'),
    ],
    [
      { ...create, Name: 'n'.repeat(129) },
      badInput('MAX_LENGTH_EXCEEDED:NAME', 'You provided a value that is longer than the maximum.'),
    ],
    [
      { ...create, Description: 'd'.repeat(513) },
      badInput('MAX_LENGTH_EXCEEDED:DESCRIPTION', 'You provided a value that is longer than the maximum.'),
    ],
    [
      { ...create, Content: '' },
      badInput('MIN_LENGTH_EXCEEDED:CONTENT', 'You provided a value that is shorter than the minimum.'),
    ],
  ])('refuses %j', async (input, expected) => {
    expect(await management().call('CreatePolicy', input)).toMatchObject(expected);
  });
});
