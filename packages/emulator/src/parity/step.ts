import type { ServiceName } from '../operation.ts';

/** A service and its operation, as `account:GetAlternateContact`. */
export type OperationName = `${ServiceName}:${string}`;

/**
 * Who calls: an administrator of the management account, of the delegated administrator for account.amazonaws.com, of an ordinary
 * member, or of an account outside the organization.
 */
export type Actor = 'management' | 'delegated' | 'member' | 'outsider';

/** One thing that a case does. */
export type ParityStep = CallStep | LookStep | PassStep;

/** Calls an operation and says what has to come back. */
export interface CallStep {
  /** An actor, or credentials, as those that an earlier step kept from AssumeRole. */
  readonly as:
    | Actor
    | { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };
  readonly call: OperationName;
  readonly input?: Readonly<Record<string, unknown>>;
  /**
   * What the output has to look like. A step has this or `refuses`; without either, any output will do. Every member that stands here has to be there and fit; the output may
   * have others. A list fits a list of the same length, item by item. An operation without output gives `{}`. Besides plain values:
   * `{ $any: 'string' | 'number' | 'boolean' | 'list' | 'object' }`  any value of that type
   * `{ $time: 'any' }`, `{ $time: '2026-01-02T03:04:05.678Z' }`       a point in time, whatever form the client gives it
   * `{ $matches: '^o-[a-z0-9]{10,32}$' }`                            a text that the expression matches
   * `{ $contains: [ … ] }`                                           a list that has an item for each of these, in any order
   * `{ $length: 2 }`                                                 a list or text of that length
   * `{ $absent: true }`                                              no such member
   */
  readonly gives?: Readonly<Record<string, unknown>>;
  readonly refuses?: Refusal;
  /** Names for values of the output, as `{ token: 'NextToken', root: 'Roots.0.Id' }`. */
  readonly keep?: Readonly<Record<string, string>>;
}

/** How a call is refused. */
export interface Refusal {
  /** The code, which is the name of the client's class, as `AccessDeniedException`; `untyped` where AWS sends a status and no type. */
  readonly error: string;
  readonly status: number;
  /** The exact sentence. Left out only where what the model documents has no wording that anybody observed or assumed. */
  readonly message?: string;
  /** The member `reason` of Account Management or `Reason` of Organizations. */
  readonly reason?: string;
  /** Clients made from the service model, as boto3, refuse this themselves: a required member is missing, a text is too short. */
  readonly beforeSending?: true;
}

/** Reads the emulator's control address, for one-time codes for instance; in cases of kind `emulator` only. */
interface LookStep {
  /** A path, as `/_emulator/codes`; `0.code` is then the oldest one-time code. */
  readonly look: string;
  readonly gives?: Readonly<Record<string, unknown>> | readonly unknown[];
  readonly keep?: Readonly<Record<string, string>>;
}

/** Lets time pass; in cases of kind `emulator` only. */
interface PassStep {
  readonly passSeconds: number;
}
