import { type Failure, failed, ok } from '../../failure/failure.ts';
import type { DelegationGateway } from '../gateway.ts';
import type { Answer } from './answer.ts';
import type { MemoryWorld } from './memory-world.ts';
import { pageOf } from './page.ts';

/** Trusted access and delegated administrators of a world in memory. */
export const memoryDelegation = (world: MemoryWorld, answer: Answer): DelegationGateway => ({
  listDelegatedAdministrators: (service, token) =>
    answer('organizations:ListDelegatedAdministrators', service, () => pageOf(world.delegatedAdministrators, token)),
  listTrustedServices: (token) =>
    answer('organizations:ListAWSServiceAccessForOrganization', '', () => pageOf(world.trustedServices, token)),
  enableTrustedAccess: (service) =>
    answer('organizations:EnableAWSServiceAccess', service, () => {
      world.trustedServices = [...new Set([...world.trustedServices, service])];
      return ok(undefined);
    }),
  registerDelegatedAdministrator: (id, service) =>
    answer('organizations:RegisterDelegatedAdministrator', id, () => {
      if (!world.trustedServices.includes(service)) return failed(serviceAccessNotEnabled);
      world.delegatedAdministrators = [...world.delegatedAdministrators, id];
      return ok(undefined);
    }),
});

/** Trusted access comes first (observed on live AWS). */
const serviceAccessNotEnabled: Failure = {
  kind: 'other',
  operation: 'organizations:RegisterDelegatedAdministrator',
  code: 'ConstraintViolationException',
  message: 'You must enable service access before you delegate an administrator for this service.',
  status: 400,
};
