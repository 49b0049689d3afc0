import { contactTypes } from '../contact/contact-type.ts';
import { type Diagnostic, makeDiagnostic } from '../diagnostic/diagnostic.ts';
import type { Org } from '../org/org.ts';
import { weighWarnings } from '../policy/lint-settings.ts';
import type { Assignment, Policy } from '../policy/policy.ts';
import { matchSelector } from '../selector/match-selector.ts';
import { conditionsIn } from '../selector/selector.ts';
import { indexAssignments } from './index-assignments.ts';
import { type AccountResolution, isTouched, type Resolution } from './resolution.ts';

/**
 * Finds what only the organization shows to be odd about a policy: warnings, weighed as the policy says. Pure.
 *
 * @example
 * ```ts
 * import { lintOrg, type Org, type Policy, resolve } from 'orgcontacts';
 *
 * const warn = (policy: Policy, org: Org): void => {
 *   for (const { message, place } of lintOrg(policy, org, resolve(policy, org))) console.warn(`${place.line}: ${message}`);
 * };
 * ```
 */
export const lintOrg = (policy: Policy, org: Org, resolutions: readonly AccountResolution[]): readonly Diagnostic[] =>
  weighWarnings(
    [
      ...idleAssignments(policy, resolutions),
      ...missingAccounts(policy, org),
      ...tagKeysInOtherCase(policy, org),
      ...commonAddresses(resolutions),
    ],
    policy.lint,
  );

/** Assignments that match no account, and those that match some and decide about none. */
const idleAssignments = (policy: Policy, resolutions: readonly AccountResolution[]): readonly Diagnostic[] => {
  const candidatesFor = indexAssignments(policy.assignments);
  const matching = new Set<Assignment>();
  const deciding = new Set<Assignment>();
  for (const { account, byType } of resolutions) {
    for (const type of contactTypes) for (const assignment of decidingIn(byType[type])) deciding.add(assignment);
    for (const assignment of candidatesFor(account))
      if (!matching.has(assignment) && matchSelector(assignment.match, account).kind !== 'no') matching.add(assignment);
  }
  return policy.assignments.flatMap((assignment) => {
    if (!matching.has(assignment)) return [idle(assignment)];
    return deciding.has(assignment) ? [] : [beaten(assignment)];
  });
};

/** Whoever wins, and whoever might. */
const decidingIn = (resolution: Resolution): readonly Assignment[] => {
  if (resolution.kind !== 'unresolved') return resolution.winner ? [resolution.winner] : [];
  const { reason } = resolution;
  if (reason.kind === 'tie') return reason.assignments;
  return reason.kind === 'unknown-match' || reason.kind === 'template' ? [reason.assignment] : [];
};

const idle = ({ place }: Assignment): Diagnostic =>
  makeDiagnostic(
    'matches-nothing',
    place,
    'This assignment matches no account of the organization.',
    'Look for a misspelt value, or remove it.',
  );

const beaten = ({ place }: Assignment): Diagnostic =>
  makeDiagnostic(
    'never-wins',
    place,
    'Other assignments decide about every account that this one matches.',
    'Remove it, or see with explain which ones are more specific.',
  );

const missingAccounts = (policy: Policy, { accounts }: Org): readonly Diagnostic[] => {
  const ids = new Set(accounts.map(({ id }) => id));
  return [...policy.assignments, ...policy.exclude].flatMap(({ match, place }) => {
    const named = conditionsIn(match).flatMap((condition) => (condition.kind === 'account' ? condition.ids : []));
    const missing = named.filter((id) => !ids.has(id));
    if (missing.length === 0) return [];
    const message = `The organization has no account ${missing.join(', ')}.`;
    return [makeDiagnostic('account-not-found', place, message, 'Look for a wrong digit, or take it out of the list.')];
  });
};

const tagKeysInOtherCase = (policy: Policy, { accounts }: Org): readonly Diagnostic[] => {
  const keys = new Set(accounts.flatMap(({ tags }) => (tags.kind === 'known' ? Object.keys(tags.value) : [])));
  const inLowerCase = new Map([...keys].map((key) => [key.toLowerCase(), key]));
  return [...policy.assignments, ...policy.exclude].flatMap(({ match, place }) =>
    conditionsIn(match).flatMap((condition) => {
      if (condition.kind !== 'tag' || keys.has(condition.key)) return [];
      const other = inLowerCase.get(condition.key.toLowerCase());
      if (other === undefined) return [];
      const message = `No account has the tag key ${condition.key}, and some have ${other}.`;
      return [makeDiagnostic('tag-key-case', place, message, `Tag keys are case-sensitive; did you mean ${other}?`)];
    }),
  );
};

/** Accounts whose three contacts share an address, or have that of the root user; told once for each assignment behind it. */
const commonAddresses = (resolutions: readonly AccountResolution[]): readonly Diagnostic[] => {
  const told = new Map<string, Diagnostic>();
  const tell = (code: 'same-address' | 'root-address', { place }: Assignment, message: string, help: string): void => {
    const key = `${code} ${place.line}`;
    if (!told.has(key)) told.set(key, makeDiagnostic(code, place, message, help));
  };
  for (const { account, byType } of resolutions.filter(isTouched)) {
    const contacts = contactTypes.flatMap((type) => {
      const resolution = byType[type];
      return resolution.kind === 'contact'
        ? [{ winner: resolution.winner, email: resolution.contact.email.toLowerCase() }]
        : [];
    });
    for (const { winner, email } of contacts)
      if (email === account.email.toLowerCase())
        tell(
          'root-address',
          winner,
          `It gives ${account.id} the address of its own root user.`,
          'AWS writes there anyway.',
        );
    const [first, ...others] = contacts;
    const isOneForAll = others.length === 2 && others.every(({ email }) => email === first?.email);
    // All three from one assignment: that the file shows by itself.
    if (first && isOneForAll && others.some(({ winner }) => winner !== first.winner))
      tell(
        'same-address',
        first.winner,
        `All three contacts of ${account.id} have the same address.`,
        'Give each kind of mail to those who deal with it.',
      );
  }
  return [...told.values()];
};
