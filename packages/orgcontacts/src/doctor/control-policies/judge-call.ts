import type { ControlPolicy, PolicyLevel } from './control-policy.ts';
import { matchStatement, type PolicyRequest } from './match-statement.ts';
import { type ControlStatement, readStatements } from './read-statements.ts';

/** A policy, and what it is attached to. */
export interface PlacedPolicy {
  readonly id: string;
  readonly name: string;
  readonly targetId: string;
}

/** What the service control policies over an account make of a call from it. */
export type ControlVerdict =
  | { readonly kind: 'allows' }
  | {
      readonly kind: 'denies';
      readonly policy: PlacedPolicy;
      /** Whether it denies the operation on everything and without a condition, so that every call like it is denied. */
      readonly isGeneral: boolean;
    }
  /** Nothing that is attached there allows the call, and every step of the way has to. */
  | { readonly kind: 'lacks-allow'; readonly targetId: string }
  /** That depends on conditions of these policies, or on documents that could not be understood. */
  | { readonly kind: 'depends'; readonly policies: readonly PlacedPolicy[] };

/**
 * Judges a call from an account by the service control policies on its way down: a deny anywhere wins, and each step has to allow (AWS
 * docs: SCP evaluation). A step without any policy has no say: policies of this type are not enabled then. Pure.
 */
export const judgeCall = (levels: readonly PolicyLevel[], request: PolicyRequest): ControlVerdict => {
  const heard = levels.filter(({ policies }) => policies.length > 0).map((level) => hear(level, request));
  const denying = heard.flatMap(({ denies }) => denies)[0];
  if (denying) return { kind: 'denies', ...denying };
  const silent = heard.find(({ allows, mayAllow }) => !allows && mayAllow.length === 0);
  if (silent) return { kind: 'lacks-allow', targetId: silent.targetId };
  const open = heard.flatMap(({ allows, mayAllow, mayDeny }) => [...mayDeny, ...(allows ? [] : mayAllow)]);
  return open.length > 0 ? { kind: 'depends', policies: open } : { kind: 'allows' };
};

/** What the policies of one step say. */
interface Heard {
  readonly targetId: string;
  readonly allows: boolean;
  readonly mayAllow: readonly PlacedPolicy[];
  readonly denies: readonly { readonly policy: PlacedPolicy; readonly isGeneral: boolean }[];
  readonly mayDeny: readonly PlacedPolicy[];
}

const hear = ({ targetId, policies }: PolicyLevel, request: PolicyRequest): Heard => {
  const read = policies.map((policy) => ({
    policy: placed(policy, targetId),
    statements: readStatements(policy.content),
  }));
  const speaking = (effect: ControlStatement['effect'], match: 'yes' | 'maybe') =>
    read.flatMap(({ policy, statements = [] }) => {
      const found = statements.find((each) => each.effect === effect && matchStatement(each, request) === match);
      return found ? [{ policy, isGeneral: isGeneral(found) }] : [];
    });
  const unread = read.flatMap(({ policy, statements }) => (statements ? [] : [policy]));
  const policyOf = ({ policy }: { readonly policy: PlacedPolicy }) => policy;
  return {
    targetId,
    allows: speaking('Allow', 'yes').length > 0,
    mayAllow: [...speaking('Allow', 'maybe').map(policyOf), ...unread],
    denies: speaking('Deny', 'yes'),
    mayDeny: [...speaking('Deny', 'maybe').map(policyOf), ...unread],
  };
};

const placed = ({ id, name }: ControlPolicy, targetId: string): PlacedPolicy => ({ id, name, targetId });

const isGeneral = ({ resources, tests }: ControlStatement): boolean =>
  resources.kind === 'any-of' && resources.patterns.includes('*') && tests.length === 0;
