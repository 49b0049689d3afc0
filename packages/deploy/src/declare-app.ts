import { fileURLToPath } from 'node:url';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type App, Stack } from 'aws-cdk-lib/core';
import { ContactsKeeper } from './stack/contacts-keeper.ts';
import { ManagementContacts } from './stack/management-contacts.ts';
import { busArnIn, OrganizationEvents } from './stack/organization-events.ts';

/** The folder of the bundled functions in this package. */
const bundled = fileURLToPath(new URL('../lambda/', import.meta.url));

/**
 * Declares both stacks from the context of an app: `organizationId`, `managementAccountId`, `administratorId`, `region`, and, where wanted,
 * `writes` (true or false), `edits`, `schedule`, `quotaShare` and `email`. Throws where one of the first four is missing.
 */
export const declareApp = (app: App, lambda = bundled): void => {
  const optional = (name: string): string | undefined => {
    const value: unknown = app.node.tryGetContext(name);
    return value === undefined ? undefined : String(value);
  };
  const required = (name: string): string => {
    const value = optional(name);
    if (value === undefined) throw new Error(`The context has no ${name}: cdk deploy -c ${name}=…`);
    return value;
  };
  const [managementAccountId, administratorId, region] = [
    required('managementAccountId'),
    required('administratorId'),
    required('region'),
  ];
  const [edits, schedule, quotaShare, email] = ['edits', 'schedule', 'quotaShare', 'email'].map(optional);
  const keeper = new Stack(app, 'OrgContacts', { env: { account: administratorId, region } });
  new ContactsKeeper(keeper, 'Keeper', {
    code: Code.fromAsset(lambda),
    organizationId: required('organizationId'),
    managementAccountId,
    managesManagementAccount: true,
    writes: optional('writes') === 'true',
    ...(edits !== undefined && { edits }),
    ...(schedule !== undefined && { schedule }),
    ...(quotaShare !== undefined && { quotaShare }),
    ...(email !== undefined && { email }),
  });
  // Organizations and Account Management send their events in us-east-1 only (AWS docs: EventBridge reference for Organizations).
  const events = new Stack(app, 'OrgContactsEvents', { env: { account: managementAccountId, region: 'us-east-1' } });
  const busArn = busArnIn({ partition: events.partition, region, account: administratorId });
  new OrganizationEvents(events, 'Events', { busArn });
  new ManagementContacts(events, 'Contacts', { administratorId });
};
