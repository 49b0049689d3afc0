import type { ParityClient } from './client.ts';
import { type Names, namesIn } from './fill-placeholders.ts';
import type { Ground } from './ground.ts';
import { guardedClient } from './guard-call.ts';
import { readContacts, restoreContacts } from './restore-contacts.ts';
import { type CaseResult, runCase } from './run-case.ts';
import type { ParityCase } from './script.ts';
import type { Actor } from './step.ts';

/** An organization that has to be as it was afterwards. */
export interface StandingOrganization {
  readonly client: ParityClient;
  /** Those for whom there are credentials. */
  readonly actors: readonly Actor[];
  readonly names: Names;
  /** Members that may be written to; the first one is. */
  readonly writeAccounts: readonly string[];
}

/** Runs scripts against an organization that is not made for them: with the guard before the client, and contacts put back. */
export const organizationGround = (organization: StandingOrganization): Ground => ({
  skips: (parityCase) => reasonToSkip(parityCase, organization),
  run: (parityCase) => (parityCase.touches === 'writes' ? runAndRestore : runGuarded)(parityCase, organization),
});

const reasonToSkip = (
  { touches, steps }: ParityCase,
  { actors, names, writeAccounts }: StandingOrganization,
): string | undefined => {
  if (touches === 'emulator') return 'it needs an emulated world.';
  if (touches === 'writes' && writeAccounts.length === 0)
    return 'it writes, and no account is named that it may write to.';
  const calls = steps.filter((step) => 'call' in step);
  const caller = calls.map(({ as }) => as).find((as) => typeof as !== 'string' || !actors.includes(as));
  if (caller !== undefined) return `there are no credentials for ${String(caller)}.`;
  const known = new Set([...Object.keys(names), ...calls.flatMap(({ keep = {} }) => Object.keys(keep))]);
  const missing = namesIn(steps).find((name) => !known.has(name));
  return missing === undefined ? undefined : `nothing is known for \${${missing}}.`;
};

const runGuarded = (
  parityCase: ParityCase,
  { client, names, writeAccounts }: StandingOrganization,
): Promise<CaseResult> =>
  runCase(parityCase, {
    client: guardedClient(client, parityCase.touches === 'writes' ? writeAccounts.slice(0, 1) : []),
    names,
    look: () => Promise.reject(new Error('Only the emulator has a control address.')),
    pass: () => Promise.reject(new Error('Nobody makes time pass in a real organization.')),
  });

const runAndRestore = async (parityCase: ParityCase, organization: StandingOrganization): Promise<CaseResult> => {
  const { client, writeAccounts } = organization;
  const account = String(writeAccounts[0]);
  const before = await readContacts(client, account);
  const result = await runGuarded(parityCase, organization).catch((thrown: unknown) => ({
    problems: [String(thrown)],
    unsent: 0,
  }));
  const left = await restoreContacts(guardedClient(client, [account]), account, before);
  return { ...result, problems: [...result.problems, ...left] };
};
