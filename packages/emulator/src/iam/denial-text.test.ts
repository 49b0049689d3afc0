import { describe, expect, it } from 'vitest';
import { denialText } from './denial-text.ts';

const action = 'account:PutAlternateContact';
const policyArn = 'arn:aws:iam::aws:policy/DenyAll';

const kinds = [
  ['identity', 'identity-based policy', 'an identity-based policy'],
  ['boundary', 'permissions boundary', 'a permissions boundary'],
  ['session', 'session policy', 'a session policy'],
  ['service-control', 'service control policy', 'a service control policy'],
  ['trust', 'role trust policy', 'the role trust policy'],
] as const;

// Each phrase stands in AWS docs (troubleshooting access denied messages).
describe('a denial', () => {
  it.each(kinds)('by %s that does not allow', (by, name) => {
    for (const detail of ['policy-type', 'bare', 'policy-arn'] as const)
      expect(denialText({ isExplicit: false, by, policyArn }, action, detail)).toBe(
        `because no ${name} allows the account:PutAlternateContact action`,
      );
  });

  it.each(kinds)('by %s that denies', (by, _, name) => {
    const denial = { isExplicit: true, by, policyArn };
    expect(denialText(denial, action, 'policy-type')).toBe(`with an explicit deny in ${name}`);
    expect(denialText(denial, action, 'bare')).toBe('with an explicit deny');
    expect(denialText(denial, action, 'policy-arn')).toBe(`with an explicit deny in ${name}: ${policyArn}`);
    expect(denialText({ isExplicit: true, by }, action, 'policy-arn')).toBe(`with an explicit deny in ${name}`);
  });
});
