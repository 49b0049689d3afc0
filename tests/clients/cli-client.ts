import { spawn } from 'node:child_process';
import { type Answer, LacksOperation, type ParityClient } from '../../packages/emulator/src/parity/client.ts';
import { keysOf } from '../../packages/emulator/src/parity/emulated-world.builder.ts';
import type { CallStep } from '../../packages/emulator/src/parity/step.ts';
import { clientEnvironment } from './client-environment.ts';

/** The AWS CLI, a process a call. It tells the code and the sentence of an error, and neither its status nor its reason. */
export const cliClient = (endpoint: string): ParityClient => ({
  validates: true,
  hides: ['status', 'reason'],
  // The model of AWS CLI 1.45.11 does not have it; a newer one may.
  drops: ['VerificationStatus'],
  call: async (as, name, input) => {
    const [service = '', operation = ''] = name.split(':');
    const args = [
      ...[service, kebabCase(operation), '--cli-input-json', JSON.stringify(input), '--no-paginate'],
      ...['--endpoint-url', endpoint, '--region', 'us-east-1', '--output', 'json'],
    ];
    const ended = await run(args, as);
    const answer = parseEnd(ended);
    if (answer) return answer;
    if (/invalid choice/i.test(ended.stderr)) throw new LacksOperation(`This AWS CLI has no ${name}.`);
    throw new Error(`aws ${args.join(' ')} ended with ${ended.status}: ${ended.stderr}`);
  },
});

/** As the CLI names operations: `EnableAWSServiceAccess` is `enable-aws-service-access`. */
export const kebabCase = (operation: string): string =>
  operation
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();

/** How a run of the CLI ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the CLI made of an answer; undefined when it got none. */
export const parseEnd = ({ status, stdout, stderr }: Ended): Answer | undefined => {
  if (status === 0) return { kind: 'output', output: stdout.trim() === '' ? {} : JSON.parse(stdout) };
  const [, code, message] =
    /^An error occurred \(([^)]*)\) when calling the \w+ operation(?: \(reached max retries: \d+\))?: (.*)$/s.exec(
      stderr.trim(),
    ) ?? [];
  if (code !== undefined && message !== undefined) {
    return { kind: 'error', error: /^\d{3}$/.test(code) ? 'untyped' : (classes[code] ?? code), message };
  }
  return /Parameter validation failed/.test(stderr) ? { kind: 'unsent', message: stderr.trim() } : undefined;
};

/** Codes on the wire that are not the names of the errors that the STS model gives them. */
const classes: Readonly<Record<string, string>> = {
  MalformedPolicyDocument: 'MalformedPolicyDocumentException',
  PackedPolicyTooLarge: 'PackedPolicyTooLargeException',
};

const run = (args: readonly string[], as: CallStep['as']): Promise<Ended> => {
  const { accessKeyId, secretAccessKey, sessionToken } = keysOf(as);
  const env = {
    ...clientEnvironment,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...(sessionToken !== undefined && { AWS_SESSION_TOKEN: sessionToken }),
  };
  return new Promise((resolve, reject) => {
    const child = spawn('aws', args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const [stdout, stderr]: [string[], string[]] = [[], []];
    child.stdout.setEncoding('utf8').on('data', (part: string) => stdout.push(part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => stderr.push(part));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout: stdout.join(''), stderr: stderr.join('') }));
  });
};
