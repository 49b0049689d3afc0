import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AwsGateway, type AwsGatewayOptions, makeAwsGateway } from './aws-gateway.ts';

/** A request as it arrived. */
interface Request {
  /** The path of a REST call, or the operation of an Organizations call. */
  readonly operation: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly region: string | undefined;
  /** Whose key signed it. */
  readonly accessKeyId: string | undefined;
}

/** An answer as it is sent; `reset` breaks the connection off instead. */
export type Answer =
  | {
      readonly status?: number;
      readonly type?: string;
      readonly body?: unknown;
      readonly contentType?: string;
      readonly text?: string;
      /** The Date header; otherwise the time. */
      readonly date?: string;
    }
  | 'reset';

/** A few canned answers on 127.0.0.1, the requests that came, and a gateway that is connected to it. */
export interface LocalAws {
  readonly gateway: AwsGateway;
  readonly requests: readonly Request[];
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Answers AWS calls on a free local port, one answer after the other; the last one is repeated. */
export const startLocalAws = (...answers: readonly Answer[]): Promise<LocalAws> =>
  startLocalAwsFor({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' }, ...answers);

/** The same, for a gateway with these credentials. */
export const startLocalAwsFor = async (
  credentials: NonNullable<AwsGatewayOptions['credentials']>,
  ...answers: readonly Answer[]
): Promise<LocalAws> => {
  const requests: Request[] = [];
  const server = createServer(async (incoming, outgoing) => {
    requests.push(await readRequest(incoming));
    const answer = answers[Math.min(requests.length, answers.length) - 1] ?? {};
    if (answer === 'reset') incoming.socket.destroy();
    else send(answer, outgoing);
  });
  const endpoint = `http://127.0.0.1:${await listen(server)}`;
  const gateway = await makeAwsGateway({
    endpoint,
    region: 'eu-west-1',
    credentials,
  });
  return {
    gateway,
    requests,
    endpoint,
    close: async () => {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const readRequest = async (incoming: IncomingMessage): Promise<Request> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const target = String(incoming.headers['x-amz-target'] ?? incoming.url);
  return {
    operation: target.split('.').at(-1) ?? target,
    body: text.startsWith('{') ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text)),
    accessKeyId: /Credential=([^/]+)\//.exec(incoming.headers.authorization ?? '')?.[1],
    region: /Credential=[^/]+\/\d+\/([^/]+)\//.exec(incoming.headers.authorization ?? '')?.[1],
  };
};

const send = (answer: Exclude<Answer, 'reset'>, outgoing: ServerResponse): void => {
  outgoing.statusCode = answer.status ?? 200;
  outgoing.setHeader('content-type', answer.contentType ?? 'application/json');
  if (answer.date !== undefined) outgoing.setHeader('date', answer.date);
  if (answer.type !== undefined) outgoing.setHeader('x-amzn-ErrorType', answer.type);
  outgoing.end(answer.text ?? JSON.stringify(answer.body ?? {}));
};

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
