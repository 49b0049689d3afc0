import type { ContactsWanted } from '../org/contacts-wanted.ts';
import type { ObservedAccount } from '../org/observed-account.ts';
import type { AccountPage } from '../page/account-page.ts';
import { explainAccount } from '../page/explain-account.ts';
import { makeSnapshot } from '../page/make-snapshot.ts';
import type { PageState, ReadingProgress, Trouble } from '../page/page-event.ts';
import { planReading, type Reading } from '../page/plan-reading.ts';
import { type PolicyPage, shownDiagnostic } from '../page/policy-page.ts';
import type { Snapshot } from '../page/snapshot.ts';
import { compareSnapshots, type WhatIf } from '../page/what-if.ts';
import type { Policy } from '../policy/policy.ts';
import { type PolicyInUse, usePolicy } from './policy-in-use.ts';
import type { UiWorld } from './ui-world.ts';

/** The organization, the policy file and what they come to, kept up to date. */
export interface OrganizationModel {
  readonly state: () => PageState;
  readonly snapshot: () => Snapshot | undefined;
  readonly explain: (id: string) => Pick<AccountPage, 'byType' | 'unmatched'> | undefined;
  readonly policyPage: () => PolicyPage;
  /** What would be different if the policy file had this text. */
  readonly whatIf: (text: string) => WhatIf;
  /** Reads everything again; does nothing while that is under way. */
  readonly refresh: () => Promise<void>;
  /** Reads some contacts again, as those that a run wrote. */
  readonly refreshContacts: (wanted: readonly ContactsWanted[]) => Promise<void>;
  /** Looks whether the policy file has changed. */
  readonly lookAtPolicy: () => Promise<void>;
}

/** Makes the model; `tell` is called whenever its state has changed. */
export const makeOrganizationModel = (world: UiWorld, tell: () => void): OrganizationModel => {
  let inUse: PolicyInUse = { text: null, policy: undefined, diagnostics: [] };
  let hasLooked = false;
  let reading: Reading | undefined;
  let progress: ReadingProgress | null = null;
  let trouble: Trouble | null = null;
  let version = 0;
  let made: { readonly version: number; readonly snapshot: Snapshot } | undefined;

  const change = (apply: () => void): void => {
    apply();
    version++;
    tell();
  };
  const onProgress = (next: ReadingProgress): void => {
    progress = next;
    tell();
  };
  const snapshot = (): Snapshot | undefined => {
    if (!reading || !inUse.policy) return undefined;
    if (made?.version !== version) made = { version, snapshot: snapshotOf(world, reading, inUse.policy) };
    return made.snapshot;
  };

  const refresh = async (): Promise<void> => {
    if (progress || !inUse.policy) return;
    onProgress({ step: 'accounts', done: 0, of: null });
    const answer = await world.read(inUse.policy, onProgress);
    change(() => {
      progress = null;
      trouble = answer.kind === 'trouble' ? { message: answer.message, help: answer.help } : null;
      if (answer.kind === 'read') reading = answer.reading;
    });
  };

  return {
    state: () => ({ version, hasSnapshot: Boolean(reading && inUse.policy), reading: progress, trouble }),
    snapshot,
    explain: (id) => {
      const account = reading?.org.accounts.find((each) => each.id === id);
      return account && inUse.policy && explainAccount(inUse.policy, account);
    },
    policyPage: () => policyPageOf(world, inUse, reading),
    whatIf: (text) => whatIf(world, text, reading, snapshot()),
    refresh,
    refreshContacts: async (wanted) => {
      if (!reading) return;
      const again = await world.readAgain(wanted);
      const before = reading;
      change(() => {
        reading = { ...before, observed: merged(before.observed, again), at: world.clock.now() };
      });
    },
    lookAtPolicy: async () => {
      const text = await world.readPolicy();
      if (hasLooked && text === inUse.text) return;
      const isUsable = Boolean(inUse.policy);
      change(() => {
        hasLooked = true;
        inUse = usePolicy(text, world.parse);
      });
      // Reading takes minutes at AWS's quotas; whoever looks does not wait for it.
      if (!reading && !isUsable) void refresh();
    },
  };
};

const snapshotOf = (world: UiWorld, reading: Reading, policy: Policy): Snapshot => {
  const { file, ...about } = world.about;
  const { coverage, plan } = planReading(policy, file, reading);
  return makeSnapshot({
    about: {
      ...about,
      policy: { file, hash: policy.hash === '' ? null : policy.hash },
    },
    caller: reading.caller,
    org: reading.org,
    policy,
    coverage,
    plan,
    forecast: world.forecast(plan.changes),
    command: world.commandFor(plan.fingerprint),
  });
};

const policyPageOf = (world: UiWorld, { text, policy, diagnostics }: PolicyInUse, reading?: Reading): PolicyPage => {
  const found = policy && reading ? world.lint(policy, reading.org) : [];
  return {
    file: world.about.file,
    text,
    isHidden: false,
    diagnostics: [...diagnostics, ...found].map(shownDiagnostic),
  };
};

const whatIf = (world: UiWorld, text: string, reading?: Reading, now?: Snapshot): WhatIf => {
  const { policy, diagnostics } = usePolicy(text, world.parse);
  if (!policy || !reading || !now)
    return { diagnostics: diagnostics.map(shownDiagnostic), plan: null, differences: [] };
  const found = [...diagnostics, ...world.lint(policy, reading.org)];
  const edited = snapshotOf(world, reading, policy);
  return {
    diagnostics: found.map(shownDiagnostic),
    plan: found.some(({ severity }) => severity === 'error') ? null : edited.plan,
    differences: compareSnapshots(now, edited),
  };
};

const merged = (before: Reading['observed'], again: Reading['observed']): Reading['observed'] => {
  const observed = new Map(before);
  for (const [id, account] of again) {
    const earlier = observed.get(id);
    observed.set(id, earlier?.kind === 'asked' && account.kind === 'asked' ? joined(earlier, account) : account);
  }
  return observed;
};

type Asked = Extract<ObservedAccount, { kind: 'asked' }>;

const joined = (before: Asked, again: Asked): Asked => ({
  kind: 'asked',
  byType: { ...before.byType, ...again.byType },
});
