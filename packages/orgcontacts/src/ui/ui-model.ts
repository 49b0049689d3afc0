import type { AccountId } from '../contact/account-id.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { RunRecord } from '../journal/run-fold.ts';
import type { ContactsWanted } from '../org/contacts-wanted.ts';
import type { PageEvent } from '../page/page-event.ts';
import { makeOrganizationModel, type OrganizationModel } from './organization-model.ts';
import { makePastRuns, type PastRuns } from './past-runs.ts';
import { makeRunFollower } from './run-follower.ts';
import type { UiWorld } from './ui-world.ts';

/** Everything behind the routes. */
export interface UiModel {
  readonly organization: OrganizationModel;
  readonly runs: PastRuns;
  /** Hears of what happens until it is taken away by calling what comes back. */
  readonly listen: (hear: (event: PageEvent) => void) => () => void;
  /** Looks once at the policy file and the journals. */
  readonly look: () => Promise<void>;
}

/** Makes the model; nothing is read before somebody calls `look`. */
export const makeUiModel = (world: UiWorld): UiModel => {
  const listeners = new Set<(event: PageEvent) => void>();
  const tell = (event: PageEvent): void => {
    for (const hear of listeners) hear(event);
  };
  const organization = makeOrganizationModel(world, () => tell({ kind: 'state', state: organization.state() }));
  const follower = makeRunFollower(world);
  return {
    organization,
    runs: makePastRuns(world, follower.isRunning),
    listen: (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    look: async () => {
      const isFirst = organization.state().version === 0;
      await organization.lookAtPolicy();
      const news = await follower.look();
      if (!news || isFirst) return;
      tell({ kind: 'run', news });
      const record = follower.record();
      // AWS is asked again: what a run says that it wrote is not yet what is there.
      if (record?.ended) await organization.refreshContacts(touchedBy(record));
    },
  };
};

const touchedBy = ({ plan, items }: RunRecord): readonly ContactsWanted[] => {
  const byAccount = new Map<AccountId, ContactType[]>();
  for (const [index, { account, type }] of plan.changes.entries())
    if (items.has(index)) byAccount.set(account.id, [...(byAccount.get(account.id) ?? []), type]);
  return [...byAccount].map(([accountId, types]) => ({ accountId, types }));
};
