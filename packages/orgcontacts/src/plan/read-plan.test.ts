import { expect, it } from 'vitest';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import { assemblePlan } from './make-plan.ts';
import { aChange, aFrame, aScope, changes } from './plan.builder.ts';
import type { Plan } from './plan.ts';
import { readPlan, renderPlan } from './read-plan.ts';

const plan: Plan = assemblePlan(aFrame(), ['BILLING'], {
  changes: changes(3, 'update'),
  findings: [],
  leftAlone: [],
  keeps: 0,
  scope: aScope(10),
});

/** The plan file with something in it changed. */
const edited = (edit: object): string => JSON.stringify({ ...plan, ...edit });

it('reads back what it wrote', () => {
  expect(readPlan(renderPlan(plan))).toEqual({ kind: 'plan', plan });
});

it('reads back a plan that passes every limit', () => {
  const large = assemblePlan(aFrame(), ['BILLING'], {
    changes: [...changes(11, 'update'), ...changes(11, 'delete', 'SECURITY')],
    findings: [],
    leftAlone: [],
    keeps: 0,
    scope: aScope(0, { unreadableAccounts: 50 }),
  });
  expect(new Set(large.breaches.map(({ what }) => what))).toEqual(new Set(['updates', 'deletes', 'unreadable']));
  expect(readPlan(renderPlan(large))).toEqual({ kind: 'plan', plan: large });
});

it('writes each change on a line of its own, and lists of none as such', () => {
  const written = renderPlan(plan).split('\n');
  expect(written.filter((line) => line.startsWith('    {"account"'))).toHaveLength(3);
  expect(written.slice(-4)).toEqual(['  "findings": [],', '  "leftAlone": []', '}', '']);
  expect(written.slice(0, 2)).toEqual(['{', '  "format": "orgcontacts/plan",']);
  expect(written).toContain('  "changes": [');
});

it.each([
  ['no JSON', 'contacts: {}'],
  ['nothing', ''],
  ['another format', edited({ format: 'orgcontacts/journal' })],
  ['a list', '[]'],
  ['null', 'null'],
])('does not take %s for a plan file', (_, text) => {
  expect(readPlan(text)).toEqual({ kind: 'unusable', because: 'it is not a plan file of orgcontacts' });
});

it.each([[2], ['1'], [null]])('tells a plan file of version %j from a damaged one', (version) => {
  expect(readPlan(edited({ version }))).toEqual({
    kind: 'other-version',
    because: `it is of version ${version}, and this program reads version 1`,
  });
});

it.each<[string, object]>([
  ['a change was taken out', { changes: plan.changes.slice(1) }],
  ['a change was added', { changes: [...plan.changes, aChange('delete', 9)] }],
  ['a change was turned around', { changes: [aChange('delete', 0), ...plan.changes.slice(1)] }],
  ['it was given to another caller', { callerAccountId: anId('222233334444') }],
  ['it was moved to another organization', { organization: { ...plan.organization, id: 'o-anotherorgid' } }],
  ['its fingerprint was changed', { fingerprint: '0000000000000000' }],
])('refuses a plan file in which %s', (_, edit) => {
  expect(readPlan(edited(edit))).toEqual({
    kind: 'unusable',
    because: expect.stringMatching(/do not match its fingerprint [0-9a-f]{16}: it was edited or damaged/),
  });
});

it.each<[string, object, string]>([
  ['an unknown field', { force: true }, 'its top'],
  ['an unknown field in a change', { changes: [{ ...plan.changes[0], force: true }] }, 'changes.0'],
  ['a missing field', { keeps: undefined }, 'keeps'],
  ['an account id as a number', { callerAccountId: 111122223333 }, 'callerAccountId'],
  ['an account id that is too short', { callerAccountId: '1234' }, 'callerAccountId'],
  ['a time that is none', { expiresAt: 'tomorrow' }, 'expiresAt'],
  ['an unknown contact type', { types: ['PRIMARY'] }, 'types.0'],
  ['an unknown kind of change', { changes: [{ ...plan.changes[0], kind: 'replace' }] }, 'changes.0'],
  ['a delete that also writes', { changes: [{ ...plan.changes[0], kind: 'delete' }] }, 'changes.0.after'],
  ['an update of nothing', { changes: [{ ...plan.changes[0], before: null }] }, 'changes.0.before'],
  ['a negative count', { keeps: -1 }, 'keeps'],
])('refuses a plan file with %s, and says where', (_, edit, where) => {
  const read = readPlan(edited(edit));
  expect(read.kind === 'unusable' && read.because).toContain(`it is damaged at ${where}`);
});

it('masks nothing in a plan that was made before there was anything to mask', () => {
  const older = plan.changes.map(({ because: { masked: _, ...because }, ...change }) => ({ ...change, because }));
  const read = readPlan(edited({ changes: older }));
  expect(read.kind === 'plan' && read.plan.changes).toEqual(plan.changes);
});

it('says what is damaged', () => {
  expect(readPlan(edited({ keeps: 'none' }))).toEqual({
    kind: 'unusable',
    because: expect.stringMatching(/^it is damaged at keeps: .*number/),
  });
});

it('computes the limits again, so that a plan cannot say of itself that it is within them', () => {
  const large = assemblePlan(aFrame(), ['BILLING'], {
    changes: changes(11, 'update'),
    findings: [],
    leftAlone: [],
    keeps: 0,
    scope: aScope(0),
  });
  const read = readPlan(JSON.stringify({ ...large, breaches: [] }));
  expect(read.kind === 'plan' && read.plan.breaches).toEqual(large.breaches);
  expect(large.breaches).toHaveLength(2);
});
