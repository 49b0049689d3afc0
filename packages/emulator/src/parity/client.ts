import type { CallStep, OperationName } from './step.ts';

/** The one thing that a client under test has to do. */
export interface ParityClient {
  /** Makes one attempt. `as` and `input` have their placeholders filled in; the answer is plain data, times as texts or numbers. */
  call(as: CallStep['as'], operation: OperationName, input: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** Whether it refuses by itself what lacks a required member or is too short. */
  readonly validates: boolean;
  /** What it does not tell of a refusal. */
  readonly hides?: readonly ('status' | 'reason')[];
  /** Members at the top of outputs that are newer than its service model, so that it drops them. */
  readonly drops?: readonly string[];
}

/** Thrown by a client that is older than an operation. */
export class LacksOperation extends Error {}

/** What a client made of an answer. */
export type Answer =
  | { readonly kind: 'output'; readonly output: Readonly<Record<string, unknown>> }
  | {
      readonly kind: 'error';
      readonly error: string;
      readonly status?: number;
      readonly message: string;
      readonly reason?: string;
      /** What is wrong with the class that the client made of it; undefined when it is its own class for this error. */
      readonly misclassified?: string;
    }
  /** The client refused the call itself. */
  | { readonly kind: 'unsent'; readonly message: string };

/** Where a script is run: a client, and what is beside it. */
export interface ParityTarget {
  readonly client: ParityClient;
  /** What stands for the placeholders. */
  readonly names: Readonly<Record<string, unknown>>;
  /** Reads the control address of the emulator. */
  look(path: string): Promise<unknown>;
  pass(seconds: number): Promise<void>;
}
