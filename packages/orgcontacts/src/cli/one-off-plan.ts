import type { ContactType } from '../contact/contact-type.ts';
import { whereIs } from '../diagnostic/diagnostic.ts';
import { isActive, type Org } from '../org/org.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { noLint } from '../policy/lint-settings.ts';
import type { Policy, Want } from '../policy/policy.ts';
import { countText, someOf } from '../report/count-text.ts';
import { needsOf } from '../resolve/needs-of.ts';
import type { AccountResolution } from '../resolve/resolution.ts';
import { resolve } from '../resolve/resolve.ts';
import { wantedReads } from '../resolve/wanted-reads.ts';
import { matchSelector } from '../selector/match-selector.ts';
import type { Selector } from '../selector/selector.ts';
import { CliError } from './cli-error.ts';
import type { Connection } from './connect.ts';
import type { Io } from './io.ts';
import { checkFilter, stopAtUnits } from './live-plan.ts';
import type { LoadedPolicy } from './load-policy.ts';
import { explainDenials, readContacts, readOrg } from './read-live.ts';
import { defaultValidity } from './validity.ts';

/** One change without a policy file: what, for which contact type, in which accounts. */
export interface OneOff {
  /** The command, as `set SECURITY`: what the plan and its journal are told as the reason. */
  readonly what: string;
  readonly type: ContactType;
  readonly want: Extract<Want, { kind: 'contact' | 'absent' }>;
  readonly selector: Selector;
  /** The policy in the folder, whose contacts are not to be touched; null when there is none, or when that is meant. */
  readonly guard: LoadedPolicy | null;
}

/** Reads the live organization and makes the plan of one change; refuses to touch what a policy manages. */
export const makeOneOffPlan = async (io: Io, connection: Connection, oneOff: OneOff): Promise<Plan> => {
  const { what, type, want, selector, guard } = oneOff;
  const place = { file: what, line: 0, column: 1, length: 1 };
  const assignment = { match: selector, wants: { [type]: want }, mode: 'enforce', place } as const;
  const policy: Policy = { mode: 'enforce', assignments: [assignment], exclude: [], lint: noLint, hash: '' };
  const org = await readOrg(io, connection, needsOf(guard?.policy ?? policy, selector));
  checkFilter(org, selector);
  if (guard) refuseManaged(io, guard, org, oneOff);
  const resolutions = resolve(policy, org).filter(({ account }) => matchSelector(selector, account).kind !== 'no');
  const observed = await readContacts(io, connection, wantedReads(resolutions, [type]));
  await explainDenials(io, connection, observed);
  const { id, partition, managementAccountId } = org;
  return makePlan({
    frame: {
      origin: { kind: 'command', what },
      organization: { id, partition, managementAccountId },
      callerAccountId: connection.caller.accountId,
      now: io.clock.now(),
      validFor: defaultValidity,
    },
    types: [type],
    resolutions,
    observed,
  });
};

const refuseManaged = (io: Io, guard: LoadedPolicy, org: Org, { type, selector }: OneOff): void => {
  stopAtUnits(io, guard, org);
  const managed = resolve(guard.policy, org)
    .filter(({ account }) => isActive(account) && matchSelector(selector, account).kind !== 'no')
    .flatMap((resolution) => {
      const where = managedAt(resolution, type);
      return where === undefined ? [] : [{ id: resolution.account.id, where }];
    });
  if (managed.length === 0) return;
  const places = [...new Set(managed.map(({ where }) => where))];
  throw new CliError(
    'refused',
    `${guard.file} manages the ${type} contact of ${countText(managed.length, 'account')} here: ${someOf(places)}. Nothing was changed.`,
    `Those are ${someOf(managed.map(({ id }) => id))}. Change the policy instead, name other accounts, or say --against-policy: the next apply would put back what the policy says.`,
  );
};

/** Where a policy says something about a contact, and so somebody relies on it; undefined for what it leaves to others. */
const managedAt = ({ excludedBy, byType }: AccountResolution, type: ContactType): string | undefined => {
  if (excludedBy) return `${whereIs(excludedBy.place)} (excluded)`;
  const resolution = byType[type];
  if (resolution.kind === 'unresolved') return 'a contact that it cannot decide';
  return resolution.kind === 'unmanaged' ? undefined : whereIs(resolution.winner.place);
};
