import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../bin/orgcontacts.js', import.meta.url));

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder to work in, with the command at hand: built, in a process of its own, talking to an emulator. */
export interface Workplace {
  readonly folder: string;
  readonly write: (file: string, text: string) => Promise<void>;
  readonly run: (...args: readonly string[]) => Promise<Ended>;
  /** Starts a command and leaves it running. */
  readonly start: (...args: readonly string[]) => { readonly child: ChildProcess; readonly ended: Promise<Ended> };
}

/** Makes an empty folder in which the command calls the emulator as an administrator of the given account. */
export const makeWorkplace = async (endpoint: string, accountId: string): Promise<Workplace> => {
  const folder = await mkdtemp(join(tmpdir(), 'orgcontacts-e2e-'));
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: accountId,
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const start = (...args: readonly string[]) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    return { child, ended: collect(child) };
  };
  return {
    folder,
    write: (file, text) => writeFile(join(folder, file), text),
    start,
    run: (...args) => start(...args).ended,
  };
};

const collect = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });
