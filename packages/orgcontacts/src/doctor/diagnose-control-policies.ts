import { reach } from '../caller/reach.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import type { Target } from '../org/target.ts';
import { policyCauses } from './causes.ts';
import type { PolicyLevel } from './control-policies/control-policy.ts';
import { type ControlVerdict, judgeCall } from './control-policies/judge-call.ts';
import type { Facts } from './facts.ts';
import { type Finding, finding, findingOf } from './finding.ts';
import type { Probes } from './observe-probes.ts';
import { policyRequestOf } from './policy-request.ts';
import { callerOf } from './role-of.ts';

const operations = [
  'account:GetAlternateContact',
  'account:PutAlternateContact',
  'account:DeleteAlternateContact',
] as const;

/** Says what service control policies make of reads, writes and deletes of contacts: nothing is written to find out. Pure. */
export const diagnoseControlPolicies = (facts: Facts, probes: Probes): readonly Finding[] => [
  ...diagnoseOwn(facts),
  ...diagnoseMember(facts, probes),
];

const diagnoseOwn = (facts: Facts): readonly Finding[] => {
  const { controlPolicies } = facts;
  const caller = callerOf(facts);
  if (!caller || controlPolicies.kind === 'not-asked') return [];
  // An ordinary member may not read them, and learns of them when it is denied.
  if (controlPolicies.kind === 'failed')
    return caller.role === 'member' ? [] : [unknownFinding(controlPolicies.failure)];
  const reached = reach(caller, caller.accountId);
  if (reached.kind === 'unreachable') return [];
  const found = judge(facts, controlPolicies.value, reached.target).flatMap(({ operation, verdict }) =>
    verdictFinding(operation, verdict),
  );
  return found.length > 0 ? found : [clearFinding(controlPolicies.value)];
};

const judge = (facts: Facts, levels: readonly PolicyLevel[], target: Target) =>
  operations.flatMap((operation) => {
    const request = policyRequestOf(facts, { target, failure: { operation } });
    return request ? [{ operation, verdict: judgeCall(levels, request) }] : [];
  });

const verdictFinding = (operation: string, verdict: ControlVerdict): readonly Finding[] => {
  switch (verdict.kind) {
    case 'allows':
      return [];
    case 'denies':
      return [findingOf(policyCauses.controlPolicyDenies(operation, verdict))];
    case 'lacks-allow':
      return [findingOf(policyCauses.controlPolicyLacksAllow(operation, verdict.targetId))];
    case 'depends':
      return verdict.policies.map(({ id, name, targetId }) =>
        finding('control-policy-may-deny', 'warning', {
          fact: `organizations:DescribePolicy: ${name} (${id}) on ${targetId} speaks of ${operation} under a condition`,
          message: `The service control policy ${name} (${id}) on ${targetId} may deny ${operation} to the caller: that depends on its condition.`,
          would: `aws organizations describe-policy --policy-id ${id}`,
        }),
      );
    default:
      return verdict satisfies never;
  }
};

const clearFinding = (levels: readonly PolicyLevel[]): Finding =>
  finding('control-policies', 'ok', {
    fact: `organizations:ListPoliciesForTarget: ${levels.map(({ targetId, policies }) => `${targetId} has ${policies.map(({ name }) => name).join(', ') || 'none'}`).join('; ')}`,
    message: 'No service control policy over the calling account is in the way of contacts.',
  });

const unknownFinding = (failure: Parameters<typeof describeFailure>[0]): Finding =>
  finding('control-policies-unknown', 'warning', {
    fact: describeFailure(failure),
    message:
      'The service control policies over the calling account could not be read: whether one denies writes shows only when something is written.',
    would: 'an identity that may call organizations:ListPoliciesForTarget and organizations:DescribePolicy',
  });

/** A member that may not change its own contacts is how many want it, and worth knowing before somebody calls as that member. */
const diagnoseMember = (facts: Facts, { member, memberPolicies }: Probes): readonly Finding[] => {
  const { identity } = facts;
  if (!member || memberPolicies.kind !== 'ok' || identity.kind !== 'ok') return [];
  const { accountId } = member.target;
  const partition = identity.value.arn.split(':')[1] ?? 'aws';
  const verdict = judgeCall(memberPolicies.value, {
    action: 'account:PutAlternateContact',
    resource: `arn:${partition}:account::${accountId}:account`,
    keys: {},
  });
  if (verdict.kind !== 'denies' && verdict.kind !== 'depends') return [];
  const policy = verdict.kind === 'denies' ? verdict.policy : verdict.policies[0];
  return [
    finding('members-locked', 'ok', {
      fact: `organizations:DescribePolicy: ${policy?.name} (${policy?.id}) on ${policy?.targetId} speaks of account:PutAlternateContact`,
      message: `The account ${accountId} ${verdict.kind === 'denies' ? 'may' : 'may perhaps'} not change its own contacts, by the service control policy ${policy?.name}. That is not in the way of calls from here.`,
    }),
  ];
};
