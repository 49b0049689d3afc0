import fc from 'fast-check';
import { stringify } from 'yaml';
import { anyFile } from './policy-data.builder.ts';

/** A file written down: as YAML in blocks, as YAML in braces, or as JSON. */
export const written = (file: unknown, style: string): string => {
  if (style === 'json') return JSON.stringify(file, undefined, 1);
  return stringify(file, { version: '1.2', ...(style === 'braces' && { collectionStyle: 'flow' as const }) });
};

/** The ways in which a file may be written down. */
export const styles = fc.constantFrom('blocks', 'braces', 'json');

/** Any text at all. */
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.json());

const pieces = [
  ...'-:?[]{},#&*!|>\'"%@`~ \n\t\r',
  ...[
    'version',
    ': ',
    '1',
    'contacts',
    'assignments',
    '- match: ',
    'all',
    'security: ',
    'exclude',
    'mode: ',
    '\n  ',
    '\n    ',
  ],
  ...[
    '&a ',
    '*a',
    '<<: ',
    '!!str ',
    '!!binary ',
    '!!set ',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '\uFEFF',
    '__proto__',
    'null',
    '0x1f',
    '1e999',
    '.nan',
  ],
  ...['ou: ', 'tag: ', 'account: ', 'name: ', '"', "'", 'absent', '${x}', '? ', '\\', '\u0000', '😀'],
];

const textLikeYaml = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((each) => each.join(''));

const slips = fc.array(
  fc.record({ at: fc.nat(), remove: fc.integer({ min: 0, max: 6 }), put: fc.constantFrom('', ...pieces) }),
  { minLength: 1, maxLength: 4 },
);

const textOfFile = fc.tuple(anyFile, styles).map(([file, style]) => written(file, style));

const textWithSlips = fc.tuple(textOfFile, slips).map(([text, changes]) =>
  changes.reduce((sofar, { at, remove, put }) => {
    const from = at % (sofar.length + 1);
    return sofar.slice(0, from) + put + sofar.slice(from + remove);
  }, text),
);

const wrong = fc.oneof(
  fc.constantFrom(
    ...[null, 0, -1, true, '', ' ', '${x}', '${env:ORGCONTACTS_X}', '${tag.a:-b}', [], {}, [[]], { present: true }],
    ...[{ toString: false }, { not: { ou: 'A' } }, '__proto__', 'absent'],
  ),
  fc.json().map((text): unknown => JSON.parse(text)),
);

const textWithWrongValue = fc.tuple(anyFile, fc.nat(), wrong, styles).map(([file, at, value, style]) => {
  let count = 0;
  const target = at % countNodes(file);
  const replaced: unknown = JSON.parse(JSON.stringify(file), (_, each: unknown) => (count++ === target ? value : each));
  return written(replaced, style);
});

const countNodes = (file: unknown): number => {
  let count = 0;
  JSON.parse(JSON.stringify(file), (_, each: unknown) => {
    count++;
    return each;
  });
  return count;
};

/** Texts that are no policy, or hardly one. */
export const hostileTexts = { anyText, textLikeYaml, textWithSlips, textWithWrongValue } as const;
