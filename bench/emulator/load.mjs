import { createConnection } from 'node:net';

/** The text of a request, made once: what is measured is the server, and as little of the client as can be. */
export const requestText = (url, { path = '/', headers = {}, body = '' }) => {
  const { host } = new URL(url);
  const lines = Object.entries({ host, ...headers, 'content-length': Buffer.byteLength(body) });
  return `POST ${path} HTTP/1.1\r\n${lines.map((line) => line.join(': ')).join('\r\n')}\r\n\r\n${body}`;
};

const opened = async (url) => {
  const { hostname, port } = new URL(url);
  const socket = createConnection({ host: hostname, port: Number(port), noDelay: true });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return socket;
};

/**
 * One connection: sends one request at a time and gives its answer's status and body. It is kept open, as far as the server does: moto's ends
 * each with its answer, and the next request opens another.
 */
export const connect = async (url) => {
  let heard = Buffer.alloc(0);
  let answered;
  const hear = (piece) => {
    heard = heard.length === 0 ? piece : Buffer.concat([heard, piece]);
    const answer = wholeAnswer(heard);
    if (!answer) return;
    heard = Buffer.alloc(0);
    if (answer.isLast) socket.destroy();
    answered.resolve(answer);
  };
  const broken = (thrown) => answered?.reject(thrown ?? new Error('The connection ended before the answer.'));
  const open = async () =>
    (await opened(url))
      .on('data', hear)
      .on('error', broken)
      .on('end', () => broken());
  let socket = await open();
  const send = async (text) => {
    if (socket.destroyed) socket = await open();
    return new Promise((resolve, reject) => {
      answered = { resolve, reject };
      socket.write(text);
    });
  };
  return { send, end: () => socket.destroy() };
};

const headEnd = Buffer.from('\r\n\r\n');

/** Status and body, once all of it is there, and whether the server ends the connection with it. All servers measured here send a content-length. */
const wholeAnswer = (heard) => {
  const end = heard.indexOf(headEnd);
  if (end < 0) return undefined;
  const head = heard.latin1Slice(0, end);
  const [, length = '0'] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? [];
  const from = end + headEnd.length;
  if (heard.length < from + Number(length)) return undefined;
  const isLast = head.startsWith('HTTP/1.0') || /\r\nconnection: *close/i.test(head);
  return { isLast, status: Number(head.slice(9, 12)), body: heard.utf8Slice(from, from + Number(length)) };
};

/** Requests per second of so many connections that each send one request after the other, for so many milliseconds. */
export const requestsPerSecond = async (url, request, connections, milliseconds) => {
  const text = requestText(url, request);
  const open = await Promise.all(Array.from({ length: connections }, () => connect(url)));
  const startedAt = performance.now();
  const counts = await Promise.all(open.map((connection) => sendUntil(connection, text, startedAt + milliseconds)));
  const seconds = (performance.now() - startedAt) / 1000;
  for (const { end } of open) end();
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
};

const sendUntil = async ({ send }, text, until) => {
  for (let count = 0; ; count++) {
    if (performance.now() >= until) return count;
    const { status, body } = await send(text);
    if (status !== 200) throw new Error(`The server answered ${status}: ${body}`);
  }
};
