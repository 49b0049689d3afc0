import { expect, it } from 'vitest';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import { callerTrouble } from './caller-trouble.ts';

const operation = 'sts:GetCallerIdentity';

it('says how to sign in where there are no credentials', () => {
  const { status, ...unsent } = aFailure({ kind: 'expired', code: 'CredentialsProviderError', message: 'none found' });
  expect(status).toBe(403);
  const { reason, message, help } = callerTrouble(unsent);
  expect(reason).toBe('error');
  expect(message).toMatch(
    /^There are no AWS credentials: .*AWS_PROFILE.*CloudShell.*orgcontacts demo\n {2}found: none found$/,
  );
  expect(help).toBe('Do: aws sso login\nMore: orgcontacts doctor');
});

it('says how to sign in where AWS no longer accepts them', () => {
  const failure = aFailure({ kind: 'expired', operation, code: 'ExpiredToken', message: 'The token is expired' });
  const { message, help } = callerTrouble(failure);
  expect(message).toBe(
    'AWS does not accept these credentials any more.\n  found: sts:GetCallerIdentity: ExpiredToken (HTTP 403): The token is expired',
  );
  expect(help).toContain('aws sso login');
});

it.each([
  ['nothing answers', aFailure({ kind: 'unavailable', operation, code: 'ECONNREFUSED' }), /AWS_ENDPOINT_URL/],
  ['something else went wrong', aFailure({ kind: 'other', operation, code: 'Odd' }), /could not be found out/],
  ['the signature is wrong', aFailure({ operation, code: 'SignatureDoesNotMatch' }), /secret key is wrong/],
  [
    'there is no organization',
    aFailure({ operation: 'organizations:DescribeOrganization', code: 'AWSOrganizationsNotInUseException' }),
    /belongs to no organization/,
  ],
  [
    'the organization may not be read',
    aFailure({ operation: 'organizations:DescribeOrganization' }),
    /organizations:DescribeOrganization.*AWSAccountManagementFullAccess/,
  ],
])('says so when %s, and how to find out more', (_, failure, message) => {
  const trouble = callerTrouble(failure);
  expect(trouble.message).toMatch(message);
  expect(trouble.help).toContain('orgcontacts doctor');
});
