import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Answer, LacksOperation, type ParityClient } from '../../packages/emulator/src/parity/client.ts';
import { keysOf } from '../../packages/emulator/src/parity/emulated-world.builder.ts';
import { clientEnvironment } from './client-environment.ts';

const driver = fileURLToPath(new URL('boto3_driver.py', import.meta.url));

/** boto3 in one long-lived process. */
export interface Boto3 {
  readonly version: string;
  readonly clientFor: (endpoint: string) => ParityClient;
  readonly stop: () => Promise<void>;
}

/** Starts the driver and waits for its first line. */
export const startBoto3 = async (): Promise<Boto3> => {
  const child = spawn('python3', [driver], { env: clientEnvironment, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    if (done) throw new Error('The boto3 driver has ended.');
    return JSON.parse(value);
  };
  const ask = (request: unknown): Promise<unknown> => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    return next();
  };
  // The first line of the driver.
  const { version, drops } = (await next()) as { version: string; drops: readonly string[] };
  return {
    version,
    clientFor: (endpoint) => ({ ...boto3Client(endpoint, ask), drops }),
    stop: () => end(child),
  };
};

/** What the driver writes: an answer, or that it could not give one. */
type Reply = Answer | { readonly kind: 'lacking' } | { readonly kind: 'broken'; readonly message: string };

const boto3Client = (endpoint: string, ask: (request: unknown) => Promise<unknown>): ParityClient => ({
  validates: true,
  call: async (as, name, input) => {
    const [service, operation] = name.split(':');
    const reply = (await ask({ endpoint, service, operation, input, credentials: keysOf(as) })) as Reply;
    if (reply.kind === 'lacking') throw new LacksOperation(`This boto3 has no ${name}.`);
    if (reply.kind === 'broken') throw new Error(reply.message);
    return reply;
  },
});

const end = async (child: ChildProcess): Promise<void> => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.stdin?.end();
  await ended;
};
