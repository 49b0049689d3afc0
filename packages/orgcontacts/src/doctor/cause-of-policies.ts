import { contactTypes } from '../contact/contact-type.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import { policyCauses, targetCauses, unclear } from './causes.ts';
import { type ControlVerdict, judgeCall, type PlacedPolicy } from './control-policies/judge-call.ts';
import type { Cause, Denial } from './denial.ts';
import type { Facts } from './facts.ts';
import { policyRequestOf } from './policy-request.ts';
import type { RoleFact } from './role-of.ts';
import { layerNames, type NamedLayer, readSentence } from './sentence.ts';

/** What the service control policies over the caller make of its call; `none` where there are none over it. */
type Guard = ControlVerdict | { readonly kind: 'none' } | { readonly kind: 'unknown'; readonly because: string };

/**
 * Names which policy denied a call that was made as AWS wants it. Service control policies are judged by their documents; what is left are
 * the policies of the identity, and which of them it is AWS's sentence may say. Pure.
 */
export const causeOfPolicies = (facts: Facts, denial: Denial, role: RoleFact): Cause => {
  const { operation } = denial.failure;
  const guard = guardOf(facts, denial, role);
  if (guard.kind === 'denies') return policyCauses.controlPolicyDenies(operation, guard);
  if (guard.kind === 'lacks-allow') return policyCauses.controlPolicyLacksAllow(operation, guard.targetId);
  const sentence = readSentence(denial.failure);
  if (sentence.kind === 'bare') return causeWithoutPolicy(facts, denial, guard);
  const isControl = sentence.layer === 'control';
  if (guard.kind === 'depends' && isControl) return policyCauses.controlPolicySaysNo(operation, guard.policies);
  const code = identityCodes[sentence.layer ?? 'unnamed'];
  return (guard.kind === 'none' || guard.kind === 'allows') && code
    ? policyCauses.ofIdentity(code, operation, describeFailure(denial.failure))
    : unclear(`${guardText(guard)}; ${sentenceText(sentence.layer)}`, wouldDecide(facts, guard));
};

const guardOf = (facts: Facts, denial: Denial, role: RoleFact): Guard => {
  // They never touch the management account, and there are none outside an organization (AWS docs: service control policies).
  if (role.kind === 'outside' || (role.kind === 'known' && role.role === 'management')) return { kind: 'none' };
  const { controlPolicies } = facts;
  const request = policyRequestOf(facts, denial);
  if (controlPolicies.kind === 'ok' && request) return judgeCall(controlPolicies.value, request);
  return {
    kind: 'unknown',
    because: controlPolicies.kind === 'failed' ? describeFailure(controlPolicies.failure) : 'nobody asked',
  };
};

/** A denial in which AWS names no policy, and none is known to be in the way. */
const causeWithoutPolicy = ({ accounts }: Facts, { target, failure, type }: Denial, guard: Guard): Cause => {
  const isClear = guard.kind === 'none' || guard.kind === 'allows';
  if (isClear && type !== undefined && !contactTypes.some((each) => each === type))
    return targetCauses.invalidType(type);
  const found = accounts.get(target.accountId);
  const state = found?.kind === 'ok' && found.value.kind === 'member' ? found.value.state : null;
  const isWrite = /:(Put|Delete)/.test(failure.operation);
  if (isClear && isWrite && state !== null && state !== 'ACTIVE')
    return targetCauses.notActive(target.accountId, state);
  return unclear(
    `${guardText(guard)}; AWS's sentence names no policy`,
    'another try in some minutes, if the account is new or something was set up just now',
  );
};

const identityCodes = {
  identity: 'identity-policy',
  boundary: 'permissions-boundary',
  session: 'session-policy',
  unnamed: 'caller-policy',
  control: undefined,
  other: undefined,
} as const;

const guardText = (guard: Guard): string => {
  switch (guard.kind) {
    case 'none':
      return 'no service control policy touches the caller';
    case 'allows':
      return 'the service control policies over the caller allow it';
    case 'depends':
      return `whether a service control policy denies it depends on its conditions (${guard.policies.map(nameOf).join(', ')})`;
    case 'unknown':
      return `the service control policies over the caller are not known: ${guard.because}`;
    case 'denies':
    case 'lacks-allow':
      return 'a service control policy is in the way';
    default:
      return guard satisfies never;
  }
};

const nameOf = ({ id, targetId }: PlacedPolicy): string => `${id} on ${targetId}`;

const sentenceText = (layer: NamedLayer | null): string =>
  layer === null ? "AWS's sentence does not say which policy" : `AWS's sentence names ${layerNames[layer]}`;

const wouldDecide = ({ identity }: Facts, guard: Guard): string => {
  if (guard.kind === 'depends') return `aws organizations describe-policy --policy-id ${guard.policies[0]?.id ?? ''}`;
  const id = identity.kind === 'ok' ? identity.value.accountId : '';
  return guard.kind === 'unknown'
    ? `aws organizations list-policies-for-target --target-id ${id} --filter SERVICE_CONTROL_POLICY, in the management account, and for each unit above it`
    : 'the policies of the calling identity: aws iam list-attached-role-policies';
};
