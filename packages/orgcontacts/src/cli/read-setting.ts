import { readFileSync } from 'node:fs';
import type { Setting } from '../doctor/setting.ts';
import { fileExists } from './file-exists.ts';
import type { Io } from './io.ts';
import { isPlaceTrouble } from './journal-place.ts';
import { readPolicyFile } from './load-policy.ts';
import { openJournal } from './open-journal.ts';
import type { PolicyOptions } from './output-options.ts';
import { version } from './version.ts';

/** Where to look. */
export interface SettingOptions extends PolicyOptions {
  readonly journal: string;
  /** Somebody named the policy file. */
  readonly isPolicyNamed: boolean;
}

/** Finds out what runs here, whether the policy file is valid, and whether journals can be kept. */
export const readSetting = async (io: Io, options: SettingOptions): Promise<Setting> => ({
  versions: { tool: version(), node: process.versions.node, sdk: sdkVersion(), sdkTested: sdkTested() },
  policy: await readPolicySetting(io, options),
  journal: await readJournalSetting(options.journal),
});

const readPolicySetting = async (io: Io, options: SettingOptions): Promise<Setting['policy']> => {
  const { policy: file, isPolicyNamed: isNamed } = options;
  if (!(await fileExists(file))) return { kind: 'missing', file, isNamed };
  const { parsed } = await readPolicyFile(io, options);
  return parsed.kind === 'valid'
    ? { kind: 'valid', file, warnings: parsed.warnings.length }
    : { kind: 'invalid', file, errors: parsed.diagnostics.filter(({ severity }) => severity === 'error').length };
};

const readJournalSetting = async (place: string): Promise<Setting['journal']> => {
  try {
    const store = await openJournal(place);
    // A bucket always has room: whether it can be reached shows when it is listed.
    if ((await store.freeBytes()) === Number.POSITIVE_INFINITY) await store.list();
    return { kind: 'usable', place };
  } catch (thrown) {
    if (!isPlaceTrouble(thrown)) throw thrown;
    return { kind: 'unusable', place, because: thrown.message };
  }
};

const readPackage = (url: URL | string): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(new URL(url), 'utf8'));

/** The version of the SDK that is really there; null where it was bundled into something else. */
const sdkVersion = (): string | null => {
  try {
    return String(readPackage(import.meta.resolve('@aws-sdk/client-account/package.json'))['version']);
  } catch {
    return null;
  }
};

const sdkTested = (): string => {
  const { dependencies } = readPackage(new URL('../../package.json', import.meta.url));
  return typeof dependencies === 'object' && dependencies !== null && '@aws-sdk/client-account' in dependencies
    ? String(dependencies['@aws-sdk/client-account'])
    : '';
};
