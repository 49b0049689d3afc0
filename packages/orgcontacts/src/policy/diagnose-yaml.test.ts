import { expect, it } from 'vitest';
import { diagnosticsOf, lines, withTopLevel } from './policy-text.builder.ts';

/** What is said, what to do about it, and the text that earns it. */
type Row = readonly [string, string, string];

const here = 'Mend it here or shortly before.';
const indent = 'Put it under what it belongs to, with the same number of blanks as its neighbours.';
const aliases = 'YAML cannot resolve the aliases of this file';

it.each<Row>([
  [
    'This key stands here twice.',
    'Keep one of them: the other would be ignored.',
    withTopLevel('mode: enforce', 'mode: enforce'),
  ],
  [
    'YAML: Tabs are not allowed as indentation',
    'Indent with blanks; YAML allows no tabs there.',
    lines('version: 1', 'contacts:', '\tdesk: {}'),
  ],
  ['YAML: All mapping items must start at the same column', indent, lines('contacts:', '  a: {}', ' b: {}')],
  ['YAML: Unresolved tag: !secret', 'Remove the tag; a policy needs none.', withTopLevel('mode: !secret enforce')],
  ['YAML: Missing closing "quote', here, withTopLevel('mode: "enforce')],
  ['YAML: With stringKeys, all keys must be strings', here, withTopLevel('? [a]', ': b')],
  [
    'The file holds more than one YAML document.',
    'Remove the line --- before the second one, or make two files.',
    withTopLevel('---', 'version: 1', '---', 'version: 1'),
  ],
  [
    'The file asks for another version of YAML.',
    'Remove the %YAML line: policies are YAML 1.2, and older versions read numbers and words differently.',
    `%YAML 1.1\n---\n${withTopLevel()}`,
  ],
  [
    `${aliases}: Unresolved alias (the anchor must be set before the alias): none.`,
    'Write the values out, or use fewer aliases.',
    lines('version: *none'),
  ],
  [
    'The file is nested far deeper than a policy can be.',
    'Look for brackets or dashes that were typed by accident.',
    '['.repeat(100),
  ],
  [
    'The file has 4194305 characters; at most 4194304 are read.',
    'Use ou and tag instead of listing accounts one by one.',
    '#'.repeat(4 * 1024 * 1024 + 1),
  ],
])('says: %s And: %s', (message, help, text) => {
  expect(diagnosticsOf(text).map((each) => [each.message, each.help, each.severity])).toEqual([
    [message, help, 'error'],
  ]);
});

it('reads on behind a key that stands twice and behind a tag, and tells what else is wrong', () => {
  const codes = (...more: readonly string[]) => diagnosticsOf(withTopLevel(...more)).map(({ code }) => code);
  expect(codes('mode: enforce', 'mode: enforce', 'zebra: 1')).toEqual(['yaml-syntax', 'unknown-key']);
  expect(codes('mode: !secret enforce', 'zebra: 1')).toEqual(['yaml-syntax', 'unknown-key']);
  expect(codes('zebra: 1', 'mode: "enforce')).toEqual(['yaml-syntax']);
});

it('reads a file of exactly the size that is allowed', () => {
  const text = withTopLevel();
  expect(diagnosticsOf(text.padEnd(4 * 1024 * 1024, '#'))).toEqual([]);
});
