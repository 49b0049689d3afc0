import { callerFinding } from '../doctor/diagnose-caller.ts';
import { organizationFinding } from '../doctor/diagnose-organization.ts';
import type { Failure } from '../failure/failure.ts';
import { CliError } from './cli-error.ts';

/** What to say when it cannot be found out who is calling, or in which organization: what doctor says of it. */
export const callerTrouble = (failure: Failure): CliError => {
  const { message, fact, fix } = failure.operation.startsWith('organizations:')
    ? organizationFinding(failure)
    : callerFinding(failure);
  return new CliError(
    'error',
    `${message}\n  found: ${fact}`,
    fix === null ? 'More: orgcontacts doctor' : `Do: ${fix}\nMore: orgcontacts doctor`,
  );
};
