/** One message of a stream of server-sent events. */
export interface ServerSentEvent {
  /** `message` unless it says otherwise. */
  readonly name: string;
  readonly data: string;
  readonly id: string | null;
}

/** Reads server-sent events from a body (WHATWG HTML, "Server-sent events"); messages without data are left out. */
export async function* readServerSentEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = blankLine.exec(text); end; end = blankLine.exec(text)) {
      const event = parseMessage(text.slice(0, end.index));
      text = text.slice(end.index + end[0].length);
      if (event) yield event;
    }
  }
}

const blankLine = /\r\n\r\n|\n\n|\r\r/;

const parseMessage = (text: string): ServerSentEvent | undefined => {
  const fields = text.split(/\r\n|\r|\n/).map((line) => {
    const [, name = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    return { name, value };
  });
  const last = (wanted: string) => fields.findLast(({ name }) => name === wanted)?.value;
  const data = fields.filter(({ name }) => name === 'data').map(({ value }) => value);
  return data.length === 0
    ? undefined
    : { name: last('event') ?? 'message', data: data.join('\n'), id: last('id') ?? null };
};
