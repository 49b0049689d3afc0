import { expect, it } from 'vitest';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import { describeVerdict } from './describe-verdict.ts';
import type { Verdict } from './explain.ts';
import { tag } from './policy.builder.ts';

it.each<[Verdict, string]>([
  [{ kind: 'won' }, 'won'],
  [
    { kind: 'weaker', at: 'level' },
    'lost: less specific; an account comes before a tag or name, then a unit, then all',
  ],
  [{ kind: 'weaker', at: 'depth' }, 'lost: a deeper unit comes first'],
  [{ kind: 'weaker', at: 'exact' }, 'lost: an exact value comes before a wildcard'],
  [{ kind: 'weaker', at: 'conditions' }, 'lost: more conditions come first'],
  [{ kind: 'weaker', at: 'order' }, 'lost: says the same as the winner'],
  [{ kind: 'undecided' }, 'undecided: none is more specific, and who wins here cannot be known'],
  [{ kind: 'tied' }, 'tied: as specific as another one that wants something else'],
  [
    { kind: 'unfilled', because: 'its name needs the tag team' },
    'would win, but its contact cannot be filled in: its name needs the tag team',
  ],
  [{ kind: 'no-match', condition: tag('team', 'a', 'b') }, 'lost: does not match tag team = a or b'],
  [
    { kind: 'unknown', failure: aFailure({ operation: 'organizations:ListTagsForResource' }) },
    'unknown: organizations:ListTagsForResource failed with AccessDeniedException',
  ],
])('says in a few words how an assignment fared: $kind', (verdict, text) => {
  expect(describeVerdict(verdict)).toBe(text);
});
