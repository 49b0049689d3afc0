import { orgPath } from '../../caller/request-keys.ts';
import type { ConditionKeys } from '../../iam/holds.ts';
import type { AccessNeed, Context } from '../../operation.ts';

/**
 * What a call of Account Management needs: its action on the account that it is about. In the organization context the resource is the
 * member below the management account, whoever calls, and has the target's path and tags (AWS docs: actions, resources and condition
 * keys for Account Management; the ARN was observed on live AWS).
 */
export const accountNeeds =
  (keysOf: (context: Context) => ConditionKeys = () => ({}), target = 'AccountId') =>
  (context: Context): readonly AccessNeed[] => {
    const { world, caller, input } = context;
    const { organization } = world;
    const named = input[target] ?? undefined;
    if (named === undefined || !organization) {
      return [{ resource: `arn:aws:account::${caller.accountId}:account`, keys: keysOf(context) }];
    }
    const accountId = String(named);
    const resource = `arn:aws:account::${organization.managementAccountId}:account/${organization.id}/${accountId}`;
    return [{ resource, keys: { ...organizationKeys(context, accountId), ...keysOf(context) } }];
  };

const organizationKeys = ({ world }: Context, accountId: string): ConditionKeys => ({
  'account:AccountResourceOrgPaths': [orgPath(world, accountId)],
  ...Object.fromEntries(
    Object.entries(world.accounts.get(accountId)?.tags ?? {}).map(([key, value]) => [
      `account:AccountResourceOrgTags/${key}`,
      // Of type String in the service authorization reference: it can be compared as it is and with ForAnyValue.
      value,
    ]),
  ),
});
