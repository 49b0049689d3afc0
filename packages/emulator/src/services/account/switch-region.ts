import { type Context, type Outcome, ok, refuse, type ServiceError } from '../../operation.ts';
import { tooMany } from '../../quota/too-many.ts';
import type { RegionStatus } from '../../world/region.ts';
import { scheduleRegions } from '../../world/schedule.ts';
import type { WorldAccount } from '../../world/world-file.ts';
import { conflict, invalidField } from './account-errors.ts';
import { targetOf } from './reach-account.ts';
import { noRegion } from './region-access.ts';
import { changingRegions, isChanging, regionStatusOf, settleRegions } from './region-status.ts';

/** One way in which a Region changes. */
export interface RegionSwitch {
  readonly from: RegionStatus;
  readonly by: 'ENABLING' | 'DISABLING';
  /** In milliseconds. */
  readonly takes: number;
}

/** So many changes at once (AWS docs: Account Management quotas). */
const mostOfAccount = 6;
const mostOfOrganization = 50;

/** Begins a change of a Region, which ends by itself; or says what is in the way (all but the limits observed on live AWS). */
export const switchRegion = (context: Context, { from, by, takes }: RegionSwitch): Outcome => {
  const { world, caller, input, now, instant } = context;
  const account = targetOf(context);
  const region = String(input['RegionName']);
  const status = regionStatusOf(account, region, now);
  const problem = problemWith(context, account, region, status, from);
  if (problem) return refuse(problem);
  const until = new Date(instant ? now : now + takes).toISOString();
  const asking = caller.accountId === account.id ? {} : { by: caller.accountId };
  account.regions = { ...account.regions, [region]: { status: by, until, ...asking } };
  scheduleRegions(world.agenda, account);
  settleRegions({ world: { accounts: new Map([[account.id, account]]) }, now });
  return ok({});
};

const problemWith = (
  context: Context,
  account: WorldAccount,
  region: string,
  status: RegionStatus | undefined,
  from: RegionStatus,
): ServiceError | undefined => {
  const { behaviour } = context;
  const isDefault = status === 'ENABLED_BY_DEFAULT';
  if (!status || (isDefault && behaviour.defaultRegionSwitch === 'not-valid')) return noRegion(region);
  if (isChanging(status)) return changing(account.id, region);
  if (status !== from) return wrongStatus;
  if (!isFull(context, account)) return undefined;
  return behaviour.tooManyRegionChanges === 'throttle' ? tooMany.account : tooManyChanges;
};

/** Whether the account, or its organization, has as many changes under way as it may have. */
const isFull = ({ world, now }: Context, account: WorldAccount): boolean => {
  if (changingRegions(account, now) >= mostOfAccount) return true;
  if (account.parent === undefined) return false;
  const inOrganization = world.members.reduce((sum, id) => {
    const member = world.accounts.get(id);
    return sum + (member ? changingRegions(member, now) : 0);
  }, 0);
  return inOrganization >= mostOfOrganization;
};

const changing = (accountId: string, region: string): ServiceError =>
  conflict(
    `Account ${accountId} and region ${region} is currently being enabled or disabled. Please wait until it finishes and then try again.`,
  );

const wrongStatus = invalidField(
  'RegionName',
  'Unable to switch region status because of its current opt-in status.',
  'invalidRegionOptTarget',
);

/** Not observed. */
const tooManyChanges = conflict(
  'Too many regions are currently being enabled or disabled. Please wait until one finishes.',
);
