import type { WatchMode } from 'orgcontacts';

/** What the template tells the functions. */
export interface Environment {
  readonly bucket: string;
  readonly machine: string;
  readonly partition: string;
  /** The account that the functions are in. */
  readonly account: string;
  readonly writes: boolean;
  readonly edits: WatchMode;
  readonly quotaShare: number;
  /** Roles in the management account; missing where its contacts are not looked after. */
  readonly managementRoles: { readonly read?: string; readonly write?: string };
  /** Roles in further organizations. */
  readonly visits: readonly string[];
}

/** Reads the variables of a function; throws where one that the template sets is missing. Pure. */
export const parseEnvironment = (variables: Readonly<Record<string, string | undefined>>): Environment => {
  const required = (name: string): string => {
    const value = variables[name];
    if (value === undefined || value === '')
      throw new Error(`The variable ${name} is not set: deploy the template again.`);
    return value;
  };
  const optional = (name: string): string | undefined => variables[name] || undefined;
  const [read, write] = [optional('READ_MANAGEMENT_ROLE'), optional('WRITE_MANAGEMENT_ROLE')];
  return {
    bucket: required('BUCKET'),
    machine: required('MACHINE'),
    partition: required('PARTITION'),
    account: required('ACCOUNT'),
    writes: required('WRITES') === 'yes',
    edits: required('EDITS') === 'restore' ? 'restore' : 'report',
    quotaShare: shareIn(required('QUOTA_SHARE')),
    managementRoles: { ...(read !== undefined && { read }), ...(write !== undefined && { write }) },
    visits: (optional('VISITS') ?? '').split(',').filter((arn) => arn !== ''),
  };
};

const shareIn = (text: string): number => {
  const share = Number(text);
  if (!(share > 0 && share <= 1)) throw new Error(`QUOTA_SHARE is a number above 0 and at most 1, and not ${text}.`);
  return share;
};
