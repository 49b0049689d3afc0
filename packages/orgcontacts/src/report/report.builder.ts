import type { Contact } from '../contact/contact.ts';
import type { Failure } from '../failure/failure.ts';
import { management } from '../gateway/memory/memory-world.builder.ts';
import type { Outcome } from '../journal/outcome.ts';
import type { Change, Finding, LeftAlone } from '../plan/change.ts';
import { assemblePlan } from '../plan/make-plan.ts';
import { aChange, aFrame, aScope } from '../plan/plan.builder.ts';
import type { Plan } from '../plan/plan.ts';
import { aContact } from '../resolve/policy.builder.ts';
import type { Explained } from './explained.ts';
import { formats } from './index.ts';
import type { Report } from './report.ts';
import type { EndedItem, RunAccount, ShownContact } from './report-parts.ts';
import type { Style } from './style.ts';

/** A wide screen without colours, contacts whole. */
export const aStyle = (overrides: Partial<Style> = {}): Style => ({
  width: 200,
  paint: (_, text) => text,
  values: 'whole',
  verbose: false,
  ...overrides,
});

/** A style that shows what would be coloured, as `<good>text</good>`. */
export const tagged = aStyle({ paint: (emphasis, text) => `<${emphasis}>${text}</${emphasis}>` });

/** A report as people see it. */
export const textOf = (report: Report, overrides: Partial<Style> = {}): string =>
  formats.terminal(report, aStyle(overrides));

/** The lines of a report as people see it. */
export const linesOf = (report: Report, overrides: Partial<Style> = {}): readonly string[] =>
  textOf(report, overrides).split('\n');

/** What a plan of a test holds; everything else follows. */
export interface PlanParts {
  readonly changes?: readonly Change[];
  readonly findings?: readonly Finding[];
  readonly leftAlone?: readonly LeftAlone[];
  readonly keeps?: number;
  readonly unreadableAccounts?: number;
}

/** A plan of these parts, over 100 accounts with 100 contacts of each type. */
export const aPlan = ({ unreadableAccounts = 0, ...parts }: PlanParts = {}): Plan =>
  assemblePlan(aFrame(), ['BILLING', 'OPERATIONS', 'SECURITY'], {
    changes: [],
    findings: [],
    leftAlone: [],
    keeps: 0,
    scope: aScope(100, { unreadableAccounts }),
    ...parts,
  });

/** The report of a plan that takes a minute to apply and two to undo. */
export const planReport = (parts: PlanParts, savedAs: string | null = null, isApproved = false): Report => ({
  kind: 'plan',
  plan: aPlan(parts),
  forecast: { apply: 60_000, undo: 120_000 },
  savedAs,
  isApproved,
});

/** A difference of the n-th account that a mode keeps us from changing. */
export const aFinding = (overrides: Partial<Finding> = {}, account = 0): Finding => {
  const { account: where, type, because } = aChange('update', account);
  return {
    kind: 'differs',
    account: where,
    type,
    because,
    live: aContact('Live'),
    wanted: aContact('Mary'),
    mode: 'report-only',
    holdsBack: false,
    ...overrides,
  };
};

/** Something of the n-th account that a plan does not touch. */
export const alone = (kind: LeftAlone['kind'], account = 0, overrides: Partial<LeftAlone> = {}): LeftAlone => {
  const { id, name } = aChange('update', account).account;
  return { kind, accountId: id, accountName: name, type: null, detail: `why ${kind}`, ...overrides };
};

export const denied: Failure = {
  kind: 'denied',
  operation: 'account:GetAlternateContact',
  code: 'AccessDeniedException',
  message: 'You are not authorized',
  status: 403,
};

/** A run that finished, in short. */
export const aRun = (overrides: Partial<RunAccount> = {}, counts: Partial<RunAccount['counts']> = {}): RunAccount => ({
  run: '20260101T000000Z-aaaaaa',
  startedAt: '2026-01-01T00:00:00.000Z',
  how: 'finished',
  detail: '',
  undoOf: null,
  reason: null,
  callerAccountId: management,
  counts: { items: 0, written: 0, already: 0, skipped: 0, failed: 0, unconfirmed: 0, open: 0, ...counts },
  ...overrides,
});

/** What the n-th account's item came to. */
export const ended = (outcome: Outcome | null, account = 0): EndedItem => ({
  change: aChange('create', account),
  outcome,
});

/** What is live for the n-th account. */
export const shown = (
  observed: ShownContact['observed'],
  overrides: Partial<ShownContact> = {},
  account = 0,
): ShownContact => {
  const { account: where, type } = aChange('create', account);
  return {
    accountId: where.id,
    accountName: where.name,
    unit: 'Workloads',
    state: 'ACTIVE',
    type,
    observed,
    ...overrides,
  };
};

/** An account whose contact is as wanted, by the only assignment there is. */
export const anExplained = (overrides: Partial<Explained> = {}): Explained => {
  const { account, type } = aChange('create');
  return {
    accountId: account.id,
    accountName: account.name,
    unit: 'Workloads/Prod',
    type,
    contenders: [
      { where: 'contacts.yaml:10', selector: 'all', wants: 'Mary', mode: 'enforce', verdict: 'won', because: 'won' },
    ],
    live: { kind: 'set', contact: aContact('Mary') },
    wanted: aContact('Mary'),
    masked: [],
    result: 'keeps it: as wanted',
    ...overrides,
  };
};

export const mary: Contact = aContact('Mary');
