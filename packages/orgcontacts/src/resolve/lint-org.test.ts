import { expect, it } from 'vitest';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import { anOrg, anOrgAccount, unitsDown, unreadable } from '../org/org.builder.ts';
import type { OrgAccount } from '../org/org.ts';
import { noLint } from '../policy/lint-settings.ts';
import type { Assignment, Policy } from '../policy/policy.ts';
import { lintOrg } from './lint-org.ts';
import { account, all, aPolicy, assign, exclude, not, tag, unit, wantContact } from './policy.builder.ts';
import { resolve } from './resolve.ts';

const inProd = anOrgAccount({
  id: anId('300000000001'),
  tags: { kind: 'known', value: { Team: 'payments' } },
  units: unitsDown('Prod'),
});
const inDev = anOrgAccount({ id: anId('300000000002'), units: unitsDown('Dev') });

const lintOf = (policy: Policy, accounts: readonly OrgAccount[] = [inProd, inDev]) => {
  const org = anOrg(accounts);
  return lintOrg(policy, org, resolve(policy, org));
};

/** What is said, as `code line`; assignments stand on the lines from 10 on. */
const said = (assignments: readonly Assignment[], accounts?: readonly OrgAccount[]) =>
  lintOf(aPolicy(assignments), accounts).map(({ code, place }) => `${code} ${place.line}`);

it('says nothing of assignments that each decide something', () => {
  expect(said([assign([all], 'one'), assign([unit('Prod')], 'two')])).toEqual([]);
});

it('tells an assignment that matches no account', () => {
  expect(
    said([assign([all], 'one'), assign([tag('Team', 'orders')], 'two'), assign([account('999999999999')], 'x')]),
  ).toEqual(['matches-nothing 11', 'matches-nothing 12', 'account-not-found 12']);
});

it('tells an assignment that others beat everywhere', () => {
  expect(said([assign([all], 'one'), assign([unit('Prod')], 'two'), assign([unit('Dev')], 'three')])).toEqual([
    'never-wins 10',
  ]);
});

it('does not call an assignment idle that might win, ties, or could win if its contact were filled in', () => {
  const blind = anOrgAccount({ id: anId('300000000003'), tags: unreadable('organizations:ListTagsForResource') });
  expect(said([assign([tag('team', 'x')], 'one')], [blind])).toEqual([]);
  expect(said([assign([unit('Prod')], 'one'), assign([unit('Prod')], 'two')])).toEqual([]);
});

it('tells a tag key that the organization has in another case, also under a not and in an exclusion', () => {
  const policy = aPolicy(
    [
      assign([all], 'one'),
      assign([tag('team', 'payments')], 'two'),
      assign([not(tag('TEAM', 'x'))], 'three', { type: 'BILLING' }),
    ],
    [exclude([tag('tEAM', 'y')])],
  );
  expect(lintOf(policy).filter(({ code }) => code === 'tag-key-case')).toMatchObject([
    { place: { line: 11 }, message: 'No account has the tag key team, and some have Team.' },
    { place: { line: 12 } },
    { place: { line: 90 } },
  ]);
});

it('says nothing of a tag key that some account has as written', () => {
  const both = anOrgAccount({ id: anId('300000000004'), tags: { kind: 'known', value: { team: 'payments' } } });
  expect(said([assign([tag('team', 'payments')], 'one')], [inProd, both])).toEqual([]);
});

it('tells once where accounts get the address of their root user, in whatever case', () => {
  const rooted = (id: string) => anOrgAccount({ id: anId(id), email: 'Root@Example.com' });
  expect(said([assign([all], 'root')], [rooted('300000000001'), rooted('300000000002')])).toEqual(['root-address 10']);
});

it('tells where different assignments come to one address for all three contacts, and leaves to the file what it shows itself', () => {
  const three = { BILLING: wantContact('Mary'), OPERATIONS: wantContact('Mary'), SECURITY: wantContact('Mary') };
  const apart = [
    assign([all], 'Mary'),
    assign([all], 'Mary', { type: 'BILLING' }),
    assign([all], 'Mary', { type: 'OPERATIONS' }),
  ];
  expect(said(apart, [inDev])).toEqual(['same-address 11']);
  expect(said([{ ...assign([all], 'Mary'), wants: three }], [inDev])).toEqual([]);
});

it('says nothing of addresses in excluded accounts', () => {
  const policy = aPolicy([assign([all], 'root')], [exclude([all])]);
  expect(lintOf(policy, [anOrgAccount({ email: 'root@example.com' })])).toEqual([]);
});

it('weighs what it finds as the policy says', () => {
  const policy = aPolicy([assign([tag('Team', 'orders')], 'two')]);
  expect(lintOf({ ...policy, lint: { ...noLint, errors: ['matches-nothing'] } })).toMatchObject([
    { severity: 'error' },
  ]);
  expect(lintOf({ ...policy, lint: { ...noLint, ignore: ['matches-nothing'] } })).toEqual([]);
});

it('tells accounts that the organization does not have, once for each list, also under a not and in an exclusion', () => {
  const listed = account('300000000001', '999999999998', '999999999999');
  const policy = aPolicy(
    [assign([all, not(listed)], 'one'), assign([listed], 'two')],
    [exclude([account('999999999997')])],
  );
  expect(lintOf(policy).filter(({ code }) => code === 'account-not-found')).toMatchObject([
    { place: { line: 10 }, message: 'The organization has no account 999999999998, 999999999999.' },
    { place: { line: 11 } },
    { place: { line: 90 } },
  ]);
});
