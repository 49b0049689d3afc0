import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../emulator/bin/orgcontacts-emulator.js', import.meta.url));

/** One call in the emulator's log. */
export interface LoggedCall {
  readonly operation: string;
  readonly account: string | null;
  readonly status: number;
  readonly outcome: string;
  /** What a write sent. */
  readonly parameters: Readonly<Record<string, unknown>> | null;
}

/** The contacts of a world, by account id and type. */
export type WorldContacts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** An emulator in a process of its own. */
export interface RunningEmulator {
  readonly url: string;
  readonly get: (path: string) => Promise<unknown>;
  readonly send: (method: 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<void>;
  readonly calls: () => Promise<readonly LoggedCall[]>;
  readonly contacts: () => Promise<WorldContacts>;
  readonly stop: () => Promise<void>;
}

/** Starts an emulator on a free port and waits until it says that it listens. */
export const startEmulator = async (args: readonly string[]): Promise<RunningEmulator> => {
  const child = spawn(process.execPath, [bin, '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await listening(child);
  const get = async (path: string): Promise<unknown> => (await fetch(url + path)).json();
  return {
    url,
    get,
    send: async (method, path, body) => {
      const answer = await fetch(url + path, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    },
    calls: async () => {
      // The control address's documented answer.
      const { calls } = (await get('/_emulator/calls')) as { calls: readonly LoggedCall[] };
      return calls;
    },
    contacts: async () => {
      // The control address's documented answer.
      const { accounts } = (await get('/_emulator/world')) as {
        accounts: readonly { id: string; contacts?: Record<string, unknown> }[];
      };
      return Object.fromEntries(accounts.map(({ id, contacts }) => [id, contacts ?? {}]));
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
};

const listening = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('The emulator has no standard output.');
    child.once('exit', (code) => reject(new Error(`The emulator ended with exit status ${code} before it listened.`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, url] = /^listening on (http:\S+)/.exec(line) ?? [];
      if (url) resolve(url);
    });
  });
