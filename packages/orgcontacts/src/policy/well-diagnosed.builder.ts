import { expect } from 'vitest';
import { parsePolicy } from './parse-policy.ts';

/** Whatever a text is: something is said of it, in order, once, and at places that it has. Says whether it is a policy. */
export const expectWellDiagnosed = (text: string): boolean => {
  const parsed = parsePolicy(text, 'contacts.yaml', { now: 0 });
  const lines = text.split('\n');
  const said = parsed.kind === 'valid' ? parsed.warnings : parsed.diagnostics;
  expect(said.some(({ severity }) => severity === 'error')).toBe(parsed.kind === 'invalid');
  for (const { place, message, help } of said) {
    expect(place.line).toBeGreaterThanOrEqual(1);
    expect(place.line).toBeLessThanOrEqual(lines.length);
    expect(place.column).toBeGreaterThanOrEqual(1);
    expect(place.column).toBeLessThanOrEqual((lines[place.line - 1] ?? '').length + 1);
    expect(place.length).toBeGreaterThanOrEqual(1);
    expect(message).not.toBe('');
    expect(help).not.toBe('');
  }
  const places = said.map(({ code, place }) => [place.line, place.column, code] as const);
  expect(places).toEqual(
    places.toSorted((one, other) => one[0] - other[0] || one[1] - other[1] || (one[2] < other[2] ? -1 : 1)),
  );
  expect(new Set(said.map((each) => JSON.stringify([each.place, each.code, each.message]))).size).toBe(said.length);
  return parsed.kind === 'valid';
};
