import type { Stack } from 'aws-cdk-lib/core';
import { ManagementContacts } from '../stack/management-contacts.ts';
import { OrganizationEvents } from '../stack/organization-events.ts';
import { accountIdParameter, busArnParameter, question } from './parameters.ts';

/** Fills the stack of the management account. */
export const managementTemplate = (stack: Stack): void => {
  stack.templateOptions.description =
    'orgcontacts in the management account, in us-east-1: forwards events to the delegated administrator, and lets it at the contacts of this account.';
  const makesRoles = question(
    stack,
    'MakesRoles',
    'Whether the roles are made here: no for a second stack in the home Region of Control Tower.',
    'yes',
  );
  new OrganizationEvents(stack, 'Events', { busArn: busArnParameter(stack).valueAsString, makesRole: makesRoles });
  new ManagementContacts(stack, 'Contacts', {
    administratorId: accountIdParameter(
      stack,
      'AdministratorId',
      'The delegated administrator for account.amazonaws.com.',
    ).valueAsString,
    when: makesRoles,
  });
};
