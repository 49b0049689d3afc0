import type { Input, Outcome, ServiceError, ServiceName } from '../operation.ts';
import type { WireAnswer, WireRequest } from './request.ts';

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
  readonly encode: (operation: string, outcome: Outcome, requestId: string) => WireAnswer;
  /** What it answers to an operation that it does not know. */
  readonly unknownOperation: (operation: string) => ServiceError;
}

/** Reads a JSON object; undefined when it is none. An empty body is an empty object. */
export const readJsonObject = (body: string): Input | undefined => {
  if (body.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    // A JSON object has text keys; what is inside is checked by the shapes.
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Input) : undefined;
  } catch {
    return undefined;
  }
};
