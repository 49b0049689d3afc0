import { describe, expect, it } from 'vitest';
import { aCoverage, aCovered, aCoveredAccount } from '../../coverage/coverage.builder.ts';
import { aChange } from '../../plan/plan.builder.ts';
import { aContact } from '../../resolve/policy.builder.ts';
import { everyChange, everyDrift, everyOutcome, everyState, masked } from '../file-reports.builder.ts';
import { aPlan } from '../report.builder.ts';
import { renderMarkdown } from './markdown.ts';

it('sums a plan up, by unit, and lists what it would do', () => {
  expect(renderMarkdown(everyChange, masked)).toMatchSnapshot();
});

it('says of drift what differs', () => {
  expect(renderMarkdown(everyDrift, masked)).toMatchSnapshot();
});

it('says of a coverage what every control comes to', () => {
  expect(renderMarkdown(everyState, masked)).toMatchSnapshot();
});

it('says of a run what was not done', () => {
  expect(renderMarkdown(everyOutcome, masked)).toMatchSnapshot();
});

describe('a long plan', () => {
  /** So many changes, each in its own unit and with its own value. */
  const long = (count: number, units = count) => {
    const changes = Array.from({ length: count }, (_, index) => {
      const change = aChange('update', index);
      const account = { ...change.account, name: `account-${index}-${'x'.repeat(40)}`, unit: `unit ${index % units}` };
      return { ...change, account, after: aContact(`Team ${index}`), kind: 'update' as const, before: aContact('Old') };
    });
    return renderMarkdown({ ...everyChange, plan: aPlan({ changes }), units: {} }, masked);
  };

  it.each([1, 50, 150, 400, 1500, 10_000])('of %i changes fits into a comment', (count) => {
    const text = long(count);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
    expect(text).toContain(`**0 to create, ${count} to update, 0 to delete**`);
  });

  it('of few units still says of each how much it is', () => {
    const text = long(10_000, 12);
    for (let unit = 0; unit < 12; unit += 1) expect(text).toContain(`unit ${unit}<`);
    expect(text).toContain('--format csv');
  });

  it('of many units names those with most to do, and counts the rest', () => {
    expect(long(10_000)).toMatch(/\| 9900 more units \| 9900 \|/);
  });
});

describe('foreign text', () => {
  const shown = (name: string): string =>
    renderMarkdown(
      { kind: 'coverage', coverage: aCoverage([aCoveredAccount([aCovered('missing')], 0, { name, unit: name })]) },
      masked,
    );

  it.each([
    'a | b',
    '`x`',
    '<img src=x onerror=alert(1)>',
    '[a](https://example.com)',
    '@octocat',
    '#1',
    '**b**',
    '\\|',
    ']]>',
  ])('%s means nothing', (name) => {
    expect(shown(name)).not.toContain(name);
  });

  it('adds no line and no cell', () => {
    const plain = shown('name').split('\n');
    const hostile = shown('na\n| me\r\n# x | y').split('\n');
    expect(hostile).toHaveLength(plain.length);
    expect(hostile.map((line) => line.split('|').length)).toEqual(plain.map((line) => line.split('|').length));
  });
});
