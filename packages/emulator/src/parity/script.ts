import type { EmulatorOptions } from '../create-emulator.ts';
import type { World, WorldAccount } from '../world/world-file.ts';
import type { Actor, OperationName, ParityStep } from './step.ts';

/**
 * What one operation has to answer, as plain data: no functions, nothing that JSON cannot hold, so that one script drives any client
 * (the AWS SDK for JavaScript, boto3, the AWS CLI) against the emulator or against AWS. It stands beside its operation, as
 * `get-alternate-contact.parity.ts`, and exports one constant, `getAlternateContactParity`. docs/parity.md says how scripts are run.
 *
 * Any text in `input`, `gives`, `refuses` and `as` may hold placeholders, which the runner fills in:
 * `${management}`, `${delegated}`, `${member}`, `${outsider}`  the account ids of the actors
 * `${management.arn}` and so on                                their ARNs, as GetCallerIdentity tells them
 * `${writable}`      the account that may be written to: a member of the organization, in the emulator the member itself
 * `${suspended}`     a suspended member of the organization (emulator only)
 * `${unknown}`       twelve digits that are no account of the organization
 * `${organization}`, `${root}`                                 their ids
 * `${workloads}`, `${sandbox}`                                 units below the root; the member is in workloads (emulator only)
 * `${name}`          a value that an earlier step of the same case kept under this name
 * A text that is one placeholder and nothing else becomes the value itself, so that lists and numbers can be kept too.
 */
export interface ParityScript {
  readonly operation: OperationName;
  /** By a sentence about the behaviour. Each operation has at least one success and one refusal. */
  readonly cases: Readonly<Record<string, ParityCase>>;
}

/** One behaviour: a few calls in a row. Every case begins with a fresh emulated world; nothing is left over from another one. */
export interface ParityCase {
  /**
   * `reads`     changes nothing: every call is a Get, List or Describe. May be run against a real organization.
   * `writes`    calls nothing but PutAlternateContact and DeleteAlternateContact besides reads, each with `AccountId: '${writable}'`, also
   *             where it is to be refused. May be run against a real organization, whose contacts are put back afterwards.
   * `emulator`  anything else, and whatever needs a certain world. Never run against a real organization.
   */
  readonly touches: 'reads' | 'writes' | 'emulator';
  /** What the behaviour rests on, where more or less is known than that AWS documents it; docs/fidelity.md shows it. */
  readonly evidence?: string;
  /** The emulator that it needs, if not the usual one: smallWorld of world/worlds.builder.ts, without quotas. */
  readonly emulator?: EmulatorSetup;
  readonly steps: readonly ParityStep[];
}

/** How the emulated world of a case differs from the usual one. */
export interface EmulatorSetup {
  /** One account, that of the actor `management`, and no organization yet. */
  readonly empty?: true;
  /** What differs in the organization, as `{ trustedServices: [] }`. */
  readonly organization?: Partial<NonNullable<World['organization']>>;
  /** What differs in accounts, as `{ member: { tags: {} } }`. */
  readonly accounts?: { readonly [Name in Actor | 'suspended']?: Partial<WorldAccount> };
  /** What takes its time in AWS is done at once. */
  readonly instant?: true;
  readonly behaviour?: Readonly<Record<string, string>>;
  /** Failures to order, for 429 and 500. */
  readonly faults?: NonNullable<EmulatorOptions['faults']>;
}
