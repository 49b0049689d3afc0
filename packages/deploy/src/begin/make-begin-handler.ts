import type { Signal } from 'orgcontacts';
import { readPause } from '../work/paused.ts';
import type { Tools } from '../work/tools.ts';
import { beginWork, type Organization, type Work } from '../work/work.ts';

/** What an execution is started with: nothing by the schedule, what happened by events. */
export interface Start {
  readonly execution: string;
  readonly input?: { readonly signals?: readonly Signal[] };
}

/** What is to be worked through. */
export interface Begun {
  readonly paused: boolean;
  readonly organizations: readonly Work[];
}

/**
 * Makes the function that begins an execution: with what events told of the deployment's own organization, or with all of every
 * organization.
 */
export const makeBeginHandler =
  ({ objects }: Pick<Tools, 'objects'>, organizations: readonly [Organization, ...Organization[]]) =>
  async ({ execution, input }: Start): Promise<Begun> => {
    const signals = input?.signals ?? null;
    const concerned = signals === null ? organizations : organizations.slice(0, 1);
    const pauses = await Promise.all(concerned.map(({ name }) => readPause(objects, name)));
    const free = concerned.filter((_, index) => pauses[index] === undefined);
    return { paused: free.length === 0, organizations: free.map((each) => beginWork(each, execution, signals)) };
  };

/** The organizations of a deployment: its own account, and one for each further role, named by the account of the role. Pure. */
export const organizationsOf = (
  account: string,
  roleArns: readonly string[],
): readonly [Organization, ...Organization[]] => [
  { name: account, roleArn: null },
  ...roleArns.map((roleArn) => ({ name: accountIn(roleArn), roleArn })),
];

const accountIn = (roleArn: string): string => {
  const [, , , , account] = roleArn.split(':');
  if (account === undefined || !/^\d{12}$/.test(account)) throw new Error(`${roleArn} is not the ARN of a role.`);
  return account;
};
