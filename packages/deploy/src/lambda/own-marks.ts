import type { OwnMark } from 'orgcontacts';
import { names } from '../stack/names.ts';
import type { Environment } from './environment.ts';

/** How the SDK writes the application id into the user agent of every call. */
const userAgent = `app/${names.machine}`;

/**
 * By what the deployment's own writes are known: the sessions of `apply`, in its own account under the name of the function, and in the
 * management account under the name that the library gives. Pure.
 */
export const ownMarks = ({ partition, account, managementRoles }: Environment): readonly OwnMark[] => {
  const session = (id: string, role: string, name: string) =>
    `arn:${partition}:sts::${id}:assumed-role/${role}/${name}`;
  const management = /^arn:[^:]+:iam::(\d{12}):role\/(.+)$/.exec(managementRoles.write ?? '');
  const [, id = '', role = ''] = management ?? [];
  return [
    { arn: session(account, names.roles.apply, names.functions.apply), userAgent },
    ...(management ? [{ arn: session(id, role, 'orgcontacts'), userAgent }] : []),
  ];
};
