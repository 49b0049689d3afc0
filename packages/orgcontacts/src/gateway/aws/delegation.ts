import {
  EnableAWSServiceAccessCommand,
  ListAWSServiceAccessForOrganizationCommand,
  ListDelegatedAdministratorsCommand,
  type OrganizationsClient,
  RegisterDelegatedAdministratorCommand,
} from '@aws-sdk/client-organizations';
import type { DelegationGateway } from '../gateway.ts';
import { call } from './call.ts';
import { page, readAccountId } from './page.ts';

/** Trusted access and delegated administrators through the Organizations API, one page a call. */
export const awsDelegation = (client: OrganizationsClient): DelegationGateway => ({
  listDelegatedAdministrators: (ServicePrincipal, token) =>
    call(
      'organizations:ListDelegatedAdministrators',
      (options) => client.send(new ListDelegatedAdministratorsCommand({ ServicePrincipal, NextToken: token }), options),
      (answer) => page(answer.DelegatedAdministrators, ({ Id }) => readAccountId(Id), answer.NextToken),
    ),
  listTrustedServices: (token) =>
    call(
      'organizations:ListAWSServiceAccessForOrganization',
      (options) => client.send(new ListAWSServiceAccessForOrganizationCommand({ NextToken: token }), options),
      (answer) =>
        page(answer.EnabledServicePrincipals, ({ ServicePrincipal }) => ServicePrincipal ?? '', answer.NextToken),
    ),
  enableTrustedAccess: (ServicePrincipal) =>
    call(
      'organizations:EnableAWSServiceAccess',
      (options) => client.send(new EnableAWSServiceAccessCommand({ ServicePrincipal }), options),
      () => undefined,
    ),
  registerDelegatedAdministrator: (AccountId, ServicePrincipal) =>
    call(
      'organizations:RegisterDelegatedAdministrator',
      (options) => client.send(new RegisterDelegatedAdministratorCommand({ AccountId, ServicePrincipal }), options),
      () => undefined,
    ),
});
