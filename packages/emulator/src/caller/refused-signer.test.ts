import { describe, expect, it } from 'vitest';
import { refuseSigner } from './refused-signer.ts';

const refusals = [
  ['unsigned', 'account', 'MissingAuthenticationTokenException', 'Missing Authentication Token'],
  ['unsigned', 'organizations', 'MissingAuthenticationTokenException', 'Missing Authentication Token'],
  ['unsigned', 'sts', 'MissingAuthenticationToken', 'Request is missing Authentication Token'],
  ['unknown', 'account', 'UnrecognizedClientException', 'The security token included in the request is invalid.'],
  ['unknown', 'organizations', 'UnrecognizedClientException', 'The security token included in the request is invalid.'],
  ['unknown', 'sts', 'InvalidClientTokenId', 'The security token included in the request is invalid.'],
  ['expired', 'account', 'ExpiredTokenException', 'The security token included in the request is expired'],
  ['expired', 'organizations', 'ExpiredTokenException', 'The security token included in the request is expired'],
  ['expired', 'sts', 'ExpiredToken', 'The security token included in the request is expired'],
] as const;

describe('a signer that is refused', () => {
  it.each(refusals)('%s at %s gets %s', (kind, service, code, message) => {
    expect(refuseSigner(kind, service)).toEqual({ code, status: 403, message });
  });
});
