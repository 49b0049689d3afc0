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
  /** Sets a contact past this program, called by an account: the API's own parameters. */
  readonly putAlternateContact: (caller: string, parameters: Readonly<Record<string, string>>) => Promise<void>;
  readonly calls: () => Promise<readonly LoggedCall[]>;
  readonly contacts: () => Promise<WorldContacts>;
  readonly stop: () => Promise<void>;
}

/** Starts an emulator on a free port and waits until it says that it listens. */
export const startEmulator = async (args: readonly string[]): Promise<RunningEmulator> => {
  const child = spawn(process.execPath, [bin, '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await listening(child);
  const get = async (path: string): Promise<unknown> => (await fetch(url + path)).json();
  const send = async (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await fetch(url + path, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  };
  return {
    url,
    get,
    send,
    putAlternateContact: (caller, parameters) => send('POST', '/putAlternateContact', parameters, signatureOf(caller)),
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

/** The emulator looks at who signs, and not whether the signature is right. */
const signatureOf = (caller: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=${caller}/20261124/us-east-1/account/aws4_request, SignedHeaders=host, Signature=00`,
});

const listening = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('The emulator has no standard output.');
    child.once('exit', (code) => reject(new Error(`The emulator ended with exit status ${code} before it listened.`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, url] = /^listening on (http:\S+)/.exec(line) ?? [];
      if (url) resolve(url);
    });
  });
