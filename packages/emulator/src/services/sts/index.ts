import type { Operation } from '../../operation.ts';
import { assumeRole } from './assume-role.ts';
import { getCallerIdentity } from './get-caller-identity.ts';

/** AWS Security Token Service, API version 2011-06-15. */
export const stsOperations: readonly Operation[] = [assumeRole, getCallerIdentity];
