import { describe, expect, it } from 'vitest';
import type { WireRequest } from './request.ts';
import { type SignedCall, signedBySdk } from './signed.builder.ts';
import { makeSignature, parseClaim } from './sigv4.ts';

const key = { accessKeyId: '111122223333', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };

const claimOf = ({ headers }: WireRequest) => parseClaim(headers['authorization'] ?? '')!;

const signatureOf = (request: WireRequest, secret: string): string =>
  makeSignature(request, claimOf(request), request.headers['x-amz-date'] ?? '', secret);

const calls: readonly SignedCall[] = ['account', 'account write', 'organizations', 'sts'];

describe('a signature', () => {
  it.each(calls.flatMap((call) => ['us-east-1', 'eu-west-1', 'cn-northwest-1'].map((region) => ({ call, region }))))(
    'of the AWS SDK for $call in $region is made again',
    async ({ call, region }) => {
      const request = await signedBySdk(call, { ...key, region });
      expect(claimOf(request)).toMatchObject({ accessKeyId: key.accessKeyId, region, terminator: 'aws4_request' });
      expect(signatureOf(request, key.secretAccessKey)).toBe(claimOf(request).signature);
    },
  );

  it('of temporary credentials covers their token', async () => {
    const request = await signedBySdk('account', { ...key, sessionToken: 'token' });
    expect(claimOf(request).signedHeaders).toContain('x-amz-security-token');
    expect(signatureOf(request, key.secretAccessKey)).toBe(claimOf(request).signature);
    const other = { ...request, headers: { ...request.headers, 'x-amz-security-token': 'other' } };
    expect(signatureOf(other, key.secretAccessKey)).not.toBe(claimOf(request).signature);
  });

  it.each([
    ['method', { method: 'PUT' }],
    ['path', { path: '/putAlternateContact' }],
    ['query', { query: 'a=b' }],
    ['body', { body: '{}' }],
  ])('is another one for another %s', async (_, change) => {
    const request = await signedBySdk('account', key);
    expect(signatureOf({ ...request, ...change }, key.secretAccessKey)).not.toBe(claimOf(request).signature);
  });

  it('is another one with another secret', async () => {
    const request = await signedBySdk('account', key);
    expect(signatureOf(request, 'test')).not.toBe(claimOf(request).signature);
  });

  /** The example of AWS docs for Signature Version 4: ListUsers of IAM. */
  const listUsers: WireRequest = {
    method: 'GET',
    path: '/',
    query: 'Action=ListUsers&Version=2010-05-08',
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      host: 'iam.amazonaws.com',
      'x-amz-date': '20150830T123600Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
    },
    body: '',
  };
  const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';

  it('of the example in the AWS docs is what they say', () => {
    expect(signatureOf(listUsers, secret)).toBe(claimOf(listUsers).signature);
  });

  it.each([
    ['Version=2010-05-08&Action=ListUsers', true],
    ['Version=2010%2D05%2d08&Action=ListUsers', true],
    ['&Action=ListUsers&&Version=2010-05-08&', true],
    ['Action=ListUsers&Version=2010-05-08&empty', false],
    ['Action=ListUsers&Version=%zz', false],
  ])('covers the query %s by what it means', (query, isSame) => {
    expect(signatureOf({ ...listUsers, query }, secret) === claimOf(listUsers).signature).toBe(isSame);
  });

  it('covers headers but for how they are spaced', () => {
    const host = '  iam.amazonaws.com ';
    const type = 'application/x-www-form-urlencoded;   charset=utf-8';
    const headers = { ...listUsers.headers, host, 'content-type': type };
    expect(signatureOf({ ...listUsers, headers }, secret)).toBe(claimOf(listUsers).signature);
    const { host: _, ...without } = listUsers.headers;
    expect(signatureOf({ ...listUsers, headers: without }, secret)).not.toBe(claimOf(listUsers).signature);
  });
});

describe('a claim', () => {
  it('is read with and without blanks', () => {
    const claim = {
      accessKeyId: 'K',
      day: '20261124',
      region: 'r',
      service: 's',
      terminator: 'aws4_request',
      signedHeaders: ['host', 'x-amz-date'],
      signature: '0a',
    };
    const scope = 'Credential=K/20261124/r/s/aws4_request';
    for (const comma of [',', ', '])
      expect(parseClaim(`AWS4-HMAC-SHA256 ${scope}${comma}SignedHeaders=host;x-amz-date${comma}Signature=0a`)).toEqual(
        claim,
      );
  });

  it.each([
    '',
    'Bearer x',
    'AWS4-HMAC-SHA256 Credential=K/20261124/r/s/aws4_request',
    'AWS4-HMAC-SHA256 Credential=K/20261124/r/s/aws4_request, SignedHeaders=host, Signature=',
    'AWS4-HMAC-SHA256 Credential=K/20261124/r/aws4_request, SignedHeaders=host, Signature=0a',
    'AWS4-ECDSA-P256-SHA256 Credential=K/20261124/s/aws4_request, SignedHeaders=host, Signature=0a',
  ])('is not in %j', (authorization) => {
    expect(parseClaim(authorization)).toBeUndefined();
  });
});
