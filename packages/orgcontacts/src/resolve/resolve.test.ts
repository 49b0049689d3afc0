import { describe, expect, it } from 'vitest';
import type { Contact } from '../contact/contact.ts';
import { anOrg, anOrgAccount, unitsDown, unreadable } from '../org/org.builder.ts';
import type { OrgAccount } from '../org/org.ts';
import type { Assignment, Want } from '../policy/policy.ts';
import {
  aContact,
  account,
  all,
  aPolicy,
  assign,
  exclude,
  name,
  not,
  tag,
  unit,
  wantTemplate,
} from './policy.builder.ts';
import { resolve, resolveAccount, typesNamedBy } from './resolve.ts';

const id = '300000000000';
const inProd = anOrgAccount({
  tags: { kind: 'known', value: { team: 'payments', stage: 'prod' } },
  units: unitsDown('Workloads', 'Prod'),
});

/** What comes out for the security contact: the name of the contact, or what it is instead. */
const outcome = (assignments: readonly Assignment[], of: OrgAccount = inProd): string => {
  const resolution = resolveAccount(aPolicy(assignments), of).byType.SECURITY;
  if (resolution.kind === 'contact') return resolution.contactName ?? 'inline';
  return resolution.kind === 'unresolved' ? resolution.reason.kind : resolution.kind;
};

const templateBy = (key: string) => {
  const want = wantTemplate(key);
  if (want.kind !== 'template') throw new Error('no template');
  return want;
};

const fieldsOf = ({ name, title, email, phone }: Contact) => {
  const pieces = (text: string) => [{ kind: 'text', text } as const];
  return { name: pieces(name), title: pieces(title), email: pieces(email), phone: pieces(phone) };
};

describe('the more specific assignment wins, in whatever order they stand', () => {
  it.each<[string, Assignment, string, Assignment]>([
    ['an account', assign([account(id)], 'winner'), 'a tag', assign([tag('team', 'payments')], 'loser')],
    ['an account', assign([account(id)], 'winner'), 'a unit', assign([unit('Workloads/Prod')], 'loser')],
    ['an account', assign([account(id)], 'winner'), 'all', assign([all], 'loser')],
    [
      'an account in a list',
      assign([account('999999999999', id)], 'winner'),
      'a tag and a unit',
      assign([tag('team', 'payments'), unit('Workloads/Prod')], 'loser'),
    ],
    ['a tag', assign([tag('team', 'payments')], 'winner'), 'a unit', assign([unit('Workloads/Prod')], 'loser')],
    ['a globbed tag', assign([tag('team', 'pay*')], 'winner'), 'a unit', assign([unit('Workloads/Prod')], 'loser')],
    ['a tag', assign([tag('team', 'payments')], 'winner'), 'all', assign([all], 'loser')],
    ['a unit', assign([unit('Workloads')], 'winner'), 'all', assign([all], 'loser')],
    ['a deeper unit', assign([unit('Workloads/Prod')], 'winner'), 'one above it', assign([unit('Workloads')], 'loser')],
    ['a unit', assign([unit('Workloads')], 'winner'), 'the root', assign([unit('/')], 'loser')],
    ['the root as a unit', assign([unit('/')], 'winner'), 'all', assign([all], 'loser')],
    ['a negation', assign([not(unit('Sandbox'))], 'winner'), 'all', assign([all], 'loser')],
    ['a unit', assign([unit('/')], 'winner'), 'a negation', assign([not(account('999999999999'))], 'loser')],
    ['a name', assign([name('an *')], 'winner'), 'a unit', assign([unit('Workloads/Prod')], 'loser')],
    ['an exact name', assign([name('an account')], 'winner'), 'a glob', assign([tag('team', '*')], 'loser')],
    [
      'a unit with a negation',
      assign([unit('Workloads'), not(tag('stage', 'dev'))], 'winner'),
      'the unit',
      assign([unit('Workloads')], 'loser'),
    ],
    [
      'the deepest unit of a list',
      assign([unit('/', 'Workloads/Prod')], 'winner'),
      'a unit',
      assign([unit('Workloads')], 'loser'),
    ],
    [
      'a unit by its id',
      assign([unit('ou-ex01-workloadsprod')], 'winner'),
      'one above it by its path',
      assign([unit('Workloads')], 'loser'),
    ],
    ['an exact value', assign([tag('team', 'payments')], 'winner'), 'a glob', assign([tag('team', 'pay*')], 'loser')],
    [
      'an exact value',
      assign([tag('team', 'payments')], 'winner'),
      'a glob with more conditions',
      assign([tag('team', 'pay*'), unit('Workloads')], 'loser'),
    ],
    [
      'the exact value of a list',
      assign([tag('team', 'x*', 'payments')], 'winner'),
      'a glob',
      assign([tag('team', 'pay*')], 'loser'),
    ],
    [
      'more conditions',
      assign([tag('team', 'payments'), tag('stage', 'prod')], 'winner'),
      'fewer',
      assign([tag('team', 'payments')], 'loser'),
    ],
    [
      'an account with a condition more',
      assign([account(id), unit('Workloads')], 'winner'),
      'the same account',
      assign([account(id)], 'loser'),
    ],
    [
      'a list, which is one condition,',
      assign([tag('team', 'payments', 'orders'), unit('Workloads')], 'winner'),
      'another with one less',
      assign([tag('team', 'payments', 'orders', 'refunds')], 'loser'),
    ],
  ])('%s over %s', (_name, winner, _other, loser) => {
    expect(outcome([winner, loser])).toBe('winner');
    expect(outcome([loser, winner])).toBe('winner');
  });
});

it('does not let an assignment win that matches nothing of the account', () => {
  const others = [account('999999999999'), tag('team', 'orders'), tag('Team', 'payments'), unit('workloads')];
  expect(outcome([...others.map((one) => assign([one], 'loser')), assign([all], 'winner')])).toBe('winner');
});

it('does not let an assignment win of which one condition fails', () => {
  expect(outcome([assign([account(id), tag('team', 'orders')], 'loser'), assign([all], 'winner')])).toBe('winner');
});

it('decides among those assignments only that name the contact type', () => {
  const policy = aPolicy([
    assign([account(id)], 'billing desk', { type: 'BILLING' }),
    assign([all], 'security desk', { type: 'SECURITY' }),
  ]);
  const { byType } = resolveAccount(policy, inProd);
  expect(byType.BILLING).toMatchObject({ kind: 'contact', contactName: 'billing desk' });
  expect(byType.SECURITY).toMatchObject({ kind: 'contact', contactName: 'security desk' });
  expect(byType.OPERATIONS).toEqual({ kind: 'unmanaged', beaten: [] });
});

it('lets absent and unmanaged win like any contact, and names who was beaten, the strongest first', () => {
  const assignments = [
    assign([all], 'weakest'),
    assign([account(id)], 'absent'),
    assign([unit('Workloads')], 'second'),
  ];
  const policy = aPolicy(assignments);
  const [weakest, strongest, second] = policy.assignments;
  expect(resolveAccount(policy, inProd).byType.SECURITY).toEqual({
    kind: 'absent',
    winner: strongest,
    beaten: [second, weakest],
  });
  expect(outcome([assign([all], 'weaker'), assign([account(id)], 'unmanaged')])).toBe('unmanaged');
});

it('leaves an account that nothing matches unmanaged, without a winner', () => {
  const { byType } = resolveAccount(aPolicy([assign([tag('team', 'orders')], 'nobody')]), inProd);
  expect(byType.SECURITY).toEqual({ kind: 'unmanaged', beaten: [] });
});

describe('equally specific assignments', () => {
  it('do not matter when they want the same: the first one wins', () => {
    const policy = aPolicy([assign([tag('team', 'payments')], 'same'), assign([tag('stage', 'prod')], 'same')]);
    expect(resolveAccount(policy, inProd).byType.SECURITY).toMatchObject({
      kind: 'contact',
      winner: policy.assignments[0],
      beaten: [policy.assignments[1]],
    });
  });

  it('want the same also when the domain of the address is written in another case', () => {
    const same = { ...aContact('same'), email: ' same@EXAMPLE.com ' };
    const want = { kind: 'contact', contactName: 'other', masked: [], contact: same } as const;
    expect(outcome([assign([tag('team', 'payments')], 'same'), assign([tag('stage', 'prod')], want)])).toBe('same');
  });

  it.each<[string, Assignment]>([
    ['another contact', assign([tag('stage', 'prod')], 'other')],
    ['none', assign([tag('stage', 'prod')], 'absent')],
    ['nothing', assign([tag('stage', 'prod')], 'unmanaged')],
    ['the same in another mode', assign([tag('stage', 'prod')], 'one', { mode: 'report-only' })],
  ])('tie when one wants %s', (_, other) => {
    const policy = aPolicy([assign([tag('team', 'payments')], 'one'), other, assign([all], 'weaker')]);
    const expected = { kind: 'unresolved', reason: { kind: 'tie', assignments: policy.assignments.slice(0, 2) } };
    expect(resolveAccount(policy, inProd).byType.SECURITY).toEqual(expected);
  });

  it('tie also when two of three agree', () => {
    const policy = [tag('team', 'payments'), tag('stage', 'prod'), tag('team', 'payments')];
    expect(outcome(policy.map((one, index) => assign([one], index === 1 ? 'other' : 'one')))).toBe('tie');
  });

  it('are settled by one with both conditions', () => {
    const both = assign([tag('team', 'payments'), tag('stage', 'prod')], 'settled');
    const tied = [assign([tag('team', 'payments')], 'one'), assign([tag('stage', 'prod')], 'other')];
    expect(outcome([...tied, both])).toBe('settled');
  });

  it('do not matter below the winner', () => {
    const tied = [assign([tag('team', 'payments')], 'one'), assign([tag('stage', 'prod')], 'other')];
    expect(outcome([...tied, assign([account(id)], 'winner')])).toBe('winner');
  });
});

describe('what could not be read', () => {
  const tagless = anOrgAccount({
    tags: unreadable('organizations:ListTagsForResource'),
    units: unitsDown('Workloads'),
  });
  const unitless = anOrgAccount({
    tags: { kind: 'known', value: { team: 'payments' } },
    units: unreadable('organizations:ListOrganizationalUnitsForParent'),
  });

  it.each<[string, OrgAccount, readonly Assignment[]]>([
    ['tags, where a tag could beat all', tagless, [assign([tag('team', 'x')], 'tagged'), assign([all], 'all')]],
    [
      'tags, where a tag could beat a unit',
      tagless,
      [assign([tag('a', '*')], 'tagged'), assign([unit('Workloads')], 'u')],
    ],
    ['tags, where nothing else matches', tagless, [assign([tag('team', 'x')], 'tagged')]],
    [
      'tags, where an account with a tag could beat the account',
      tagless,
      [assign([account(id), tag('team', 'x')], 'tagged'), assign([account(id)], 'account')],
    ],
    ['units, where a unit could beat all', unitless, [assign([unit('Prod')], 'unit'), assign([all], 'all')]],
    [
      'units, where a unit could be deeper than any that matched',
      unitless,
      [assign([unit('Prod')], 'unit'), assign([all, all, all], 'all')],
    ],
    [
      'tags, where the same would come out either way but nobody can say by which assignment',
      tagless,
      [assign([tag('team', 'x')], 'same'), assign([all], 'same')],
    ],
  ])('makes an account unresolved: %s', (_, of, assignments) => {
    expect(outcome(assignments, of)).toBe('unknown-match');
  });

  it.each<[string, OrgAccount, readonly Assignment[]]>([
    [
      'tags, where the account is named',
      tagless,
      [assign([tag('team', 'x')], 'loser'), assign([account(id)], 'winner')],
    ],
    [
      'tags, where another condition already fails',
      tagless,
      [assign([tag('team', 'x'), account('999999999999')], 'loser'), assign([all], 'winner')],
    ],
    [
      'units, where a tag is stronger',
      unitless,
      [assign([unit('Prod')], 'loser'), assign([tag('team', 'payments')], 'winner')],
    ],
    [
      'tags, where no assignment looks at them',
      tagless,
      [assign([unit('Workloads')], 'winner'), assign([all], 'loser')],
    ],
    [
      'tags of an assignment about another contact type',
      tagless,
      [assign([tag('team', 'x')], 'loser', { type: 'BILLING' }), assign([all], 'winner')],
    ],
  ])('does not matter: %s', (_, of, assignments) => {
    expect(outcome(assignments, of)).toBe('winner');
  });

  it('makes an account unresolved also where one that surely matches is just as specific', () => {
    const sure = assign([account(id), unit('Workloads')], 'sure');
    const unsure = assign([account(id), tag('team', 'x')], 'unsure');
    expect([outcome([sure, unsure], tagless), outcome([unsure, sure], tagless)]).toEqual([
      'unknown-match',
      'unknown-match',
    ]);
  });

  it('is not counted among those that were beaten', () => {
    const policy = aPolicy([
      assign([account(id)], 'winner'),
      assign([tag('team', 'x')], 'unsure'),
      assign([all], 'beaten'),
    ]);
    expect(resolveAccount(policy, tagless).byType.SECURITY).toMatchObject({
      kind: 'contact',
      beaten: [policy.assignments[2]],
    });
  });

  it('is named with the assignment that could win', () => {
    const policy = aPolicy([assign([all], 'all'), assign([tag('team', 'x')], 'tagged')]);
    expect(resolveAccount(policy, tagless).byType.SECURITY).toEqual({
      kind: 'unresolved',
      reason: {
        kind: 'unknown-match',
        assignment: policy.assignments[1],
        failure: unreadable('organizations:ListTagsForResource').failure,
      },
    });
  });

  it('makes an account unresolved that may be excluded', () => {
    const policy = aPolicy([assign([all], 'all')], [exclude([tag('stage', 'sandbox')])]);
    const { excludedBy, byType } = resolveAccount(policy, tagless);
    expect(excludedBy).toBeUndefined();
    expect(byType.SECURITY).toMatchObject({ kind: 'unresolved', reason: { kind: 'unknown-exclusion' } });
  });

  it('does not make a contact unresolved that nobody manages, excluded or not', () => {
    const policy = aPolicy([assign([account('999999999999')], 'other')], [exclude([tag('stage', 'sandbox')])]);
    expect(resolveAccount(policy, tagless).byType.SECURITY.kind).toBe('unmanaged');
  });

  it('does not matter for an account that another exclusion excludes for sure', () => {
    const policy = aPolicy(
      [assign([all], 'all')],
      [exclude([tag('stage', 'sandbox')], 90), exclude([account(id)], 91)],
    );
    expect(resolveAccount(policy, tagless).excludedBy?.place.line).toBe(91);
  });
});

describe('a contact that is filled in', () => {
  it('wins like any other, with what it was filled in with', () => {
    const want: Want = { ...templateBy('team'), masked: ['phone'] };
    const policy = aPolicy([assign([tag('team', 'payments')], want), assign([all], 'weaker')]);
    expect(resolveAccount(policy, inProd).byType.SECURITY).toEqual({
      kind: 'contact',
      contact: { name: 'Team', title: 'Contact', email: 'payments@example.com', phone: '+1 555 0100' },
      contactName: 'team by team',
      masked: ['phone'],
      winner: policy.assignments[0],
      beaten: [policy.assignments[1]],
    });
  });

  it('leaves the account unresolved where it cannot be, whatever weaker ones want', () => {
    const policy = aPolicy([assign([tag('team', 'payments')], templateBy('owner')), assign([all], 'weaker')]);
    expect(resolveAccount(policy, inProd).byType.SECURITY).toEqual({
      kind: 'unresolved',
      reason: {
        kind: 'template',
        assignment: policy.assignments[0],
        because: 'its email needs the tag owner, which the account does not have',
      },
    });
  });

  it('is the first thing to mend where another one is just as specific', () => {
    const unfilled = assign([tag('team', 'payments')], templateBy('owner'));
    const other = assign([tag('stage', 'prod')], 'other');
    expect([outcome([unfilled, other]), outcome([other, unfilled])]).toEqual(['template', 'template']);
  });

  it('is the same as a written one that comes to the same', () => {
    const written = aContact('payments');
    const want = { ...templateBy('team'), fields: fieldsOf({ ...written, email: '' }) } as const;
    const filled: Want = { ...want, fields: { ...want.fields, email: templateBy('team').fields.email } };
    expect(outcome([assign([tag('team', 'payments')], filled), assign([tag('stage', 'prod')], 'payments')])).toBe(
      'team by team',
    );
  });
});

it('excludes an account by the first exclusion that matches', () => {
  const policy = aPolicy(
    [assign([account(id)], 'one')],
    [exclude([unit('Elsewhere')], 90), exclude([unit('Workloads')], 91)],
  );
  expect(resolveAccount(policy, inProd).excludedBy).toEqual(policy.exclude[1]);
});

it('answers for every account in the order of the organization', () => {
  const org = anOrg([inProd, anOrgAccount({ name: 'another' })]);
  const resolved = resolve(aPolicy([assign([all], 'all')]), org);
  expect(resolved.map((each) => each.account)).toEqual(org.accounts);
});

it('names the contact types that a policy says anything about, in the order of AWS', () => {
  const policy = aPolicy([
    assign([all], 'one', { type: 'SECURITY' }),
    assign([account(id)], 'unmanaged', { type: 'BILLING' }),
  ]);
  expect(typesNamedBy(policy)).toEqual(['BILLING', 'SECURITY']);
  expect(typesNamedBy(aPolicy([]))).toEqual([]);
});
