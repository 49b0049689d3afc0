import { describe, expect, it } from 'vitest';
import { anOrgAccount, unitsDown, unreadable } from '../org/org.builder.ts';
import type { OrgAccount } from '../org/org.ts';
import type { Policy } from '../policy/policy.ts';
import { describeVerdict } from './describe-verdict.ts';
import { explain } from './explain.ts';
import { account, all, aPolicy, assign, exclude, name, tag, unit, wantTemplate } from './policy.builder.ts';

const id = '300000000000';
const inWorkloads = anOrgAccount({
  tags: { kind: 'known', value: { team: 'payments', stage: 'prod' } },
  units: unitsDown('Workloads'),
});

const verdicts = (policy: Policy, of: OrgAccount = inWorkloads) =>
  explain(policy, of, 'SECURITY').contenders.map(({ verdict }) => verdict.kind);

it('says of every assignment that names the type how it fared, in file order', () => {
  const policy = aPolicy([
    assign([all], 'weak'),
    assign([account(id)], 'strong'),
    assign([unit('Elsewhere')], 'elsewhere'),
    assign([tag('team', 'payments')], 'tagged'),
  ]);
  expect(verdicts(policy)).toEqual(['weaker', 'won', 'no-match', 'weaker']);
  expect(explain(policy, inWorkloads, 'SECURITY').contenders.map(({ assignment }) => assignment)).toEqual(
    policy.assignments,
  );
});

it('leaves out assignments about other contact types', () => {
  const policy = aPolicy([assign([all], 'one', { type: 'BILLING' }), assign([all], 'two')]);
  expect(verdicts(policy)).toEqual(['won']);
});

it('says which assignments are tied, and which are weaker than those', () => {
  const policy = aPolicy([
    assign([all], 'weak'),
    assign([tag('team', 'payments')], 'one'),
    assign([tag('stage', 'prod')], 'other'),
  ]);
  expect(verdicts(policy)).toEqual(['weaker', 'tied', 'tied']);
});

it('says what kept an assignment from being judged', () => {
  const tagless = anOrgAccount({ tags: unreadable('organizations:ListTagsForResource') });
  const policy = aPolicy([assign([all], 'weak'), assign([tag('team', 'payments')], 'one')]);
  expect(explain(policy, tagless, 'SECURITY').contenders.map(({ verdict }) => verdict)).toEqual([
    { kind: 'weaker', at: 'level' },
    { kind: 'unknown', failure: unreadable('organizations:ListTagsForResource').failure },
  ]);
});

it('comes to the same resolution as planning does', () => {
  const policy = aPolicy([assign([all], 'one')]);
  expect(explain(policy, inWorkloads, 'SECURITY').resolution).toMatchObject({ kind: 'contact', contactName: 'one' });
  expect(explain(policy, inWorkloads, 'BILLING')).toEqual({
    resolution: { kind: 'unmanaged', beaten: [] },
    contenders: [],
  });
});

it('says where a weaker assignment loses: its kind, its depth, a wildcard, its conditions, or nothing at all', () => {
  const points = (assignments: Policy['assignments']) =>
    explain(aPolicy(assignments), inWorkloads, 'SECURITY').contenders.map(({ verdict }) =>
      verdict.kind === 'weaker' ? verdict.at : verdict.kind,
    );
  expect(points([assign([all], 'a'), assign([unit('Workloads')], 'b')])).toEqual(['level', 'won']);
  expect(points([assign([unit('/')], 'a'), assign([unit('Workloads')], 'b')])).toEqual(['depth', 'won']);
  expect(points([assign([tag('team', 'pay*')], 'a'), assign([tag('team', 'payments')], 'b')])).toEqual([
    'exact',
    'won',
  ]);
  const two = [tag('team', 'payments'), unit('Workloads')];
  expect(points([assign([tag('team', 'payments')], 'a'), assign(two, 'b')])).toEqual(['conditions', 'won']);
  expect(points([assign([tag('team', 'payments')], 'a'), assign([tag('stage', 'prod')], 'a')])).toEqual([
    'won',
    'order',
  ]);
});

it('calls those weaker that lose against one of which the contact cannot be filled in', () => {
  const policy = aPolicy([
    assign([all], 'weak'),
    assign([tag('team', 'payments')], wantTemplate('owner')),
    assign([unit('Workloads')], 'other'),
  ]);
  expect(verdicts(policy)).toEqual(['weaker', 'unfilled', 'weaker']);
});

it('says which condition says no, and why a contact cannot be filled in', () => {
  const policy = aPolicy([
    assign([tag('team', 'payments'), unit('Sandbox')], 'one'),
    assign([all], wantTemplate('owner')),
  ]);
  expect(explain(policy, inWorkloads, 'SECURITY').contenders.map(({ verdict }) => describeVerdict(verdict))).toEqual([
    'lost: does not match unit Sandbox',
    'would win, but its contact cannot be filled in: its email needs the tag owner, which the account does not have',
  ]);
});

describe('an assignment that none beats where nothing is decided', () => {
  const strong = assign([account(id)], 'one');

  it('is undecided, and says the same as nobody, beside an equally specific one that may match', () => {
    const unknown = unreadable('organizations:ListTagsForResource');
    const doubtful = assign([tag('team', 'payments')], 'one');
    const sure = assign([name(inWorkloads.name)], 'other');
    const policy = aPolicy([assign([all], 'weak'), doubtful, sure]);
    expect(verdicts(policy, { ...inWorkloads, tags: unknown })).toEqual(['weaker', 'unknown', 'undecided']);
  });

  it('is undecided where the account may be excluded, and those that it beats are weaker', () => {
    const tagless = { ...inWorkloads, tags: unreadable('organizations:ListTagsForResource') };
    const policy = aPolicy([assign([all], 'weak'), strong], [exclude([tag('team', 'payments')])]);
    expect(verdicts(policy, tagless)).toEqual(['weaker', 'undecided']);
  });

  it('is undecided beside an equally specific one of which the contact cannot be filled in', () => {
    const policy = aPolicy([
      assign([tag('team', 'payments')], wantTemplate('owner')),
      assign([tag('stage', 'prod')], 'one'),
    ]);
    expect(verdicts(policy, inWorkloads)).toEqual(['unfilled', 'undecided']);
  });
});
