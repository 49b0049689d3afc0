import { describe, expect, it } from 'vitest';
import { management, required } from './organizations.builder.ts';
import { fullAccess, managementOf, policedWorld, policyOf } from './policies.builder.ts';

const Filter = 'SERVICE_CONTROL_POLICY';

describe('ListPolicies', () => {
  it('shows AWS’s own policy even before the type is enabled', async () => {
    const { status, body } = await management().call('ListPolicies', { Filter });
    expect(status).toBe(200);
    expect(body).toEqual({ Policies: [fullAccess] });
  });

  it('goes through all policies, page by page, without their content', async () => {
    const policies = Array.from({ length: 25 }, (_, index) => policyOf(`p-example${index}`, `policy ${index}`));
    const client = managementOf(policedWorld(policies));
    const first = await client.call('ListPolicies', { Filter });
    const second = await client.call('ListPolicies', { Filter, NextToken: first.body['NextToken'] });
    const listed = [first, second].flatMap(({ body }) => body['Policies'] as readonly { Name: string }[]);
    expect(first.body['Policies']).toHaveLength(20);
    expect(second.body).not.toHaveProperty('NextToken');
    expect(listed.map(({ Name }) => Name).toSorted()).toEqual(
      ['FullAWSAccess', ...policies.map(({ name }) => name)].toSorted(),
    );
    expect(listed[0]).not.toHaveProperty('Content');
  });

  it('has none of the types that the emulator does not have', async () => {
    expect((await management().call('ListPolicies', { Filter: 'TAG_POLICY' })).body).toEqual({ Policies: [] });
  });

  it('needs a type that there is', async () => {
    expect(await management().call('ListPolicies')).toMatchObject(required('FILTER'));
    expect(await management().call('ListPolicies', { Filter: 'service_control_policy' })).toMatchObject({
      body: { __type: 'InvalidInputException', Reason: 'INVALID_ENUM:FILTER' },
    });
  });
});
