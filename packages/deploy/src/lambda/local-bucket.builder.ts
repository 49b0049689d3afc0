import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Whether a role may do something; asked before anything is done. */
export type May = (role: string, action: string, resource: string) => boolean;

/** A bucket of S3 on this machine that asks before every request whether the caller's role allows it. */
export interface LocalBucket {
  readonly bucket: string;
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** `role action` of all that was asked for. */
  readonly used: Set<string>;
  /** What was refused. */
  readonly refused: string[];
  close(): Promise<void>;
}

/** Starts a bucket; the access key id of a caller is the name of its role. */
export const startLocalBucket = async (bucket: string, may: May): Promise<LocalBucket> => {
  const objects = new Map<string, Buffer>();
  const used = new Set<string>();
  const refused: string[] = [];
  const server = createServer((request, response) => void handle(request, response));
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const [, role = ''] = /Credential=([^/]+)\//.exec(request.headers.authorization ?? '') ?? [];
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, , ...rest] = decodeURIComponent(url.pathname).split('/');
    const key = rest.join('/');
    const asks = (action: string, resource: string): boolean => {
      used.add(`${role} ${action}`);
      if (may(role, action, resource)) return true;
      refused.push(`${role} ${action} ${resource}`);
      return false;
    };
    const answer = answerTo(
      {
        method: request.method ?? '',
        key,
        url,
        body: Buffer.concat(chunks),
        condition: request.headers['if-none-match'],
      },
      objects,
      bucket,
      asks,
    );
    response.writeHead(answer.status).end(answer.body ?? '');
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    bucket,
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    used,
    refused,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

interface Asked {
  readonly method: string;
  readonly key: string;
  readonly url: URL;
  readonly body: Buffer;
  readonly condition: string | undefined;
}

interface Answer {
  readonly status: number;
  readonly body?: string | Buffer;
}

const denied: Answer = {
  status: 403,
  body: '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
};

const answerTo = (
  { method, key, url, body, condition }: Asked,
  objects: Map<string, Buffer>,
  bucket: string,
  asks: (action: string, resource: string) => boolean,
): Answer => {
  const arn = `arn:aws:s3:::${bucket}`;
  if (url.searchParams.get('list-type') === '2') {
    if (!asks('s3:ListBucket', arn)) return denied;
    return { status: 200, body: listing(objects, url.searchParams) };
  }
  if (method === 'PUT') {
    if (!asks('s3:PutObject', `${arn}/${key}`)) return denied;
    if (condition === '*' && objects.has(key))
      return { status: 412, body: '<Error><Code>PreconditionFailed</Code></Error>' };
    objects.set(key, body);
    return { status: 200 };
  }
  if (method === 'DELETE') {
    if (!asks('s3:DeleteObject', `${arn}/${key}`)) return denied;
    objects.delete(key);
    return { status: 204 };
  }
  if (!asks('s3:GetObject', `${arn}/${key}`)) return denied;
  const found = objects.get(key);
  if (found) return { status: 200, body: found };
  // Whoever may not list is not told that there is nothing (AWS docs: GetObject).
  return asks('s3:ListBucket', arn) ? { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' } : denied;
};

const listing = (objects: ReadonlyMap<string, Buffer>, query: URLSearchParams): string => {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const names = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  const end = (key: string) => (delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length));
  const folders = [...new Set(names.filter((key) => end(key) >= 0).map((key) => key.slice(0, end(key) + 1)))];
  const keys = names.filter((key) => end(key) < 0);
  return `<?xml version="1.0"?><ListBucketResult>${keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}${folders.map((each) => `<CommonPrefixes><Prefix>${each}</Prefix></CommonPrefixes>`).join('')}</ListBucketResult>`;
};
