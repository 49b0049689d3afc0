import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { S3Place } from './s3-objects.ts';

/** One request as the bucket saw it. */
export interface S3Request {
  readonly method: string;
  readonly path: string;
  readonly condition: string | undefined;
}

/** A bucket of S3 on this machine, as far as journals use it: whole objects, conditional creation, and listings in short pages. */
export interface LocalS3 {
  readonly place: S3Place;
  readonly objects: Map<string, Buffer>;
  readonly requests: S3Request[];
  close(): Promise<void>;
}

/** So few keys a page that every listing of a test has several. */
const pageSize = 3;

/** Starts a bucket; `fail` may answer a request with a status instead. */
export const startLocalS3 = async (
  fail: (request: S3Request) => number | undefined = () => undefined,
): Promise<LocalS3> => {
  const objects = new Map<string, Buffer>();
  const requests: S3Request[] = [];
  const server = createServer((request, response) => {
    void handle(request, response, { objects, requests, fail });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address.
  const { port } = server.address() as AddressInfo;
  return {
    place: {
      bucket: 'example-journals',
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { accessKeyId: '111122223333', secretAccessKey: 'example' },
    },
    objects,
    requests,
    close: () => close(server),
  };
};

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

interface Bucket {
  readonly objects: Map<string, Buffer>;
  readonly requests: S3Request[];
  readonly fail: (request: S3Request) => number | undefined;
}

const handle = async (request: IncomingMessage, response: ServerResponse, bucket: Bucket): Promise<void> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const seen = { method: request.method ?? '', path: url.pathname, condition: request.headers['if-none-match'] };
  bucket.requests.push(seen);
  const status = bucket.fail(seen);
  if (status !== undefined) return void response.writeHead(status).end(error('Refused'));
  const [, , ...rest] = decodeURIComponent(url.pathname).split('/');
  const key = rest.join('/');
  if (seen.method === 'PUT')
    return put(response, bucket, key, { body: Buffer.concat(chunks), condition: seen.condition });
  if (seen.method === 'DELETE') {
    bucket.objects.delete(key);
    return void response.writeHead(204).end();
  }
  if (url.searchParams.get('list-type') === '2') return void response.writeHead(200).end(list(bucket.objects, url));
  const body = bucket.objects.get(key);
  response.writeHead(body ? 200 : 404).end(body ?? error('NoSuchKey'));
};

const put = (
  response: ServerResponse,
  { objects }: Bucket,
  key: string,
  { body, condition }: { readonly body: Buffer; readonly condition: string | undefined },
): void => {
  if (condition === '*' && objects.has(key)) return void response.writeHead(412).end(error('PreconditionFailed'));
  objects.set(key, body);
  response.writeHead(200).end();
};

const list = (objects: ReadonlyMap<string, Buffer>, { searchParams }: URL): string => {
  const prefix = searchParams.get('prefix') ?? '';
  const delimiter = searchParams.get('delimiter') ?? '';
  const after = searchParams.get('continuation-token') ?? '';
  const names = [...objects.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => {
      const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
      return end === -1 ? key : key.slice(0, end + 1);
    });
  const all = [...new Set(names)].toSorted().filter((name) => name > after);
  const page = all.slice(0, pageSize);
  const items = page.map((name) =>
    delimiter !== '' && name.endsWith(delimiter)
      ? `<CommonPrefixes><Prefix>${name}</Prefix></CommonPrefixes>`
      : `<Contents><Key>${name}</Key></Contents>`,
  );
  const next = all.length > pageSize ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  return `<?xml version="1.0"?><ListBucketResult>${items.join('')}${next}</ListBucketResult>`;
};

const error = (code: string): string =>
  `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
