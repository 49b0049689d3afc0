import { parseArgs } from 'node:util';
import { behaviours, chooseBehaviour } from './behaviour/behaviours.ts';
import type { EmulatorOptions } from './create-emulator.ts';
import { type LatencyChoice, parseLatency } from './fault/latency.ts';
import { parseQuotaChoice } from './quota/throttle.ts';

/** What a command line asks for. */
export type CliRequest =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'mistake'; readonly message: string }
  | {
      readonly kind: 'serve';
      readonly port: number;
      readonly worldFile?: string;
      readonly faultsFile?: string;
      readonly options: EmulatorOptions;
    };

export const helpText = `orgcontacts-emulator: AWS Account Management, Organizations and STS on this machine.

Usage: orgcontacts-emulator [options]

  --port N               where to listen on 127.0.0.1; 0 picks a free port   (4571)
  --accounts N           size of the made-up organization, 3 to 50000        (120)
  --seed N               equal seeds make equal organizations                (1)
  --world FILE           begin with a world from a JSON or YAML file
  --empty                one account and no organization yet
  --account ID           the account of --empty                              (111122223333)
  --state DIR            live in this folder: begin there or go on, also after a crash
  --quotas aws|aws-cn|off|xN   API quotas: a partition's, none, or N times   (aws)
  --instant              asynchronous things finish at once
  --latency MS|MIN-MAX   wait before each answer: always as long, or between (0)
  --consistency-delay MS reads of Account Management are behind its writes   (0)
  --faults FILE          failures to order, from a JSON or YAML file
  --fault-seed N         equal seeds make equal chances of faults and waits  (that of --seed)
  --verify-signatures    refuse what was not signed with the secret of its key
  --secret TEXT          the secret of administrators that signatures need   (test)
  --behaviour NAME=VALUE what to do where AWS's behaviour is not established; may be repeated
  --help, --version

Examples:
  orgcontacts-emulator --accounts 20 --quotas x10
  AWS_ENDPOINT_URL=http://127.0.0.1:4571 AWS_ACCESS_KEY_ID=111122223333 AWS_SECRET_ACCESS_KEY=test \\
    AWS_DEFAULT_REGION=us-east-1 aws organizations list-accounts

An access key id of twelve digits is an administrator of that account.
`;

const config = {
  port: { type: 'string', default: '4571' },
  accounts: { type: 'string', default: '120' },
  seed: { type: 'string', default: '1' },
  world: { type: 'string' },
  empty: { type: 'boolean', default: false },
  account: { type: 'string' },
  state: { type: 'string' },
  quotas: { type: 'string', default: 'aws' },
  instant: { type: 'boolean', default: false },
  latency: { type: 'string', default: '0' },
  'consistency-delay': { type: 'string', default: '0' },
  faults: { type: 'string' },
  'fault-seed': { type: 'string' },
  'verify-signatures': { type: 'boolean', default: false },
  secret: { type: 'string' },
  behaviour: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

/** Reads a command line, as typed after the program's name. Never throws. */
export const readArguments = (argv: readonly string[]): CliRequest => {
  try {
    const { values } = parseArgs({ args: [...argv], options: config, strict: true });
    if (values.help) return { kind: 'help' };
    return values.version ? { kind: 'version' } : serveRequest(values);
  } catch (thrown) {
    return { kind: 'mistake', message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
};

type Values = ReturnType<typeof parseArgs<{ options: typeof config }>>['values'];

const serveRequest = (values: Values): CliRequest => {
  const quotas = parseQuotaChoice(values.quotas);
  if (!quotas)
    throw new Error(`--quotas cannot be ${values.quotas}; it can be aws, aws-cn, off or x10 for ten times aws.`);
  refuseContradictions(values);
  return {
    kind: 'serve',
    port: whole('--port', values.port, 0, 65535),
    ...(values.world !== undefined && { worldFile: values.world }),
    ...(values.faults !== undefined && { faultsFile: values.faults }),
    options: {
      accounts: whole('--accounts', values.accounts, 3, 50_000),
      seed: readSeed('--seed', values.seed),
      empty: values.empty,
      ...(values.account !== undefined && { account: values.account }),
      ...(values.state !== undefined && { state: values.state }),
      quotas,
      instant: values.instant,
      latency: readLatency(values.latency),
      consistencyDelay: whole('--consistency-delay', values['consistency-delay'], 0, 3_600_000),
      ...(values['fault-seed'] !== undefined && { faultSeed: readSeed('--fault-seed', values['fault-seed']) }),
      verifySignatures: values['verify-signatures'],
      ...(values.secret !== undefined && { secret: values.secret }),
      behaviour: readBehaviour(values.behaviour ?? []),
    },
  };
};

/** Some options mean something only with, or only without, others. */
const refuseContradictions = (values: Values): void => {
  if (values.account !== undefined && !/^\d{12}$/.test(values.account))
    throw new Error(`--account needs twelve digits, and got ${values.account}.`);
  if (values.account !== undefined && !values.empty)
    throw new Error('--account names the account of --empty: give both, or neither.');
  if (values.empty && values.world !== undefined)
    throw new Error('--empty and --world each say how to begin: give one of them.');
  if (values.secret !== undefined && !values['verify-signatures'])
    throw new Error('--secret is what --verify-signatures checks with: give both, or neither.');
  if (values.state === '') throw new Error('--state needs a folder, and got nothing.');
  if (values.secret === '') throw new Error('--secret needs a text, and got nothing.');
};

const readSeed = (name: string, text: string): number => whole(name, text, 0, 2 ** 32 - 1);

const readLatency = (text: string): LatencyChoice => {
  const latency = parseLatency(text);
  if (latency !== undefined) return latency;
  throw new Error(
    `--latency needs milliseconds from 0 to 60000, or two such numbers as 20-80, and got ${text || 'nothing'}.`,
  );
};

const whole = (name: string, text: string, least: number, most: number): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new Error(`${name} needs a whole number from ${least} to ${most}, and got ${text || 'nothing'}.`);
  }
  return value;
};

const readBehaviour = (pairs: readonly string[]): Readonly<Record<string, string>> => {
  const chosen = Object.fromEntries(pairs.map(readPair));
  chooseBehaviour(chosen);
  return chosen;
};

const readPair = (pair: string): readonly [string, string] => {
  const [name = '', value] = pair.split('=', 2);
  if (value === undefined)
    throw new Error(`--behaviour needs NAME=VALUE, and got ${pair}; names: ${Object.keys(behaviours).join(', ')}.`);
  return [name, value];
};
