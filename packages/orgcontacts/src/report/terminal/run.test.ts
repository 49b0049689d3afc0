import { describe, expect, it } from 'vitest';
import { formats } from '../index.ts';
import { aRun, denied, ended, linesOf, tagged, textOf } from '../report.builder.ts';

const run = '20260101T000000Z-aaaaaa';

describe('a run', () => {
  it('that did everything says so, and how to take it back', () => {
    const items = [ended({ kind: 'done', how: 'written' }), ended({ kind: 'done', how: 'already' }, 1)];
    const report = { kind: 'run', run: aRun({}, { items: 2, written: 1, already: 1 }), items } as const;
    expect(textOf(report)).toBe(`Run ${run} finished: 1 written, 1 as wanted already.
Take it back with: orgcontacts undo ${run}`);
    expect(formats.terminal(report, tagged)).toContain('<good>Run ');
  });

  it('lists every kind of item that was not done, with its reason', () => {
    const items = [
      ended({ kind: 'done', how: 'written' }),
      ended({ kind: 'failed', failure: denied }, 1),
      ended({ kind: 'skipped', why: 'changed-since-plan', detail: 'somebody changed it' }, 2),
      ended({ kind: 'unconfirmed', why: 'not-shown', detail: 'the write did not show within 60 s' }, 3),
      ended(null, 4),
    ];
    const counts = { items: 5, written: 1, failed: 1, skipped: 1, unconfirmed: 1, open: 1 };
    const report = {
      kind: 'run',
      run: aRun({ how: 'stopped', detail: '20 denials in a row' }, counts),
      items,
    } as const;
    expect(textOf(report)).toBe(`Not done
  failed: account:GetAlternateContact: AccessDeniedException (HTTP 403): You are not authorized
      300000000001 BILLING
  skipped, changed-since-plan: somebody changed it
      300000000002 BILLING
  unconfirmed: the write did not show within 60 s
      300000000003 BILLING
  not begun
      300000000004 BILLING

Run ${run} stopped: 1 written, 1 skipped, 1 failed, 1 unconfirmed, 1 not done. 20 denials in a row
Go on with: orgcontacts resume ${run}
Take it back with: orgcontacts undo ${run}`);
    expect(formats.terminal(report, tagged)).toContain('<warning>Run ');
  });

  it('names five items of each reason, or all when every one is asked for', () => {
    const items = [0, 1, 2, 3, 4, 5].map((account) => ended(null, account));
    const report = { kind: 'run', run: aRun({ how: 'killed' }, { items: 6, open: 6 }), items } as const;
    const [, , names] = linesOf(report);
    expect(names).toMatch(/^ {6}300000000000 BILLING, .*300000000004 BILLING and 1 more$/);
    expect(linesOf(report, { verbose: true })[2]).toMatch(/300000000005 BILLING$/);
  });

  it('with skipped items only has nothing to go on with and nothing to take back', () => {
    const items = [ended({ kind: 'skipped', why: 'moved-since-plan', detail: 'it moved' })];
    const report = { kind: 'run', run: aRun({}, { items: 1, skipped: 1 }), items } as const;
    expect(linesOf(report).at(-1)).toBe(`Run ${run} finished: 1 skipped.`);
    expect(formats.terminal(report, tagged)).toContain('<warning>Run ');
  });

  it.each([
    ['failed', { failed: 1 }, ['resume']],
    ['unconfirmed', { unconfirmed: 1 }, ['resume', 'undo']],
    ['open', { open: 1 }, ['resume', 'undo']],
    ['already done', { already: 1 }, []],
    ['written', { written: 1 }, ['undo']],
  ] as const)('with one item %s offers the next steps that make sense', (_, counts, steps) => {
    const lines = linesOf({ kind: 'run', run: aRun({}, { items: 1, ...counts }), items: [] });
    expect(lines.slice(1).map((line) => line.split(' ').at(-2))).toEqual(steps);
  });

  it('without items says that there was nothing to do', () => {
    expect(textOf({ kind: 'run', run: aRun(), items: [] })).toBe(`Run ${run} finished: nothing to do.`);
  });
});

describe('history', () => {
  it('says that there are no runs yet', () => {
    expect(textOf({ kind: 'history', runs: [], unusable: [] })).toBe('No runs yet: apply keeps a journal here.');
  });

  it('lists runs with how they ended, what they undid and why they were made, and those that cannot be used', () => {
    const first = aRun({ reason: 'new security desk' }, { items: 2, written: 2 });
    const second = aRun({
      run: '20260102T083000Z-bbbbbb',
      startedAt: '2026-01-02T08:30:59.000Z',
      undoOf: run,
      how: 'killed',
    });
    const unusable = [{ run: '20260103T000000Z-cccccc', because: 'line 2 of its journal was changed' }];
    expect(textOf({ kind: 'history', runs: [second, first], unusable })).toBe(`3 runs, times in UTC
  20260102T083000Z-bbbbbb  2026-01-02 08:30  killed    nothing to do; undo of ${run}
  20260101T000000Z-aaaaaa  2026-01-01 00:00  finished  2 written; new security desk
  20260103T000000Z-cccccc  cannot be used: line 2 of its journal was changed`);
  });

  it('shows runs that cannot be used even when there is no other', () => {
    expect(textOf({ kind: 'history', runs: [], unusable: [{ run, because: 'no header' }] })).toBe(
      `1 run, times in UTC\n  ${run}  cannot be used: no header`,
    );
  });

  it('cuts long reasons to the width of the screen', () => {
    const lines = linesOf(
      { kind: 'history', runs: [aRun({ reason: 'why '.repeat(40) })], unusable: [] },
      { width: 60 },
    );
    expect(lines[1]).toMatch(/…$/);
    expect(lines[1]).toHaveLength(60);
  });
});
