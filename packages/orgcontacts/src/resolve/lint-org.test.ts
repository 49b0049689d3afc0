import { expect, it } from 'vitest';
import { contactTypes } from '../contact/contact-type.ts';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import { anOrg, anOrgAccount, unitsDown, unreadable } from '../org/org.builder.ts';
import type { OrgAccount } from '../org/org.ts';
import { noLint } from '../policy/lint-settings.ts';
import type { Assignment, Policy, Want } from '../policy/policy.ts';
import { lintOrg } from './lint-org.ts';
import { account, all, aPolicy, assign, exclude, not, tag, unit, wantContact, wantTemplate } from './policy.builder.ts';
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

it('says what was found, and what to do', () => {
  const words = (assignments: readonly Assignment[], accounts?: readonly OrgAccount[]) =>
    lintOf(aPolicy(assignments), accounts).map(({ message, help }) => [message, help]);
  const rooted = anOrgAccount({ id: anId('300000000001'), email: 'root@example.com' });
  expect(words([assign([all], 'one'), assign([tag('Team', 'orders')], 'two')])).toEqual([
    ['This assignment matches no account of the organization.', 'Look for a misspelt value, or remove it.'],
  ]);
  expect(words([assign([all], 'one'), assign([account('300000000001', '300000000002')], 'two')])).toEqual([
    [
      'Other assignments decide about every account that this one matches.',
      'Remove it, or see with explain which ones are more specific.',
    ],
  ]);
  expect(words([assign([not(tag('team', 'x'))], 'one')])).toEqual([
    ['No account has the tag key team, and some have Team.', 'Tag keys are case-sensitive; did you mean Team?'],
  ]);
  expect(words([assign([all], 'root')], [rooted])).toEqual([
    ['It gives 300000000001 the address of its own root user.', 'AWS writes there anyway.'],
  ]);
  const apart = (['SECURITY', 'BILLING', 'OPERATIONS'] as const).map((type) => assign([all], 'Mary', { type }));
  expect(words(apart, [inDev])).toEqual([
    ['All three contacts of 300000000002 have the same address.', 'Give each kind of mail to those who deal with it.'],
  ]);
});

it('tells an assignment that names an account and never matches it', () => {
  expect(said([assign([all], 'one'), assign([account('300000000001'), unit('Dev')], 'two')])).toEqual([
    'matches-nothing 11',
  ]);
});

it('tells each assignment behind a shared address, with the first account for which it shows', () => {
  const rooted = (id: string) => anOrgAccount({ id: anId(id), email: 'root@example.com' });
  const apart = [
    assign([all], 'root'),
    assign([all], 'root', { type: 'BILLING' }),
    assign([all], 'root', { type: 'OPERATIONS' }),
  ];
  const found = lintOf(aPolicy(apart), [rooted('300000000001'), rooted('300000000002')]);
  expect(found.map(({ code, place }) => `${code} ${place.line}`)).toEqual([
    'root-address 11',
    'root-address 12',
    'root-address 10',
    'same-address 11',
  ]);
  for (const { message } of found) expect(message).toContain('300000000001');
});

it('tells one address for all three also where two of them come from one assignment', () => {
  const two = { BILLING: wantContact('Mary'), OPERATIONS: wantContact('Mary') };
  expect(said([{ ...assign([all], 'Mary'), wants: two }, assign([all], 'Mary')], [inDev])).toEqual(['same-address 10']);
});

it('tells which accounts a policy lists that the organization does not have, and what to do', () => {
  const policy = aPolicy([
    assign([all], 'one'),
    assign([account('300000000001', '888888888888', '999999999999')], 'x'),
  ]);
  expect(lintOf(policy).map(({ message, help }) => [message, help])).toContainEqual([
    'The organization has no account 888888888888, 999999999999.',
    'Look for a wrong digit, or take it out of the list.',
  ]);
});

it('says nothing of addresses in accounts that nobody may touch', () => {
  const suspended = anOrgAccount({ id: anId('300000000001'), email: 'root@example.com', state: 'SUSPENDED' });
  expect(said([assign([all], 'root')], [suspended])).toEqual([]);
});

it('says nothing of addresses where one of three is another, or only two are there', () => {
  const wants = (...names: readonly string[]) =>
    names.map((name, at) => assign([all], name, { type: contactTypes[at] ?? 'SECURITY' }));
  expect(said(wants('Mary', 'Mary', 'Nikki'), [inDev])).toEqual([]);
  expect(said(wants('Nikki', 'Mary', 'Mary'), [inDev])).toEqual([]);
  expect(said(wants('Mary', 'Mary'), [inDev])).toEqual([]);
  expect(said(wants('Mary', 'Mary', 'absent'), [inDev])).toEqual([]);
});

it('does not mind the case of the domain where three contacts share an address', () => {
  const want = wantContact('Mary');
  if (want.kind !== 'contact') throw new Error('no contact');
  const shouted: Want = { ...want, contact: { ...want.contact, email: 'MARY@EXAMPLE.COM' } };
  const apart = [
    assign([all], 'Mary', { type: 'BILLING' }),
    assign([all], shouted, { type: 'OPERATIONS' }),
    assign([all], 'Mary'),
  ];
  expect(said(apart, [inDev])).toEqual(['same-address 10']);
});

it('calls an assignment neither idle nor beaten whose contact could not be filled in', () => {
  expect(said([assign([all], wantTemplate('owner')), assign([unit('Prod')], 'one')])).toEqual([]);
  expect(said([assign([all], wantTemplate('owner')), assign([unit('Prod', 'Dev')], 'one')])).toEqual(['never-wins 10']);
});

it('calls an assignment beaten that wins for no type that it names, and not one that wins for any', () => {
  const both = { SECURITY: wantContact('Mary'), BILLING: wantContact('Nikki') };
  const everywhere = assign([unit('Prod', 'Dev')], 'one');
  expect(said([{ ...assign([all], 'Mary'), wants: both }, everywhere])).toEqual([]);
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
