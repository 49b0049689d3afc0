import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Objects } from '../../work/objects.ts';

/** Where a bucket is, and as whom to call; the SDK decides whatever is left out. */
export interface BucketPlace {
  readonly bucket: string;
  /** For a store on this machine. */
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** The objects of a bucket in S3. What S3 refuses is thrown. */
export const s3Objects = ({ bucket: Bucket, endpoint, region, credentials }: BucketPlace): Objects => {
  const client = new S3Client({
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(region && { region }),
    ...(credentials && { credentials }),
  });
  return {
    get: async (Key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
        return await Body?.transformToString('utf8');
      } catch (thrown) {
        if (thrown instanceof NoSuchKey) return undefined;
        throw thrown;
      }
    },
    put: async (Key, Body) => {
      await client.send(new PutObjectCommand({ Bucket, Key, Body }));
    },
  };
};
