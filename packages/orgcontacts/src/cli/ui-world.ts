import { readFile } from 'node:fs/promises';
import { contactTypes } from '../contact/contact-type.ts';
import { coverageReads } from '../coverage/coverage-reads.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import { ok } from '../failure/failure.ts';
import { makeFileJournalStore } from '../journal/file/file-journal-store.ts';
import { observeContacts } from '../observe/observe-contacts.ts';
import { observeOrg } from '../observe/observe-org.ts';
import { ownAccountOnly } from '../observe/own-account.ts';
import type { ObservedOrg } from '../org/observed-account.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import { checkUnits } from '../resolve/check-units.ts';
import { lintOrg } from '../resolve/lint-org.ts';
import { resolve } from '../resolve/resolve.ts';
import type { ReadAnswer, UiWorld } from '../ui/ui-world.ts';
import type { Connection } from './connect.ts';
import { forecastPlan } from './forecast-plan.ts';
import type { Io } from './io.ts';
import { makeReadReference } from './read-reference.ts';
import { version } from './version.ts';

/** What the command line says about the page. */
export interface UiWorldOptions {
  readonly policy: string;
  readonly journal: string;
  readonly tags: boolean;
  readonly maskValues?: boolean;
  /** The options that a command needs to reach the same organization with the same policy. */
  readonly sameOptions: string;
}

/** The world as the local server sees it: AWS through the reading gateway, the policy file, and the journals. */
export const makeUiWorld = (io: Io, connection: Connection, options: UiWorldOptions): UiWorld => {
  const { reading, caller, quotas, endpoint } = connection;
  const { policy: file } = options;
  return {
    about: { tool: version(), endpoint, values: options.maskValues ? 'masked' : 'whole', file },
    clock: io.clock,
    store: makeFileJournalStore(options.journal),
    readPolicy: () => readOrNull(file),
    parse: (text) => parsePolicy(text, file, { readReference: makeReadReference(io, file), now: io.clock.now() }),
    // A member sees one account of many: what it does not see is no mistake of the policy.
    lint: (policy, org) =>
      caller.role === 'member' ? [] : [...checkUnits(policy, org), ...lintOrg(policy, org, resolve(policy, org))],
    forecast: (changes) => forecastPlan(changes, quotas),
    commandFor: (fingerprint) => `orgcontacts apply${options.sameOptions} --approve ${fingerprint}`,
    read: (policy, onProgress) =>
      unlessStopped<ReadAnswer>(io, { kind: 'trouble', message: 'Reading was interrupted.', help: '' }, async () => {
        const org =
          caller.role === 'member'
            ? ok(ownAccountOnly(caller))
            : await observeOrg(reading, caller, {
                tags: options.tags,
                onProgress: (step, done, of) => onProgress({ step, done, of: of ?? null }),
              });
        if (org.kind === 'failed')
          return {
            kind: 'trouble',
            message: `The organization could not be read. ${describeFailure(org.failure)}`,
            help: 'orgcontacts doctor says what is missing, and the fix.',
          };
        const observed = await observeContacts(
          reading,
          caller,
          coverageReads(resolve(policy, org.value), contactTypes),
          (done, of) => onProgress({ step: 'contacts', done, of }),
        );
        return { kind: 'read', reading: { org: org.value, observed, caller, at: io.clock.now() } };
      }),
    readAgain: (wanted) => unlessStopped<ObservedOrg>(io, new Map(), () => observeContacts(reading, caller, wanted)),
  };
};

const readOrNull = async (file: string): Promise<string | null> => {
  try {
    return await readFile(file, 'utf8');
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw thrown;
  }
};

/** Whoever stops the command stops its reads in the middle; nobody waits for them any more, and that is no error. */
const unlessStopped = async <Value>({ stop }: Io, otherwise: Value, read: () => Promise<Value>): Promise<Value> => {
  try {
    return await read();
  } catch (thrown) {
    if (stop.aborted) return otherwise;
    throw thrown;
  }
};
