import type { Behaviour } from './behaviour/behaviours.ts';
import type { Caller } from './caller/caller.ts';
import type { ConditionKeys } from './iam/holds.ts';
import type { Field } from './shape/field.ts';
import type { WorldAccount } from './world/world-file.ts';
import type { WorldState } from './world/world-state.ts';

export type ServiceName = 'account' | 'organizations' | 'sts';

/** The body of a call as plain data. */
export type Input = Readonly<Record<string, unknown>>;

/** What an operation may look at. */
export interface Context {
  readonly world: WorldState;
  readonly caller: Caller;
  readonly input: Input;
  readonly behaviour: Behaviour;
  /** The region that the request was signed for. */
  readonly region: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Asynchronous things finish at once. */
  readonly instant: boolean;
  /** What it begins will fail later, for this reason: somebody ordered it. */
  readonly fails?: string;
  /** An account as this call sees it: a read may see what was there before. Left out, as it is. */
  readonly seen?: (account: WorldAccount) => WorldAccount;
}

/** What a call comes to, before it is put into the form of its protocol. */
export type Outcome =
  | { readonly kind: 'ok'; readonly output?: Readonly<Record<string, unknown>> }
  | { readonly kind: 'error'; readonly error: ServiceError };

/** A refusal as AWS words it. */
export interface ServiceError {
  readonly code: string;
  readonly status: number;
  readonly message: string;
  /** Further members of the error's shape. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** Sent without its type, so that clients cannot tell which error it is. */
  readonly untyped?: boolean;
}

/** Something that the caller's policies have to allow. */
export interface AccessNeed {
  /** The IAM action; the service and the name of the operation unless it says otherwise. */
  readonly action?: string;
  /** The ARN of the resource, or `*`. */
  readonly resource: string;
  /** Condition keys of this request besides those that every request has. */
  readonly keys?: ConditionKeys;
}

/** One operation of a service: its shape, who may call it, and what it does; one file each. */
export interface Operation {
  readonly name: string;
  readonly fields: readonly Field[];
  /** The service's own rules: whether this account may call it at all, and on this target. */
  readonly authorize: (context: Context) => ServiceError | undefined;
  /** What the caller's policies have to allow; one need on `*` unless it says otherwise. */
  readonly needs?: (context: Context) => readonly AccessNeed[];
  /** What is refused only to those who are allowed. */
  readonly check?: (context: Context) => ServiceError | undefined;
  readonly handle: (context: Context) => Outcome;
}

export const ok = (output?: Readonly<Record<string, unknown>>): Outcome =>
  output ? { kind: 'ok', output } : { kind: 'ok' };

export const refuse = (error: ServiceError): Outcome => ({ kind: 'error', error });
