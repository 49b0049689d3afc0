import { describe, expect, it } from 'vitest';
import { aChange, changes } from '../../plan/plan.builder.ts';
import { aContact } from '../../resolve/policy.builder.ts';
import { formats } from '../index.ts';
import { aFinding, alone, aPlan, linesOf, planReport, tagged, textOf } from '../report.builder.ts';

const fingerprintOf = (parts: Parameters<typeof aPlan>[0]) => aPlan(parts).fingerprint;

describe('changes', () => {
  it('come with their source: what takes away first, what only adds last', () => {
    const parts = { changes: [aChange('create'), aChange('update', 1, 'OPERATIONS'), aChange('delete', 2)], keeps: 7 };
    expect(textOf(planReport(parts))).toBe(`Changes
  - delete BILLING     300000000002 account 2
      was Live · Contact · live@example.com · +1 555 0100
      because of contacts.yaml:10 all
  ~ update OPERATIONS  300000000001 account 1
      Mary: name "Live" → "Mary", email "live@example.com" → "mary@example.com"
      because of contacts.yaml:10 all
  + create BILLING     300000000000 account 0
      Mary: Mary · Contact · mary@example.com · +1 555 0100
      because of contacts.yaml:10 all

Plan: 1 to create, 1 to update, 1 to delete; 7 as wanted.
Applying takes about 1 min; undoing it about 2 min.
Fingerprint ${fingerprintOf(parts)}`);
  });

  it('of one kind stand in the order of the contact types', () => {
    const types = ['SECURITY', 'BILLING', 'OPERATIONS'] as const;
    const lines = linesOf(planReport({ changes: types.map((type) => aChange('create', 0, type)) }));
    expect(lines.filter((line) => line.includes('create')).map((line) => line.split(/ +/)[3])).toEqual([
      'BILLING',
      'OPERATIONS',
      'SECURITY',
      'create,',
    ]);
  });

  it('that are equal are told once with each account, up to four accounts', () => {
    expect(linesOf(planReport({ changes: changes(4, 'create') })).slice(1, 7)).toEqual([
      '  + create BILLING     300000000000 account 0',
      '  + create BILLING     300000000001 account 1',
      '  + create BILLING     300000000002 account 2',
      '  + create BILLING     300000000003 account 3',
      '      Mary: Mary · Contact · mary@example.com · +1 555 0100',
      '      because of contacts.yaml:10 all',
    ]);
  });

  it('that are equal are one line above four accounts, unless every one is asked for', () => {
    const report = planReport({ changes: changes(5, 'create') });
    const line = '  + create BILLING     5 accounts: 300000000000, 300000000001, 300000000002 and 2 more';
    expect(linesOf(report)[1]).toBe(line);
    const verbose = linesOf(report, { verbose: true });
    expect(verbose).not.toContain(line);
    expect(verbose.filter((each) => each.includes('create BILLING'))).toHaveLength(5);
  });

  it('that differ in type, value or assignment are never told as one', () => {
    const one = aChange('create');
    const others = [
      aChange('create', 1, 'SECURITY'),
      { ...aChange('create', 2), after: aContact('Nikki') },
      { ...aChange('create', 3), because: { ...one.because, where: 'contacts.yaml:11' } },
    ];
    const lines = linesOf(planReport({ changes: [one, ...others] as readonly (typeof one)[] }));
    expect(lines.filter((line) => line.includes('because of'))).toHaveLength(4);
  });

  it('show blanks that differ, in quotes', () => {
    const update = { ...aChange('update'), before: { ...aContact('Mary'), title: 'Contact ' } };
    expect(textOf(planReport({ changes: [update as ReturnType<typeof aChange>] }))).toContain(
      '      Mary: title "Contact " → "Contact"\n',
    );
  });

  it('of an undo name the run and no selector', () => {
    const because = { where: 'run 20260101T000000Z-aaaaaa', selector: '', contactName: null, masked: [] };
    const lines = linesOf(planReport({ changes: [{ ...aChange('create'), because }] }));
    expect(lines.slice(2, 4)).toEqual([
      '      Mary · Contact · mary@example.com · +1 555 0100',
      '      because of run 20260101T000000Z-aaaaaa',
    ]);
  });

  it('are coloured by what they do', () => {
    const text = formats.terminal(planReport({ changes: [aChange('delete'), aChange('create', 1)] }), tagged);
    expect(text).toContain('<delete>  - delete BILLING   </delete>  300000000000');
    expect(text).toContain('<create>  + create BILLING   </create>  300000000001');
  });
});

describe('findings', () => {
  it('say what differs, what is wanted or what is too much, and by which mode it stays', () => {
    const findings = [
      aFinding(),
      aFinding({ kind: 'missing', live: null, mode: 'fill-missing' }, 1),
      aFinding({ kind: 'unwanted', wanted: null }, 2),
    ];
    expect(linesOf(planReport({ findings })).slice(0, 11)).toEqual([
      'Findings, not changed because of the mode',
      '  ! differs BILLING  300000000000 account 0',
      '      name "Live" → "Mary", email "live@example.com" → "mary@example.com"',
      '      contacts.yaml:10 all, report-only',
      '  ! missing BILLING  300000000001 account 1',
      '      wanted Mary · Contact · mary@example.com · +1 555 0100',
      '      contacts.yaml:10 all, fill-missing',
      '  ! unwanted BILLING  300000000002 account 2',
      '      is Live · Contact · live@example.com · +1 555 0100, and none is wanted',
      '      contacts.yaml:10 all, report-only',
      '',
    ]);
  });

  it('say when a weaker assignment would have written, and stand apart from those where none would', () => {
    const lines = linesOf(planReport({ findings: [aFinding(), aFinding({ holdsBack: true }, 1)] }));
    expect(lines).toContain('      contacts.yaml:10 all, report-only; a weaker assignment would have written here');
    expect(lines).toContain('      contacts.yaml:10 all, report-only');
  });

  it('that are equal are one line above four accounts', () => {
    const report = planReport({ findings: [0, 1, 2, 3, 4].map((account) => aFinding({}, account)) });
    expect(linesOf(report)[1]).toBe(
      '  ! differs BILLING  5 accounts: 300000000000, 300000000001, 300000000002 and 2 more',
    );
    expect(linesOf(report, { verbose: true }).filter((line) => line.includes('! differs'))).toHaveLength(5);
  });
});

describe('what is left alone', () => {
  it('is grouped by why, what is unknown first', () => {
    const kinds = ['unmanaged', 'not-active', 'excluded', 'unreachable', 'unresolved', 'unreadable'] as const;
    const leftAlone = kinds.map((kind, account) =>
      alone(kind, account, kind === 'unresolved' ? { type: 'SECURITY' } : {}),
    );
    const parts = { leftAlone, keeps: 1 };
    expect(textOf(planReport(parts))).toBe(`Left alone
  could not be read: 300000000005 account 5
      why unreadable
  cannot be decided: 300000000004 account 4 SECURITY
      why unresolved
  cannot be reached from here: 300000000003 account 3
      why unreachable
  excluded by the policy: 300000000002 account 2
      why excluded
  not ACTIVE: 300000000001 account 1
      why not-active
  unmanaged by the policy: 300000000000 account 0
      why unmanaged

No change: 1 contact as wanted.
Incomplete: 3 left alone because something could not be read, decided or reached.
Fingerprint ${fingerprintOf(parts)}`);
  });

  it('names three accounts of each reason, or all when every one is asked for', () => {
    const report = planReport({ leftAlone: [0, 1, 2, 3].map((account) => alone('excluded', account)) });
    expect(linesOf(report)[1]).toBe(
      '  excluded by the policy: 300000000000 account 0, 300000000001 account 1, 300000000002 account 2 and 1 more',
    );
    expect(linesOf(report, { verbose: true })[1]).toContain('300000000003 account 3');
  });

  it('keeps different reasons of one kind apart', () => {
    const leftAlone = [alone('unreadable', 0, { detail: 'one' }), alone('unreadable', 1, { detail: 'other' })];
    expect(linesOf(planReport({ leftAlone })).filter((line) => line.includes('could not be read:'))).toHaveLength(2);
  });

  it('does not make a plan incomplete when the policy or AWS means it', () => {
    const leftAlone = [alone('excluded'), alone('not-active', 1), alone('unmanaged', 2)];
    expect(textOf(planReport({ leftAlone }))).not.toContain('Incomplete');
  });
});

describe('limits', () => {
  it('name each number, and how to approve exactly this plan', () => {
    const parts = { changes: [...changes(31, 'update'), ...changes(1, 'delete', 'SECURITY')], unreadableAccounts: 6 };
    expect(linesOf(planReport(parts)).slice(-6)).toEqual([
      'This plan passes a limit:',
      '  31 updates of BILLING contacts; without approval at most 30',
      '  1 delete of SECURITY contacts; without approval at most 0',
      '  6 accounts could not be read; without approval at most 5',
      `If it is meant, approve exactly these changes with: orgcontacts apply --approve ${fingerprintOf(parts)}`,
      `Fingerprint ${fingerprintOf(parts)}`,
    ]);
  });

  it('are told over all types too', () => {
    const deletes = [...changes(2, 'delete'), ...changes(2, 'delete', 'OPERATIONS')];
    expect(linesOf(planReport({ changes: deletes }))).toContain('  4 deletes in all; without approval at most 3');
  });

  it('of a saved plan are approved with its file, and nobody is told to apply it without', () => {
    const parts = { changes: changes(1, 'delete', 'SECURITY') };
    expect(linesOf(planReport(parts, 'next.plan.json')).slice(-3)).toEqual([
      `If it is meant, approve exactly these changes with: orgcontacts apply next.plan.json --approve ${fingerprintOf(parts)}`,
      `Fingerprint ${fingerprintOf(parts)}`,
      'Saved as next.plan.json.',
    ]);
  });

  it('of a plan that was approved ask for nothing more', () => {
    const parts = { changes: changes(1, 'delete', 'SECURITY') };
    expect(linesOf(planReport(parts, null, true)).slice(-2)).toEqual([
      'Exactly these changes were approved.',
      `Fingerprint ${fingerprintOf(parts)}`,
    ]);
  });

  it('that are kept need no approval: a saved plan is applied as it is', () => {
    const lines = linesOf(planReport({ changes: changes(1, 'create') }, 'next.plan.json'));
    expect(lines.at(-1)).toBe('Saved as next.plan.json; apply exactly this with: orgcontacts apply next.plan.json');
    expect(lines.join()).not.toContain('--approve');
  });
});

describe('check', () => {
  it('says that everything is in sync', () => {
    expect(textOf({ kind: 'check', plan: aPlan({ keeps: 12 }) })).toBe('In sync: 12 contacts as wanted.');
  });

  it('counts changes and findings as differences', () => {
    const plan = aPlan({ changes: [aChange('create')], findings: [aFinding({}, 1)] });
    const lines = linesOf({ kind: 'check', plan });
    expect(lines.at(-1)).toBe('Not in sync: 2 differences.');
    expect(lines).toContain('  ! differs BILLING  300000000001 account 1');
    expect(lines.join()).not.toContain('Applying takes');
  });

  it('does not call in sync what it could not look at, or decide about, as a whole', () => {
    expect(linesOf({ kind: 'check', plan: aPlan({ leftAlone: [alone('unreachable')] }) }).slice(-2)).toEqual([
      'No difference found: 0 contacts as wanted.',
      'Incomplete: 1 left alone because something could not be read, decided or reached.',
    ]);
  });
});
