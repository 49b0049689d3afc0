import { describe, expect, it } from 'vitest';
import { contactTypes } from '../../contact/contact-type.ts';
import type { UndoVerdict } from '../../journal/undo-plan.ts';
import { aChange } from '../../plan/plan.builder.ts';
import type { ExplainedContender } from '../explained.ts';
import { formats } from '../index.ts';
import { anExplained, aPlan, denied, linesOf, mary, shown, tagged, textOf } from '../report.builder.ts';

describe('show', () => {
  it('says that no account matches', () => {
    expect(textOf({ kind: 'show', rows: [] })).toBe('No account matches.');
  });

  it('shows every state that a contact can be in', () => {
    const rows = [
      shown({ kind: 'set', contact: mary }),
      shown({ kind: 'unset' }, { type: 'OPERATIONS' }, 1),
      shown({ kind: 'unreadable', failure: denied }, { type: 'SECURITY' }, 2),
      shown({ kind: 'unreachable', because: 'it is the management account' }, {}, 3),
    ];
    expect(textOf({ kind: 'show', rows })).toBe(
      `account       name       type        contact
300000000000  account 0  BILLING     Mary · Contact · mary@example.com · +1 555 0100
300000000001  account 1  OPERATIONS  not set
300000000002  account 2  SECURITY    could not be read: account:GetAlternateContact: AccessDeniedException (HTTP 403): You are not authorized
300000000003  account 3  BILLING     cannot be reached: it is the management account`,
    );
  });

  it('notes the state of an account that is not ACTIVE, whatever its contact', () => {
    const rows = [
      shown({ kind: 'set', contact: mary }, { state: 'SUSPENDED' }),
      shown({ kind: 'unset' }, { state: 'SUSPENDED' }),
      shown({ kind: 'unreadable', failure: denied }, { state: 'SUSPENDED' }),
      shown({ kind: 'unreachable', because: 'why' }, { state: 'SUSPENDED' }),
    ];
    for (const line of linesOf({ kind: 'show', rows }).slice(1)) expect(line).toMatch(/\(account SUSPENDED\)$/);
  });

  it('cuts long names of accounts, and rows to the width of the screen', () => {
    const rows = [shown({ kind: 'set', contact: mary }, { accountName: 'a'.repeat(50) })];
    expect(linesOf({ kind: 'show', rows })[1]).toContain(`  ${'a'.repeat(27)}…  BILLING`);
    expect(linesOf({ kind: 'show', rows }, { width: 70 })[1]).toHaveLength(70);
  });
});

describe('explain', () => {
  it('shows who won and lost and why, what is wanted, what is live and what a plan does', () => {
    const verdicts: readonly ExplainedContender['verdict'][] = ['won', 'weaker', 'tied', 'no-match', 'unknown'];
    const contenders = verdicts.map((verdict, index) => ({
      where: `contacts.yaml:${10 + index}`,
      selector: `unit U${index}`,
      wants: 'Mary',
      mode: index === 1 ? 'report-only' : 'enforce',
      verdict,
      because: `why ${verdict}`,
    }));
    expect(textOf({ kind: 'explain', explained: [anExplained({ contenders })] })).toBe(
      `BILLING of 300000000000 account 0 in Workloads/Prod
  ✓  contacts.yaml:10  unit U0  Mary               why won
     contacts.yaml:11  unit U1  Mary  report-only  why weaker
     contacts.yaml:12  unit U2  Mary               why tied
     contacts.yaml:13  unit U3  Mary               why no-match
     contacts.yaml:14  unit U4  Mary               why unknown
  wanted  Mary · Contact · mary@example.com · +1 555 0100
  live    Mary · Contact · mary@example.com · +1 555 0100
  plan    keeps it: as wanted`,
    );
  });

  it.each([
    [{ kind: 'unset' }, 'not set'],
    [
      { kind: 'unreadable', failure: denied },
      'could not be read: account:GetAlternateContact: AccessDeniedException (HTTP 403): You are not authorized',
    ],
    [{ kind: 'unreachable', because: 'it is the management account' }, 'it is the management account'],
    [{ kind: 'not-read', because: 'not read: the account is SUSPENDED' }, 'not read: the account is SUSPENDED'],
  ] as const)('says what is live: %o', (live, text) => {
    expect(linesOf({ kind: 'explain', explained: [anExplained({ live })] })).toContain(`  live    ${text}`);
  });

  it('says when no assignment names the type and no contact is wanted', () => {
    const lines = linesOf({ kind: 'explain', explained: [anExplained({ contenders: [], wanted: null })] });
    expect(lines[1]).toBe('  No assignment names this contact type.');
    expect(lines[2]).toBe('  wanted  no contact by policy');
  });

  it('shows each type apart, with an empty line between', () => {
    const lines = linesOf({ kind: 'explain', explained: contactTypes.map((type) => anExplained({ type })) });
    expect(lines.filter((line) => line.includes(' of 300000000000 ')).map((line) => line.split(' ')[0])).toEqual([
      ...contactTypes,
    ]);
    expect(lines.filter((line) => line === '')).toHaveLength(2);
  });
});

describe('an undo', () => {
  const undoReport = (verdicts: readonly (readonly [UndoVerdict, string?])[], changes = [aChange('delete')]) =>
    ({
      kind: 'undo-plan',
      run: 'run-1',
      plan: aPlan({ changes }),
      verdicts: verdicts.map(([verdict, editedBy = null], index) => {
        const { account, type } = aChange('create', index);
        return { accountId: account.id, type, verdict, editedBy };
      }),
      forecast: { apply: 90_000, undo: 0 },
    }) as const;

  it('shows what it puts back, what is back already, and what it leaves alone and why', () => {
    const report = undoReport([
      [{ kind: 'restore', live: mary }],
      [{ kind: 'restored-already' }],
      [{ kind: 'edited-since-run', live: mary }],
      [{ kind: 'edited-since-run', live: null }, 'run-2'],
      [{ kind: 'out-of-reach', detail: 'the account left' }],
    ]);
    expect(textOf(report)).toBe(`Undo of run run-1
  - delete BILLING     300000000000 account 0
      was Live · Contact · live@example.com · +1 555 0100
      because of contacts.yaml:10 all
  1 contact already as before the run
  300000000002 BILLING left alone, edited-since-run: somebody changed it afterwards
  300000000003 BILLING left alone, edited-since-run: run run-2 changed it afterwards
  300000000004 BILLING out of reach: the account left

1 contact to put back, in about 1 min 30 s.`);
  });

  it('with nothing to put back says so', () => {
    expect(textOf(undoReport([[{ kind: 'restored-already' }]], []))).toBe(`Undo of run run-1
  1 contact already as before the run

Nothing to put back.`);
  });
});

describe('validate', () => {
  const place = { file: 'contacts.yaml', line: 1, column: 1, length: 1 };
  const slip = (severity: 'error' | 'warning') =>
    ({ code: 'unused-contact', severity, message: 'a message', help: '', place }) as const;

  it.each([
    [[], '<good>contacts.yaml is valid: 1 contact, 2 assignments.</good>'],
    [['warning'], '<good>contacts.yaml is valid: 1 contact, 2 assignments, 1 warning.</good>'],
    [['error'], '<bad>contacts.yaml has 1 error.</bad>'],
    [['error', 'warning', 'error', 'warning'], '<bad>contacts.yaml has 2 errors, 2 warnings.</bad>'],
  ] as const)('counts %j', (severities, text) => {
    const diagnostics = severities.map(slip);
    const report = { kind: 'validate', file: 'contacts.yaml', contacts: 1, assignments: 2, diagnostics } as const;
    expect(formats.terminal(report, tagged)).toBe(text);
  });
});
