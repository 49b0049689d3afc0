import { describeFailure } from '../failure/describe-failure.ts';
import type { Failure } from '../failure/failure.ts';
import { CliError } from './cli-error.ts';

/** What to say when it cannot be found out who is calling. */
export const callerTrouble = (failure: Failure): CliError => {
  // Without a status no call went out: there were no credentials to sign it with.
  if (failure.kind === 'expired' && failure.status === undefined) {
    return new CliError('error', `No AWS credentials: ${failure.message}`, signIn);
  }
  if (failure.kind === 'expired') {
    return new CliError('error', `AWS does not accept these credentials. ${describeFailure(failure)}`, signIn);
  }
  return new CliError('error', `Who is calling could not be found out. ${describeFailure(failure)}`, helpFor(failure));
};

const signIn =
  'Sign in (aws sso login), set AWS_PROFILE or --profile, or run it in CloudShell. To try it without AWS: orgcontacts demo';

const helpFor = ({ code }: Failure): string => {
  if (code === 'ECONNREFUSED') return 'Nothing answers there: is AWS_ENDPOINT_URL right, and the emulator running?';
  if (code === 'AWSOrganizationsNotInUseException')
    return 'This account belongs to no organization: use credentials of one that does.';
  return 'Check the credentials (aws sts get-caller-identity) and the permissions of this identity.';
};
