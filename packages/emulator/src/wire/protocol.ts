import type { Behaviour } from '../behaviour/behaviours.ts';
import type { Input, Outcome, ServiceError, ServiceName } from '../operation.ts';
import { deepest, readJson } from './read-json.ts';
import type { WireRequest } from './request.ts';
import type { WholeAnswer } from './whole-answer.ts';

/** The operation that a request names, and its body. */
export type Decoded =
  | { readonly kind: 'call'; readonly operation: string; readonly input: Input }
  /** It speaks this protocol, and its body cannot be read. */
  | { readonly kind: 'unreadable'; readonly operation: string; readonly error: ServiceError };

/** One wire protocol of one service: how its requests are read and its answers written. */
export interface Protocol {
  readonly service: ServiceName;
  /** Whether a request speaks it. */
  readonly speaks: (request: WireRequest) => boolean;
  readonly decode: (request: WireRequest) => Decoded;
  readonly encode: (operation: string, outcome: Outcome, requestId: string) => WholeAnswer;
  /** What it answers to an operation that it does not know. */
  readonly unknownOperation: (operation: string, behaviour: Behaviour) => ServiceError;
}

/** Reads the JSON object that a call sends; an empty body is an empty object. What is none is refused with the service's own code. */
export const decodeJson = (operation: string, body: string, code: string): Decoded => {
  if (body.trim() === '') return { kind: 'call', operation, input: {} };
  const read = readJson(body);
  if (read.kind === 'json' && isObject(read.value)) return { kind: 'call', operation, input: read.value };
  const message =
    read.kind === 'too-deep'
      ? `The request body is nested deeper than ${deepest} levels.`
      : 'The request body is not a JSON object.';
  return { kind: 'unreadable', operation, error: { code, status: 400, message } };
};

/** A JSON object has text keys; what is inside is checked by the shapes. */
const isObject = (value: unknown): value is Input =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
