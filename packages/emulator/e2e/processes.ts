import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const pathTo = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

type Child = ChildProcessByStdio<Writable, Readable, null>;

const run = (...args: readonly string[]): Child =>
  spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });

const stopped = async (child: Child, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
};

/** An emulator in a process of its own. */
export interface EmulatorProcess {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** What the control address gives. */
  readonly get: (name: string) => Promise<unknown>;
  readonly send: (method: 'PUT' | 'POST' | 'DELETE', name: string, body?: unknown) => Promise<void>;
  readonly isRunning: () => boolean;
  readonly stop: () => Promise<void>;
  /** Ends it at once, whatever it is doing. */
  readonly kill: () => Promise<void>;
}

/** Starts an emulator on a free port, with options of Node.js and its own, and waits until it listens. */
export const startEmulator = async (node: readonly string[], own: readonly string[]): Promise<EmulatorProcess> => {
  const child = run(...node, pathTo('../bin/orgcontacts-emulator.js'), '--port', '0', ...own);
  const url = await addressOf(child);
  const ask = async (method: string, name: string, body?: unknown): Promise<unknown> => {
    const answered = await fetch(`${url}/_emulator/${name}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answered.text();
    if (!answered.ok) throw new Error(`${method} ${name}: ${answered.status} ${text}`);
    return JSON.parse(text);
  };
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    get: (name) => ask('GET', name),
    send: async (method, name, body) => void (await ask(method, name, body)),
    isRunning: () => child.exitCode === null && child.signalCode === null,
    stop: () => stopped(child),
    kill: () => stopped(child, 'SIGKILL'),
  };
};

/** Starts an emulator and kills it so many milliseconds later, whether it listens by then or not. */
export const killWhileStarting = async (milliseconds: number, own: readonly string[]): Promise<void> => {
  const child = run(pathTo('../bin/orgcontacts-emulator.js'), '--port', '0', ...own);
  child.stdout.resume();
  await sleep(milliseconds);
  await stopped(child, 'SIGKILL');
};

const addressOf = (child: Child): Promise<string> =>
  new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The emulator ended with exit status ${code} before it listened.`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, url] = /^listening on (http:\S+)/.exec(line) ?? [];
      if (url !== undefined) resolve(url);
    });
  });

/** One contact of one account. */
export interface Key {
  readonly account: string;
  readonly type: string;
}

/** What a writer is to do. */
export interface Command extends Key {
  readonly kind: 'put' | 'delete' | 'get';
  readonly contact?: Readonly<Record<string, string>>;
}

/** One call of a writer, as the writer saw it. */
export interface Try extends Key {
  readonly operation: string;
  /** The name that it wrote. */
  readonly name?: string;
  /** 0 where no whole answer came. */
  readonly status: number;
  /** The name that it read. */
  readonly read?: string;
}

/** A writer in a process of its own: it does what it is told, one after the other. */
export interface WriterProcess {
  readonly caller: string;
  /** Hands a command over; settles with all its tries when it is acknowledged. */
  readonly order: (command: Command) => Promise<readonly Try[]>;
  readonly stop: () => Promise<void>;
}

/** Starts a writer that calls as an account. */
export const startWriter = (url: string, caller: string): WriterProcess => {
  const child = run(pathTo('writer.mjs'), url, caller);
  const waiting = new Map<number, { done: (tries: readonly Try[]) => void; fail: (error: Error) => void }>();
  let given = 0;
  child.once('exit', (code) => {
    for (const { fail } of waiting.values()) fail(new Error(`The writer ended with exit status ${code}.`));
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, tries }: { id: number; tries: readonly Try[] } = JSON.parse(line);
    waiting.get(id)?.done(tries);
    waiting.delete(id);
  });
  return {
    caller,
    order: (command) =>
      new Promise((done, fail) => {
        const id = given++;
        waiting.set(id, { done, fail });
        child.stdin.write(`${JSON.stringify({ id, ...command })}\n`);
      }),
    stop: () => stopped(child),
  };
};
