import { describe, expect, it } from 'vitest';
import { makeDiagnostic } from '../diagnostic/diagnostic.ts';
import type { DiagnosticCode } from '../diagnostic/diagnostic-codes.ts';
import { isAllowedAddress, noLint, warningCodes, weighWarnings } from './lint-settings.ts';

const place = { file: 'contacts.yaml', line: 1, column: 1, length: 1 };
const said = (code: DiagnosticCode) => makeDiagnostic(code, place, 'Something is odd.', 'Mend it.');

describe('a policy', () => {
  const found = [said('placeholder'), said('unused-contact'), said('wrong-type')];

  it('that says nothing leaves everything as it is', () => {
    expect(weighWarnings(found, noLint)).toEqual(found);
  });

  it('makes errors of the warnings that it names, and of no others', () => {
    const weighed = weighWarnings(found, { ...noLint, errors: ['placeholder'] });
    expect(weighed.map(({ severity }) => severity)).toEqual(['error', 'warning', 'error']);
    expect(weighed[0]).toEqual({ ...found[0], severity: 'error' });
  });

  it('silences the warnings that it names, even where it also makes errors of them', () => {
    expect(weighWarnings(found, { ...noLint, ignore: ['placeholder'] })).toEqual(found.slice(1));
    expect(weighWarnings(found, { ...noLint, ignore: ['placeholder'], errors: ['placeholder'] })).toEqual(
      found.slice(1),
    );
  });

  it('never silences an error', () => {
    const error = { ...said('placeholder'), severity: 'error' } as const;
    expect(weighWarnings([error], { ...noLint, ignore: ['placeholder'] })).toEqual([error]);
  });
});

it('weighs warnings only', () => {
  expect(warningCodes).toContain('placeholder');
  expect(warningCodes).not.toContain('wrong-type');
  expect(new Set(warningCodes.map((code) => said(code).severity))).toEqual(new Set(['warning']));
});

describe('an address is allowed', () => {
  const isAllowed = (email: string, ...allowedEmailDomains: readonly string[]) =>
    isAllowedAddress(email, { ...noLint, allowedEmailDomains });

  it('whatever it is, where the policy names no domains', () => {
    expect(isAllowedAddress('mary@example.com', noLint)).toBe(true);
  });

  it('by its last @ only', () => {
    expect(isAllowed('mary@example.org@example.com', 'example.com')).toBe(true);
    expect(isAllowed('mary@example.com@example.org', 'example.com')).toBe(false);
  });

  it('by none of no domains', () => {
    expect(isAllowed('mary@example.com')).toBe(false);
  });
});
