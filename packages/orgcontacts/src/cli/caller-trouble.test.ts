import { expect, it } from 'vitest';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import { callerTrouble } from './caller-trouble.ts';

const operation = 'sts:GetCallerIdentity';

it('says how to sign in where there are no credentials', () => {
  const { status, ...unsent } = aFailure({ kind: 'expired', code: 'CredentialsProviderError', message: 'none found' });
  expect(status).toBe(403);
  const { reason, message, help } = callerTrouble(unsent);
  expect([reason, message]).toEqual(['error', 'No AWS credentials: none found']);
  expect(help).toMatch(/aws sso login.*AWS_PROFILE.*CloudShell.*orgcontacts demo/);
});

it('says how to sign in where AWS no longer accepts them', () => {
  const failure = aFailure({ kind: 'expired', operation, code: 'ExpiredToken', message: 'The token is expired' });
  const { message, help } = callerTrouble(failure);
  expect(message).toBe(
    'AWS does not accept these credentials. sts:GetCallerIdentity: ExpiredToken (HTTP 403): The token is expired',
  );
  expect(help).toContain('aws sso login');
});

it.each([
  ['ECONNREFUSED', /AWS_ENDPOINT_URL/],
  ['AWSOrganizationsNotInUseException', /belongs to no organization/],
  ['AccessDeniedException', /permissions of this identity/],
])('helps with %s', (code, help) => {
  const trouble = callerTrouble(aFailure({ operation, code }));
  expect(trouble.message).toMatch(/^Who is calling could not be found out\. sts:GetCallerIdentity: /);
  expect(trouble.help).toMatch(help);
});
