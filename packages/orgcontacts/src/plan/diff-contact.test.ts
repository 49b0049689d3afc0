import { describe, expect, it } from 'vitest';
import type { Observed } from '../contact/observed.ts';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import { type Mode, modes } from '../policy/policy.ts';
import { aContact, all, assign } from '../resolve/policy.builder.ts';
import type { Resolution } from '../resolve/resolution.ts';
import { diffContact } from './diff-contact.ts';

const wanted = aContact('Wanted');
const other = aContact('Other');

const observations: Readonly<Record<string, Observed>> = {
  unset: { kind: 'unset' },
  same: { kind: 'set', contact: wanted },
  alike: { kind: 'set', contact: { ...wanted, email: wanted.email.replace('example.com', 'EXAMPLE.com') } },
  other: { kind: 'set', contact: other },
  unreadable: { kind: 'unreadable', failure: aFailure() },
};

const wants = (kind: 'contact' | 'absent' | 'unmanaged', mode: Mode): Resolution => {
  const winner = assign([all], kind === 'contact' ? 'Wanted' : kind, { mode });
  return kind === 'contact'
    ? { kind, contact: wanted, contactName: 'Wanted', masked: [], winner, beaten: [] }
    : { kind, winner, beaten: [] };
};

const told = (resolution: Resolution, observed: string): string => {
  const difference = diffContact(resolution, observations[observed] ?? { kind: 'unset' });
  return difference.kind === 'finding' ? difference.finding : difference.kind;
};

describe('a contact that is wanted', () => {
  it.each<[Mode, string, string]>([
    ['enforce', 'unset', 'create'],
    ['enforce', 'same', 'keep'],
    ['enforce', 'alike', 'keep'],
    ['enforce', 'other', 'update'],
    ['enforce', 'unreadable', 'unreadable'],
    ['fill-missing', 'unset', 'create'],
    ['fill-missing', 'same', 'keep'],
    ['fill-missing', 'alike', 'keep'],
    ['fill-missing', 'other', 'differs'],
    ['fill-missing', 'unreadable', 'unreadable'],
    ['report-only', 'unset', 'missing'],
    ['report-only', 'same', 'keep'],
    ['report-only', 'alike', 'keep'],
    ['report-only', 'other', 'differs'],
    ['report-only', 'unreadable', 'unreadable'],
  ])('under %s, where %s is live: %s', (mode, observed, expected) => {
    expect(told(wants('contact', mode), observed)).toBe(expected);
  });
});

describe('no contact wanted', () => {
  it.each<[Mode, string, string]>([
    ['enforce', 'unset', 'keep'],
    ['enforce', 'other', 'delete'],
    ['enforce', 'unreadable', 'unreadable'],
    ['fill-missing', 'unset', 'keep'],
    ['fill-missing', 'other', 'unwanted'],
    ['fill-missing', 'unreadable', 'unreadable'],
    ['report-only', 'unset', 'keep'],
    ['report-only', 'other', 'unwanted'],
    ['report-only', 'unreadable', 'unreadable'],
  ])('under %s, where %s is live: %s', (mode, observed, expected) => {
    expect(told(wants('absent', mode), observed)).toBe(expected);
  });
});

it.each(modes.flatMap((mode) => Object.keys(observations).map((observed) => [mode, observed] as const)))(
  'never touches what is unmanaged, under %s where %s is live',
  (mode, observed) => {
    expect(told(wants('unmanaged', mode), observed)).toBe('unmanaged');
    expect(told({ kind: 'unmanaged', beaten: [] }, observed)).toBe('unmanaged');
  },
);

it.each(Object.keys(observations))('never touches what is unresolved, where %s is live', (observed) => {
  const reason = { kind: 'unknown-filter', failure: aFailure() } as const;
  expect(diffContact({ kind: 'unresolved', reason }, observations[observed] ?? { kind: 'unset' })).toEqual({
    kind: 'unresolved',
    reason,
  });
});

it('carries what is live and what is wanted', () => {
  const live: Observed = { kind: 'set', contact: other };
  expect(diffContact(wants('contact', 'enforce'), live)).toEqual({ kind: 'update', before: other, after: wanted });
  expect(diffContact(wants('contact', 'enforce'), { kind: 'unset' })).toEqual({ kind: 'create', after: wanted });
  expect(diffContact(wants('absent', 'enforce'), live)).toEqual({ kind: 'delete', before: other });
  expect(diffContact(wants('contact', 'report-only'), live)).toEqual({
    kind: 'finding',
    finding: 'differs',
    mode: 'report-only',
    live: other,
    wanted,
  });
});
