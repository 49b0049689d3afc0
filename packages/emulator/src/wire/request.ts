/** A request as it came over HTTP, whatever carried it. */
export interface WireRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** What goes back, or that the connection breaks. */
export type WireAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly kind: 'reset' };

export const jsonAnswer = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): WireAnswer => ({
  kind: 'answer',
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** What a body gets that was cut: the connection ends, as the rest of it is not read. */
export const tooLarge: WireAnswer = { kind: 'answer', status: 413, headers: { connection: 'close' }, body: '' };

/** A mistake of the emulator is its answer to one request, and never its end. */
export const ownMistake = (thrown: unknown): WireAnswer =>
  jsonAnswer(500, {
    message: `The emulator made a mistake: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
  });
