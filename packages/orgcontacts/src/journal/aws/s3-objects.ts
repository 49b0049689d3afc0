import type { S3Client } from '@aws-sdk/client-s3';
import type { ObjectStore } from '../objects/object-store.ts';

/** Which bucket, and how to call; whatever is left out the SDK decides as every AWS tool does. */
export interface S3Place {
  readonly bucket: string;
  /** What all keys begin with, as `journals`; the whole bucket when it is left out. */
  readonly prefix?: string;
  readonly region?: string;
  readonly profile?: string;
  /** For a store on this machine: an address without TLS may only be one of this machine. */
  readonly endpoint?: string;
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}

/** The objects of a bucket. The SDK is loaded at the first call; what S3 refuses is thrown. */
export const s3Objects = (place: S3Place): ObjectStore => {
  const { bucket: Bucket } = place;
  requireTls(place.endpoint);
  const folder = place.prefix === undefined || place.prefix === '' ? '' : `${place.prefix.replace(/\/+$/, '')}/`;
  let loaded: Promise<Loaded> | undefined;
  const load = () => {
    loaded ??= connect(place);
    return loaded;
  };
  const put = async (key: string, body: string | Buffer, condition: { readonly IfNoneMatch?: '*' }): Promise<void> => {
    const { sdk, client } = await load();
    await client.send(new sdk.PutObjectCommand({ Bucket, Key: `${folder}${key}`, Body: body, ...condition }));
  };
  const listed = async (prefix: string, delimiter?: string) =>
    listAll(await load(), { Bucket, folder, prefix, delimiter });
  return {
    place: `s3://${Bucket}/${folder}`,
    get: async (key) => {
      const { sdk, client } = await load();
      try {
        const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket, Key: `${folder}${key}` }));
        return Body && Buffer.from(await Body.transformToByteArray());
      } catch (thrown) {
        if (thrown instanceof sdk.NoSuchKey) return undefined;
        throw thrown;
      }
    },
    put: (key, body) => put(key, body, {}),
    create: async (key, body) => {
      for (;;) {
        try {
          await put(key, body, { IfNoneMatch: '*' });
          return true;
        } catch (thrown) {
          const status = statusOf(thrown);
          if (status === 412) return false;
          // Somebody else was writing it at the same moment: whether they did shows when it is tried again (AWS docs: conditional writes).
          if (status !== 409) throw thrown;
        }
      }
    },
    list: async (prefix) => (await listed(prefix)).keys,
    folders: async (prefix) => (await listed(prefix, '/')).folders,
    remove: async (key) => {
      const { sdk, client } = await load();
      await client.send(new sdk.DeleteObjectCommand({ Bucket, Key: `${folder}${key}` }));
    },
  };
};

interface Loaded {
  readonly sdk: typeof import('@aws-sdk/client-s3');
  readonly client: S3Client;
}

const connect = async ({ region, profile, endpoint, credentials }: S3Place): Promise<Loaded> => {
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client({
    ...(region && { region }),
    ...(profile && { profile }),
    ...(credentials && { credentials }),
    ...(endpoint && { endpoint, forcePathStyle: true }),
  });
  return { sdk, client };
};

interface Listing {
  readonly Bucket: string;
  readonly folder: string;
  readonly prefix: string;
  readonly delimiter: string | undefined;
}

/** Every page of a listing, sorted: S3 gives keys in the order of their bytes. */
const listAll = async ({ sdk, client }: Loaded, { Bucket, folder, prefix, delimiter }: Listing) => {
  const keys: string[] = [];
  const folders: string[] = [];
  let token: string | undefined;
  do {
    const page = await client.send(
      new sdk.ListObjectsV2Command({
        Bucket,
        Prefix: `${folder}${prefix}`,
        ...(delimiter && { Delimiter: delimiter }),
        ...(token && { ContinuationToken: token }),
      }),
    );
    for (const { Key = '' } of page.Contents ?? []) keys.push(Key.slice(folder.length));
    for (const { Prefix = '' } of page.CommonPrefixes ?? [])
      folders.push(Prefix.slice(folder.length + prefix.length).replace(/\/$/, ''));
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return { keys, folders };
};

const statusOf = (thrown: unknown): number | undefined => {
  const { $metadata }: { $metadata?: { httpStatusCode?: number } } =
    typeof thrown === 'object' && thrown !== null ? thrown : {};
  return $metadata?.httpStatusCode;
};

const localHost = /^http:\/\/(127(\.\d+){3}|localhost|\[::1\])(:\d+)?\/?$/;

const requireTls = (endpoint: string | undefined): void => {
  if (endpoint === undefined || endpoint.startsWith('https://') || localHost.test(endpoint)) return;
  throw new Error(`Journals hold personal data and go over TLS: ${endpoint} does not begin with https://.`);
};
