/**
 * The deployment of orgcontacts in AWS, as constructs for the AWS CDK.
 *
 * @module orgcontacts-deploy
 */
export { ContactsKeeper, type ContactsKeeperProps } from './stack/contacts-keeper.ts';
export { contactEvents, controlTowerEvents, type EventPattern, organizationEvents } from './stack/event-patterns.ts';
export { ManagementContacts, type ManagementContactsProps } from './stack/management-contacts.ts';
export { busArnIn, type ForwardingProps, MemberEvents, OrganizationEvents } from './stack/organization-events.ts';
export { VisitedOrganization, type VisitedOrganizationProps } from './stack/visited-organization.ts';
export { makeTemplates, renderTemplate, type TemplateName } from './template/make-templates.ts';
