import { expect, it } from 'vitest';
import { anOrg, anOrgAccount } from '../org/org.builder.ts';
import { mostCharacters } from '../policy/read-policy-text.ts';
import { inferPolicy } from './infer-policy.ts';

it('says of a policy that would be larger than one can be how large it would be, and calls that no defect', () => {
  const inferred = inferPolicy(anOrg([anOrgAccount()]), new Map(), { comment: ['x'.repeat(mostCharacters)] });
  if (inferred.kind !== 'too-large') throw new Error(inferred.kind);
  expect(inferred.characters).toBeGreaterThan(mostCharacters);
});
