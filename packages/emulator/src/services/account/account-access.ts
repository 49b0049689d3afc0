import type { ConditionKeys } from '../../iam/holds.ts';
import type { Context, Operation, ServiceError } from '../../operation.ts';
import { accountNeeds } from './account-needs.ts';
import { denied, type Reach, reachAccount, targetOf } from './reach-account.ts';

/** What is particular about the access to an operation of Account Management. */
export interface Access extends Reach {
  /** Condition keys besides those of the target. */
  readonly keys?: (context: Context) => ConditionKeys;
  /** An action of IAM that the caller needs too (AWS docs: actions, resources and condition keys for Account Management). */
  readonly dependsOn?: string;
  /** What is refused last. */
  readonly check?: (context: Context) => ServiceError | undefined;
}

/** Who may call an operation, what its policies have to allow, and what is refused last: the same for all but for the particulars. */
export const accountAccess = (
  name: string,
  { keys, dependsOn, check, ...reach }: Access = {},
): Pick<Operation, 'name' | 'authorize' | 'needs' | 'check'> => {
  const ownNeeds = accountNeeds(keys, reach.target);
  return {
    name,
    authorize: reachAccount(name, reach),
    needs: (context) => [
      ...ownNeeds(context),
      ...(dependsOn === undefined ? [] : [{ action: dependsOn, resource: '*' }]),
    ],
    check: (context) => check?.(context) ?? refuseInactive(context, name, reach.target),
  };
};

const refuseInactive = (context: Context, name: string, target: string | undefined): ServiceError | undefined => {
  const isWrite = !/^(Get|List)/.test(name);
  return isWrite && context.behaviour.putOnInactive === 'deny' && targetOf(context, target).state !== 'ACTIVE'
    ? denied(context, name)
    : undefined;
};
