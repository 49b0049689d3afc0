import { createInterface } from 'node:readline';
import { makeWorkplace, type Workplace } from '../../orgcontacts/e2e/run-command.ts';
import { type RunningEmulator, startEmulator } from '../../orgcontacts/e2e/start-emulator.ts';

/** The dashboard of an emulated organization, in a process of its own, as somebody has it who typed `orgcontacts ui`. */
export interface Dashboard {
  /** The address, with its secret. */
  readonly url: string;
  readonly emulator: RunningEmulator;
  readonly workplace: Workplace;
  /** Ends everything, and gives what the command said meanwhile. */
  readonly close: () => Promise<{ readonly status: number | null; readonly stdout: string; readonly stderr: string }>;
}

const management = '111122223333';

/** What a dashboard is opened over. */
export interface DashboardSetup {
  readonly emulator: readonly string[];
  /** Left out where there is to be none. */
  readonly policy?: string;
  /** Of the command. */
  readonly options?: readonly string[];
  /** Done to the organization before the dashboard reads it. */
  readonly prepare?: (emulator: RunningEmulator) => Promise<void>;
}

/** Starts an emulator and the dashboard over it. */
export const openDashboard = async (setup: DashboardSetup): Promise<Dashboard> => {
  const { policy, options = [], prepare } = setup;
  const emulator = await startEmulator(['--quotas', 'off', ...setup.emulator]);
  await prepare?.(emulator);
  const workplace = await makeWorkplace(emulator.url, management);
  if (policy !== undefined) await workplace.write('contacts.yaml', policy);
  const { child, ended } = workplace.start('ui', '--quota-times', '100000', ...options);
  const url = await new Promise<string>((resolve, reject) => {
    if (!child.stdout) throw new Error('The command has no standard output.');
    createInterface({ input: child.stdout }).once('line', resolve);
    ended.then(({ stderr }) => reject(new Error(stderr)), reject);
  });
  return {
    url,
    emulator,
    workplace,
    close: async () => {
      child.kill('SIGINT');
      const end = await ended;
      await emulator.stop();
      return end;
    },
  };
};
