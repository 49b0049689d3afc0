import { describe, expect, it } from 'vitest';
import { kebabCase, parseEnd } from './cli-client.ts';

describe('the command of an operation', () => {
  it.each([
    ['GetAlternateContact', 'get-alternate-contact'],
    ['EnableAWSServiceAccess', 'enable-aws-service-access'],
    ['ListAWSServiceAccessForOrganization', 'list-aws-service-access-for-organization'],
    ['GetGovCloudAccountInformation', 'get-gov-cloud-account-information'],
  ])('of %s is %s', (operation, command) => {
    expect(kebabCase(operation)).toBe(command);
  });
});

describe('the end of the CLI', () => {
  const failed = (stderr: string) => parseEnd({ status: 254, stdout: '', stderr });

  it('is an output, also without any text', () => {
    expect(parseEnd({ status: 0, stdout: '{ "a": 1 }\n', stderr: '' })).toEqual({ kind: 'output', output: { a: 1 } });
    expect(parseEnd({ status: 0, stdout: '', stderr: '' })).toEqual({ kind: 'output', output: {} });
  });

  it('is an error by its code and sentence', () => {
    const stderr =
      '\nAn error occurred (AccessDeniedException) when calling the GetAlternateContact operation: User: x (Access Denied)\n';
    expect(failed(stderr)).toEqual({
      kind: 'error',
      error: 'AccessDeniedException',
      message: 'User: x (Access Denied)',
    });
  });

  it('is an error that might have been tried again', () => {
    const stderr =
      'An error occurred (X) when calling the ListAccounts operation (reached max retries: 0): Too Many Requests';
    expect(failed(stderr)).toEqual({ kind: 'error', error: 'X', message: 'Too Many Requests' });
  });

  it('is an error without a type when there is only a status', () => {
    expect(failed('An error occurred (400) when calling the PutAccountName operation: Blank.')).toMatchObject({
      error: 'untyped',
    });
  });

  it('is an error by the name that the model has for the code', () => {
    const stderr = 'An error occurred (MalformedPolicyDocument) when calling the AssumeRole operation: No.';
    expect(failed(stderr)).toMatchObject({ error: 'MalformedPolicyDocumentException' });
  });

  it('is a call that was not sent', () => {
    expect(failed('\nParameter validation failed:\nMissing required parameter in input: "AccountId"\n')).toMatchObject({
      kind: 'unsent',
    });
  });

  it('is no answer otherwise', () => {
    expect(failed('Could not connect to the endpoint URL')).toBeUndefined();
  });
});
