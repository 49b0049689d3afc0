import type { AccessRequest } from './access-request.ts';
import type { Patterns, PolicyDocument } from './policy-document.ts';
import { speaksOf } from './speaks-of.ts';

/** Who wants to assume a role. */
export interface Principal {
  readonly accountId: string;
  /** Of the user or role. */
  readonly principalArn: string;
  /** Of the session, where it is one; of the user otherwise. */
  readonly arn: string;
}

/**
 * What a trust policy says of somebody: whether it denies, and whom its allow means, as far as there is one: the account, which then
 * decides by its own policies, or the user, role or session itself.
 */
export type Trust = 'denied' | 'none' | 'account' | 'user' | 'role' | 'session';

/** Asks a trust policy whether somebody may assume its role (AWS docs: policy evaluation logic; IAM policy elements, Principal). Pure. */
export const evaluateTrust = (request: AccessRequest, principal: Principal, document: PolicyDocument): Trust => {
  const speaking = speaksOf(request)(document).map(({ effect, principals }) => ({
    effect,
    means: meant(principals, principal),
  }));
  if (speaking.some(({ effect, means }) => effect === 'Deny' && means !== 'none')) return 'denied';
  const allowing = speaking.filter(({ effect }) => effect === 'Allow').map(({ means }) => means);
  return strongest.find((trust) => allowing.includes(trust)) ?? 'none';
};

/** The first asks for the fewest policies of the caller. */
const strongest = ['user', 'session', 'role', 'account'] as const;

const meant = (principals: Patterns | undefined, principal: Principal): Exclude<Trust, 'denied'> => {
  if (!principals) return 'none';
  const found = strongest.find((trust) => principals.patterns.some((name) => names(principal, name) === trust));
  if (principals.kind === 'these') return found ?? 'none';
  return found === undefined ? 'user' : 'none';
};

/** What a name in a trust policy means for somebody: it is compared as a whole, and the case matters. */
const names = ({ accountId, principalArn, arn }: Principal, name: string): Exclude<Trust, 'denied'> => {
  if (name === '*') return 'user';
  if (name === accountId || name === `arn:aws:iam::${accountId}:root`) return 'account';
  if (name === principalArn) return arn === principalArn ? 'user' : 'role';
  return name === arn ? 'session' : 'none';
};
