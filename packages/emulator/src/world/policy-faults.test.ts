import { describe, expect, it } from 'vitest';
import { contentOf, policedWorld, policyOf } from '../services/organizations/policies.builder.ts';
import { checkWorld } from './parse-world.ts';
import type { World } from './world-file.ts';
import { ids, smallWorld } from './worlds.builder.ts';

const problemsOf = (world: World): readonly string[] => {
  const checked = checkWorld(world);
  return checked.kind === 'invalid' ? checked.problems : [];
};

const first = policyOf('p-example001', 'First');

/** A world without service control policies in which one is attached all the same. */
const attachedTo = (world: World, target: string, ...policies: readonly string[]): World => ({
  ...world,
  accounts: world.accounts.map((each) =>
    each.id === target ? { ...each, serviceControlPolicies: [...policies] } : each,
  ),
});

describe('a world with service control policies', () => {
  it('is fine when everything that is attached is there', () => {
    const attached = { [ids.root]: ['p-example001'], [ids.member]: ['p-FullAWSAccess', 'p-example001'] };
    expect(problemsOf(policedWorld([first], attached))).toEqual([]);
  });

  it.each<[string, World, string]>([
    [
      'a policy that is not there',
      policedWorld([first], { [ids.workloads]: ['p-FullAWSAccess', 'p-example009'] }),
      'units.1.serviceControlPolicies: there is no policy p-example009',
    ],
    [
      'a policy that is attached to one thing twice',
      policedWorld([first], { [ids.member]: ['p-example001', 'p-example001'] }),
      'accounts.2.serviceControlPolicies: a policy is attached once',
    ],
    [
      'content that is no JSON',
      policedWorld([policyOf('p-example001', 'First', 'AdministratorAccess')]),
      'organization.policies.0.content: it is no JSON',
    ],
    [
      'content that is no policy',
      policedWorld([policyOf('p-example001', 'First', contentOf('Deny', 'everything'))]),
      'organization.policies.0.content: Statement',
    ],
    [
      'a policy that stands there twice',
      policedWorld([first, { ...first, name: 'Second' }]),
      'organization.policies.1.id: p-example001 is there already',
    ],
    [
      'a policy with the id of AWS’s own',
      policedWorld([policyOf('p-FullAWSAccess', 'Mine')]),
      'organization.policies.0.id: p-FullAWSAccess is there already',
    ],
    [
      'policies that are attached while their type is not enabled',
      attachedTo(smallWorld({ policies: [first] }), ids.member, 'p-example001'),
      'accounts.2.serviceControlPolicies: service control policies are not enabled in the root',
    ],
    [
      'policies that are attached to an account outside the organization',
      attachedTo(policedWorld([first]), ids.outsider, 'p-example001'),
      'accounts.4.serviceControlPolicies: policies are attached to accounts of the organization only',
    ],
    [
      'service control policies without all features',
      smallWorld({ featureSet: 'CONSOLIDATED_BILLING', policyTypes: ['SERVICE_CONTROL_POLICY'] }),
      'organization.policyTypes: service control policies need all features',
    ],
  ])('refuses %s', (_, world, problem) => {
    expect(problemsOf(world)).toEqual([expect.stringContaining(problem)]);
  });
});
