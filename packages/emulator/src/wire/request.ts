import type { WholeAnswer } from './whole-answer.ts';

/** A request as it came over HTTP, whatever carried it. */
export interface WireRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** What stands after the question mark, as it was sent; empty without one. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** An answer, or one with a body that dribbles for so long, or without end, or that the connection breaks. */
export type WireAnswer =
  | WholeAnswer
  | { readonly kind: 'slow'; readonly milliseconds: number; readonly answer: WholeAnswer }
  | { readonly kind: 'reset' }
  /** A body that goes on until somebody ends it. */
  | {
      readonly kind: 'stream';
      readonly headers: Readonly<Record<string, string>>;
      readonly chunks: (signal: AbortSignal) => AsyncGenerator<string>;
    };

export const jsonAnswer = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): WholeAnswer => ({
  kind: 'answer',
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** What a body gets that was cut: the connection ends, as the rest of it is not read. */
export const tooLarge: WholeAnswer = { kind: 'answer', status: 413, headers: { connection: 'close' }, body: '' };

/** A mistake of the emulator is its answer to one request, and never its end. */
export const ownMistake = (thrown: unknown): WholeAnswer =>
  jsonAnswer(500, {
    message: `The emulator made a mistake: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
  });
