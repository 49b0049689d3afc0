import { describe, expect, it } from 'vitest';
import { aCoverage, aCovered, aCoveredAccount } from '../coverage/coverage.builder.ts';
import { makeDiagnostic } from '../diagnostic/diagnostic.ts';
import { changes } from '../plan/plan.builder.ts';
import { everyChange, everyState, masked } from './file-reports.builder.ts';
import { renderGithub } from './github.ts';
import { aPlan } from './report.builder.ts';

it('has a command for everything to look at, worst first', () => {
  expect(renderGithub(everyState, masked)).toMatchSnapshot();
  expect(renderGithub(everyChange, masked)).toMatchSnapshot();
});

it('tells what is the same at the same line once for all its accounts', () => {
  const coverage = aCoverage(Array.from({ length: 12 }, (_, index) => aCoveredAccount([aCovered('missing')], index)));
  const text = renderGithub({ kind: 'coverage', coverage }, masked);
  expect(text.split('\n')).toHaveLength(1);
  expect(text).toMatch(/^::error file=contacts\.yaml,line=10,title=[^:]+::12 accounts: /);
  expect(text).toContain('and 2 more');
});

it('is empty where there is nothing to look at', () => {
  const coverage = aCoverage([aCoveredAccount([aCovered('as-wanted')])]);
  expect(renderGithub({ kind: 'coverage', coverage }, masked)).toBe('');
});

it('tells each diagnostic at its line and column', () => {
  const place = { file: 'a,b:c.yaml', line: 3, column: 7, length: 5 };
  const diagnostics = [makeDiagnostic('unknown-contact', place, '100 % wrong', 'Mend it.')];
  const report = { kind: 'validate', file: place.file, contacts: 0, assignments: 0, diagnostics } as const;
  expect(renderGithub(report, masked)).toBe(
    '::error file=a%2Cb%3Ac.yaml,line=3,col=7,title=orgcontacts%3A unknown-contact::100 %25 wrong Mend it.',
  );
});

describe('foreign text', () => {
  it('cannot begin a command of its own', () => {
    const name = 'x\n::stop-commands::evil\r\n::set-output name=a::b';
    const coverage = aCoverage([aCoveredAccount([aCovered('missing')], 0, { name })]);
    expect(renderGithub({ kind: 'coverage', coverage }, masked).split(/[\r\n]/)).toHaveLength(1);
  });
});

it('what a plan would change is a notice, and a limit that it passes an error until somebody approves it', () => {
  const plan = aPlan({ changes: changes(31, 'update') });
  const levels = (isApproved: boolean) =>
    renderGithub({ ...everyChange, plan, isApproved }, masked)
      .split('\n')
      .map((line) => line.replace(/ .*/, ''));
  expect(levels(false)).toEqual(expect.arrayContaining(['::error', '::notice']));
  expect(levels(true)).toEqual(['::notice']);
});
