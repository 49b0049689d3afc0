import { expect, it } from 'vitest';
import { type Finding, finding } from '../../doctor/finding.ts';
import { aStyle, tagged } from '../report.builder.ts';
import { renderDoctorReport } from './doctor.ts';

const well = finding('organization', 'ok', { fact: 'asked', message: 'The organization is o-exampleorgid.' });
const odd = finding('sdk-other', 'warning', { fact: 'SDK 4', message: 'The AWS SDK is another one.', fix: 'npm ls' });
const bad = finding('trusted-access-off', 'problem', {
  fact: 'asked',
  message: 'It is off.',
  fix: 'orgcontacts setup',
});
const open = finding('role-unknown', 'cannot-tell', {
  fact: 'denied',
  message: 'Nobody knows.',
  would: 'another caller',
});

const render = (...findings: readonly Finding[]) => renderDoctorReport({ kind: 'doctor', findings }, aStyle());

it('says in one line each what stands, and of the rest the fact, the fix and what would decide', () => {
  expect(render(well, odd, bad, open)).toBe(
    [
      '  ok           The organization is o-exampleorgid.',
      '  warning      The AWS SDK is another one. [sdk-other]',
      '               found: SDK 4',
      '               do: npm ls',
      '  problem      It is off. [trusted-access-off]',
      '               found: asked',
      '               do: orgcontacts setup',
      '  cannot tell  Nobody knows. [role-unknown]',
      '               found: denied',
      '               would decide: another caller',
      '1 problem, 1 warning; docs/doctor.md explains each code.',
    ].join('\n'),
  );
});

it.each([
  [[well], 'No problem was found.'],
  [[well, odd], 'No problem was found, 1 warning.'],
  [[well, open], 'No problem was found, and 1 thing could not be told.'],
  [[bad, bad], '2 problems; docs/doctor.md explains each code.'],
])('sums it up', (findings, verdict) => {
  expect(
    render(...findings)
      .split('\n')
      .at(-1),
  ).toBe(verdict);
});

it('tells the facts of what stands too, where somebody wants them', () => {
  const text = renderDoctorReport({ kind: 'doctor', findings: [well] }, { ...aStyle(), verbose: true });
  expect(text).toContain('[organization]\n               found: asked');
});

it('paints each level', () => {
  const text = renderDoctorReport({ kind: 'doctor', findings: [well, bad] }, tagged);
  expect(text).toContain('<good>ok</good>');
  expect(text).toContain('<bad>problem</bad>');
});
