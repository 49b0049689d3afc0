import type { Protocol } from './protocol.ts';

const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** STS: a form in, XML out (AWS service model, API version 2011-06-15). */
export const queryXml: Protocol = {
  service: 'sts',
  speaks: ({ method, path, headers }) =>
    method === 'POST' &&
    path === '/' &&
    headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true,
  decode: ({ body }) => {
    const { Action = '', ...input } = Object.fromEntries(new URLSearchParams(body));
    return { kind: 'call', operation: Action, input };
  },
  encode: (operation, outcome, requestId) => {
    const headers = { 'content-type': 'text/xml', 'x-amzn-requestid': requestId };
    if (outcome.kind === 'ok') {
      const result = Object.entries(outcome.output ?? {}).map(([name, value]) => element(name, escaped(String(value))));
      const inside =
        element(`${operation}Result`, result.join('')) + element('ResponseMetadata', element('RequestId', requestId));
      return { kind: 'answer', status: 200, headers, body: root(`${operation}Response`, inside) };
    }
    const { code, status, message } = outcome.error;
    const fault =
      element('Type', status < 500 ? 'Sender' : 'Receiver') +
      element('Code', escaped(code)) +
      element('Message', escaped(message));
    return {
      kind: 'answer',
      status,
      headers,
      body: root('ErrorResponse', element('Error', fault) + element('RequestId', requestId)),
    };
  },
  unknownOperation: (operation) => ({
    code: 'InvalidAction',
    status: 400,
    message: `Could not find operation ${operation} for version 2011-06-15`,
  }),
};

const root = (name: string, inside: string): string => `<${name} xmlns="${namespace}">${inside}</${name}>`;

const element = (name: string, inside: string): string => `<${name}>${inside}</${name}>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML 1.0 cannot hold, not even escaped. */
const unspeakable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const escaped = (text: string): string =>
  text.replaceAll(unspeakable, '').replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
