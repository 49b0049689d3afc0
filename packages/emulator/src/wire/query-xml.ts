import type { ServiceError } from '../operation.ts';
import { parseForm } from './parse-form.ts';
import type { Protocol } from './protocol.ts';

const version = '2011-06-15';
const namespace = `https://sts.amazonaws.com/doc/${version}/`;

/** STS: a form in, XML out (AWS service model, API version 2011-06-15). */
export const queryXml: Protocol = {
  service: 'sts',
  speaks: ({ method, path, headers }) =>
    method === 'POST' &&
    path === '/' &&
    headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true,
  decode: ({ body }) => {
    const form = parseForm(body);
    if (form.kind === 'unreadable') return { ...form, operation: '' };
    const { Action, Version, ...input } = form.members;
    const operation = typeof Action === 'string' ? Action : '';
    if (Version === version) return { kind: 'call', operation, input };
    const named = typeof Version === 'string' ? Version : 'NO_VERSION_SPECIFIED';
    return { kind: 'unreadable', operation, error: notFound(operation, named) };
  },
  encode: (operation, outcome, requestId) => {
    const headers = { 'content-type': 'text/xml', 'x-amzn-requestid': requestId };
    if (outcome.kind === 'ok') {
      const inside =
        element(`${operation}Result`, xmlOf(outcome.output ?? {})) +
        element('ResponseMetadata', element('RequestId', requestId));
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
  unknownOperation: (operation) => notFound(operation, version),
};

const notFound = (operation: string, named: string): ServiceError => ({
  code: 'InvalidAction',
  status: 400,
  message: `Could not find operation ${operation} for version ${named}`,
});

/** A structure as elements, one a member; what is not there is left out. */
const xmlOf = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .map(([name, each]) => element(name, xmlOf(each)))
        .join('')
    : escaped(String(value));

const root = (name: string, inside: string): string => `<${name} xmlns="${namespace}">${inside}</${name}>`;

const element = (name: string, inside: string): string => `<${name}>${inside}</${name}>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML 1.0 cannot hold, not even escaped. */
const unspeakable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const escaped = (text: string): string =>
  text.replaceAll(unspeakable, '').replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
