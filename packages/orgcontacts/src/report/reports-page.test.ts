import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contactTypes } from '../contact/contact-type.ts';
import { controls } from '../coverage/controls.ts';
import { coverageStates } from '../coverage/coverage-state.ts';
import { makeCoverage } from '../coverage/make-coverage.ts';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import type { ObservedAccount } from '../org/observed-account.ts';
import { anOrg, anOrgAccount, unitsDown } from '../org/org.builder.ts';
import { aFrame } from '../plan/plan.builder.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import { resolve } from '../resolve/resolve.ts';
import { controlName } from './control-name.ts';
import { fileFormats } from './file-formats.ts';
import { masked } from './file-reports.builder.ts';
import { formats } from './index.ts';
import { aStyle } from './report.builder.ts';

const file = new URL('../../../../docs/reports.md', import.meta.url);

const policy = `version: 1
contacts:
  security-desk:
    name: Mary Major
    title: Security Contact
    email: security-contact@example.com
    phone: "+1(555)555-5555"
assignments:
  - match: all
    security: security-desk
`;

const parsed = parsePolicy(policy, 'contacts.yaml');
if (parsed.kind !== 'valid') throw new Error('The example of docs/reports.md does not parse.');

const desk = {
  name: 'Mary Major',
  title: 'Security Contact',
  email: 'security-contact@example.com',
  phone: '+1(555)555-5555',
};
const former = { ...desk, name: 'Pat Candella', email: 'former-desk@example.com' };
const live: Readonly<Record<string, ObservedAccount>> = {
  '444455556666': { kind: 'asked', byType: { SECURITY: { kind: 'set', contact: former } } },
  '555566667777': { kind: 'asked', byType: { SECURITY: { kind: 'unreadable', failure: aFailure() } } },
  '666677778888': { kind: 'asked', byType: { SECURITY: { kind: 'set', contact: desk } } },
};
const nothing: ObservedAccount = {
  kind: 'asked',
  byType: { SECURITY: { kind: 'unset' } },
};
const accounts = ['333344445555', '444455556666', '555566667777', '666677778888'].map((id, index) =>
  anOrgAccount({
    id: anId(id),
    name: ['payments-prod', 'payments-test', 'retail-prod', 'audit'][index] ?? '',
    units: unitsDown(...(index === 3 ? ['Security'] : ['Workloads', index === 1 ? 'Test' : 'Prod'])),
  }),
);

const report = {
  kind: 'coverage',
  coverage: makeCoverage({
    frame: aFrame(),
    types: ['SECURITY'],
    resolutions: resolve(parsed.policy, anOrg(accounts)),
    observed: new Map(accounts.map(({ id }) => [id, live[id] ?? nothing])),
  }),
} as const;

const json = (value: unknown): string => JSON.stringify(value, undefined, 2);

const examples: Readonly<Record<string, string>> = {
  policy,
  terminal: formats.terminal(report, aStyle({ width: 120, values: 'masked' })),
  csv: fileFormats.csv(report).replace('\uFEFF', '').split('\r\n').slice(0, 3).join('\n'),
  markdown: fileFormats.markdown(report, masked),
  junit: fileFormats.junit(report, masked),
  sarif: json(JSON.parse(fileFormats.sarif(report, masked)).runs[0].results[0]),
  github: fileFormats.github(report, masked),
  asff: json(JSON.parse(fileFormats.asff(report, masked))[0]),
};

/** The example of a page, between its fences. */
const exampleOf = (name: string): RegExp =>
  new RegExp(`(<!-- example: ${name} -->\\n\`\`\`[a-z]*\\n)(.*?)(\`\`\`\\n)`, 's');

if (process.env['UPDATE_GENERATED'] === '1')
  writeFileSync(
    file,
    Object.entries(examples).reduce(
      (text, [name, example]) =>
        text.replace(exampleOf(name), (_, before, __, after) => `${before}${example.trimEnd()}\n${after}`),
      readFileSync(file, 'utf8'),
    ),
  );
const page = readFileSync(file, 'utf8');

describe('docs/reports.md', () => {
  it.each(Object.keys(examples))('shows %s as it is', (name) => {
    expect(exampleOf(name).exec(page)?.[2]).toBe(`${examples[name]?.trimEnd()}\n`);
  });

  it('names every format, state and control', () => {
    for (const name of [...Object.keys(formats), ...Object.keys(fileFormats), ...coverageStates])
      expect(page).toContain(`| \`${name}\` |`);
    for (const control of controls) expect(page).toContain(`| ${controlName(control)} | \`${control.id}\` |`);
  });

  it('shows no contact whole but in its policy, its spreadsheet and the name of a file', () => {
    const rest = page.replace(exampleOf('policy'), '').replace(exampleOf('csv'), '');
    for (const value of [...Object.values(desk), ...Object.values(former)].filter(
      (each) => each !== 'Security Contact',
    ))
      expect(rest).not.toContain(value);
  });
});

it('the example is about one contact type of three', () => {
  expect(report.coverage.accounts.flatMap(({ contacts }) => contacts.map(({ type }) => type))).toEqual(
    accounts.map(() => contactTypes[2]),
  );
});
