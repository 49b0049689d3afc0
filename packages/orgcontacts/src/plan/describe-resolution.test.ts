import { expect, it } from 'vitest';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import { account, all, aPolicy, assign, exclude, tag, wantContact } from '../resolve/policy.builder.ts';
import type { UnresolvedReason } from '../resolve/resolution.ts';
import { because, describeReason } from './describe-resolution.ts';

const policy = aPolicy([assign([tag('team', 'x'), account('300000000000')], 'Mary'), assign([all], 'absent')]);
const [tagged, everybody] = policy.assignments as [(typeof policy.assignments)[0], (typeof policy.assignments)[0]]; // Two were given.
const failure = aFailure({ operation: 'organizations:ListTagsForResource' });

it('says which assignment is behind a resolution: file, line, selector and contact', () => {
  const want = wantContact('Mary');
  if (want.kind !== 'contact') throw new Error('no contact');
  expect(because({ ...want, winner: tagged, beaten: [] })).toEqual({
    where: 'contacts.yaml:10',
    selector: 'tag team = x and account 300000000000',
    contactName: 'Mary',
    masked: [],
  });
  expect(because({ ...want, masked: ['phone'], winner: tagged, beaten: [] }).masked).toEqual(['phone']);
  expect(because({ kind: 'absent', winner: everybody, beaten: [] })).toEqual({
    where: 'contacts.yaml:11',
    selector: 'all',
    contactName: null,
    masked: [],
  });
});

it('says nothing where no assignment is behind it', () => {
  const nothing = { where: '', selector: '', contactName: null, masked: [] };
  expect(because({ kind: 'unmanaged', beaten: [] })).toEqual(nothing);
  expect(because({ kind: 'unresolved', reason: { kind: 'unknown-filter', failure } })).toEqual(nothing);
});

it.each<[UnresolvedReason, RegExp]>([
  [
    { kind: 'unknown-match', assignment: tagged, failure },
    /^contacts.yaml:10 \(tag team = x and .*\) might win, but organizations:ListTagsForResource failed: AccessDeniedException$/,
  ],
  [
    { kind: 'unknown-exclusion', exclusion: exclude([tag('team', 'x')]), failure },
    /^contacts.yaml:90 might exclude it, but .*AccessDeniedException$/,
  ],
  [{ kind: 'unknown-filter', failure }, /filter means it could not be found out: .*AccessDeniedException$/],
  [
    { kind: 'template', assignment: everybody, because: 'its name needs the tag team' },
    /^contacts.yaml:11 \(all\) wins, but its contact cannot be filled in here: its name needs the tag team$/,
  ],
  [
    { kind: 'tie', assignments: [tagged, everybody] },
    /^contacts.yaml:10 and contacts.yaml:11 are equally specific and want different things; an assignment with both conditions settles it$/,
  ],
])('says why a contact is unresolved: $kind', (reason, text) => {
  expect(describeReason(reason)).toMatch(text);
});
