import type { AccountId } from '../contact/account-id.ts';
import { type ContactType, contactTypes } from '../contact/contact-type.ts';
import { whereIs } from '../diagnostic/diagnostic.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import type { ObservedAccount, ObservedOrg } from '../org/observed-account.ts';
import { isActive, type OrgAccount, unitOf } from '../org/org.ts';
import type { AccountResolution, Resolution } from '../resolve/resolution.ts';
import type { Change, Finding, LeftAlone } from './change.ts';
import { compareItems } from './compare-items.ts';
import { because, describeReason } from './describe-resolution.ts';
import { type Difference, diffContact } from './diff-contact.ts';
import { fingerprint } from './fingerprint.ts';
import { checkLimits, type Scope } from './limits.ts';
import type { Origin, Plan } from './plan.ts';
import type { Because, PlannedAccount } from './planned-item.ts';

/** What every plan says of itself, wherever its changes come from. */
export interface PlanFrame {
  readonly origin: Origin;
  readonly organization: Plan['organization'];
  readonly callerAccountId: AccountId;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** How long the plan may be applied, in milliseconds. */
  readonly validFor: number;
}

/** What a plan is made from. */
export interface PlanInput {
  readonly frame: PlanFrame;
  readonly types: readonly ContactType[];
  /** The accounts that the plan is about; a filter leaves the others out. */
  readonly resolutions: readonly AccountResolution[];
  readonly observed: ObservedOrg;
}

/** What one account and type, or one account, adds to a plan. */
interface Part {
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
  readonly leftAlone: readonly LeftAlone[];
  readonly keeps: number;
}

const nothing: Part = { changes: [], findings: [], leftAlone: [], keeps: 0 };

/**
 * Compares what the policy wants with what was observed, and says what would change. Pure; writes nothing. Throws where a managed
 * contact was never read: see `wantedReads`.
 *
 * @example
 * ```ts
 * import { makePlan, type PlanInput } from 'orgcontacts';
 *
 * const summarize = (input: PlanInput): string => {
 *   const { fingerprint, changes, keeps } = makePlan(input);
 *   return `${fingerprint}: ${changes.length} to change, ${keeps} as wanted`;
 * };
 * ```
 */
export const makePlan = ({ frame, types, resolutions, observed }: PlanInput): Plan => {
  const parts = resolutions.flatMap((resolution) =>
    planAccount(resolution, observed.get(resolution.account.id), types),
  );
  return assemblePlan(frame, types, {
    changes: parts.flatMap((part) => part.changes),
    findings: parts.flatMap((part) => part.findings),
    leftAlone: parts.flatMap((part) => part.leftAlone),
    keeps: parts.reduce((sum, part) => sum + part.keeps, 0),
    scope: scopeOf(resolutions, observed, types),
  });
};

/** Puts a plan's parts in order and adds what follows from them: limits and fingerprint. Pure. */
export const assemblePlan = (
  frame: PlanFrame,
  types: readonly ContactType[],
  parts: Part & { readonly scope: Scope },
): Plan => {
  const changes = [...parts.changes].sort(compareItems);
  const { organization, callerAccountId } = frame;
  return {
    format: 'orgcontacts/plan',
    version: 1,
    createdAt: new Date(frame.now).toISOString(),
    expiresAt: new Date(frame.now + frame.validFor).toISOString(),
    origin: frame.origin,
    organization,
    callerAccountId,
    types,
    changes,
    findings: [...parts.findings].sort(compareItems),
    leftAlone: parts.leftAlone,
    keeps: parts.keeps,
    scope: parts.scope,
    breaches: checkLimits(changes, parts.scope),
    fingerprint: fingerprint({ organization, callerAccountId, changes }),
  };
};

const planAccount = (
  resolved: AccountResolution,
  observed: ObservedAccount | undefined,
  types: readonly ContactType[],
): Part[] => {
  const { account, excludedBy } = resolved;
  if (excludedBy) return [leave(account, 'excluded', `excluded at ${whereIs(excludedBy.place)}`)];
  if (!isActive(account)) return [leave(account, 'not-active', `its state is ${account.state}`)];
  if (observed?.kind === 'unreachable') {
    const managed = types.some((type) => resolved.byType[type].kind !== 'unmanaged');
    return managed ? [leave(account, 'unreachable', observed.because)] : [];
  }
  const planned = { account, planned: plannedAccount(account) };
  return types.map((type) => planContact(planned, type, resolved.byType[type], observed));
};

/** An account, and what a plan says of it, made once for all its contacts. */
interface Planned {
  readonly account: OrgAccount;
  readonly planned: PlannedAccount;
}

const planContact = (
  planned: Planned,
  type: ContactType,
  resolution: Resolution,
  observed: ObservedAccount | undefined,
): Part => {
  const live = observed?.kind === 'asked' ? observed.byType[type] : undefined;
  if (live) return partOf(planned, type, resolution, diffContact(resolution, live));
  if (resolution.kind === 'unmanaged' || resolution.kind === 'unresolved') {
    return partOf(planned, type, resolution, diffContact(resolution, { kind: 'unset' }));
  }
  throw new Error(`The ${type} contact of ${planned.account.id} is managed but was never read.`);
};

const partOf = (
  { account, planned }: Planned,
  type: ContactType,
  resolution: Resolution,
  difference: Difference,
): Part => {
  const item = { account: planned, type, because: because(resolution) };
  switch (difference.kind) {
    case 'keep':
      return { ...nothing, keeps: 1 };
    case 'create':
      return change({ ...item, kind: 'create', before: null, after: difference.after });
    case 'update':
      return change({ ...item, kind: 'update', before: difference.before, after: difference.after });
    case 'delete':
      return change({ ...item, kind: 'delete', before: difference.before, after: null });
    case 'finding':
      return found(item, resolution, difference);
    case 'unmanaged':
      return resolution.kind === 'unmanaged' && resolution.winner
        ? leave(account, 'unmanaged', item.because.where, type)
        : nothing;
    case 'unresolved':
      return leave(account, 'unresolved', describeReason(difference.reason), type);
    case 'unreadable':
      return leave(account, 'unreadable', describeFailure(difference.failure), type);
    default:
      return difference satisfies never;
  }
};

const change = (one: Change): Part => ({ ...nothing, changes: [one] });

const found = (
  item: { readonly account: PlannedAccount; readonly type: ContactType; readonly because: Because },
  resolution: Resolution,
  { finding, mode, live, wanted }: Extract<Difference, { kind: 'finding' }>,
): Part => {
  const beaten = 'beaten' in resolution ? resolution.beaten : [];
  const holdsBack = mode === 'report-only' && beaten.some((assignment) => assignment.mode !== 'report-only');
  return { ...nothing, findings: [{ ...item, kind: finding, mode, live, wanted, holdsBack }] };
};

const leave = (
  account: OrgAccount,
  kind: LeftAlone['kind'],
  detail: string,
  type: ContactType | null = null,
): Part => ({
  ...nothing,
  leftAlone: [{ kind, accountId: account.id, accountName: account.name, type, detail }],
});

const plannedAccount = (account: OrgAccount): PlannedAccount => ({
  id: account.id,
  name: account.name,
  unit: unitOf(account)?.id ?? null,
});

const scopeOf = (
  resolutions: readonly AccountResolution[],
  observed: ObservedOrg,
  types: readonly ContactType[],
): Scope => {
  const asked = resolutions.flatMap(({ account }) => {
    const seen = observed.get(account.id);
    return seen?.kind === 'asked' && Object.keys(seen.byType).length > 0 ? [seen.byType] : [];
  });
  const existing = (type: ContactType) =>
    types.includes(type) ? asked.filter((byType) => byType[type]?.kind === 'set').length : 0;
  return {
    accounts: asked.length,
    unreadableAccounts: asked.filter((byType) => contactTypes.some((type) => byType[type]?.kind === 'unreadable'))
      .length,
    existing: { BILLING: existing('BILLING'), OPERATIONS: existing('OPERATIONS'), SECURITY: existing('SECURITY') },
  };
};
