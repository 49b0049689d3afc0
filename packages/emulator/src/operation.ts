import type { Behaviour } from './behaviour/behaviours.ts';
import type { Field } from './shape/field.ts';
import type { WorldState } from './world/world-state.ts';

export type ServiceName = 'account' | 'organizations' | 'sts';

/** Whose call it is. */
export interface Caller {
  readonly accountId: string;
  readonly arn: string;
}

/** The body of a call as plain data. */
export type Input = Readonly<Record<string, unknown>>;

/** What an operation may look at. */
export interface Context {
  readonly world: WorldState;
  readonly caller: Caller;
  readonly input: Input;
  readonly behaviour: Behaviour;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Asynchronous things finish at once. */
  readonly instant: boolean;
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
}

/** One operation of a service: its shape, who may call it, and what it does; one file each. */
export interface Operation {
  readonly name: string;
  readonly fields: readonly Field[];
  /** Decides whether the caller may; the IAM action is the service and the name. */
  readonly authorize: (context: Context) => ServiceError | undefined;
  readonly handle: (context: Context) => Outcome;
}

export const ok = (output?: Readonly<Record<string, unknown>>): Outcome =>
  output ? { kind: 'ok', output } : { kind: 'ok' };

export const refuse = (error: ServiceError): Outcome => ({ kind: 'error', error });
