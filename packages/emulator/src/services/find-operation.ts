import type { Operation, ServiceName } from '../operation.ts';
import { accountOperations } from './account/index.ts';
import { organizationsOperations } from './organizations/index.ts';
import { stsOperations } from './sts/index.ts';

const tableOf = (operations: readonly Operation[]): ReadonlyMap<string, Operation> =>
  new Map(operations.map((operation) => [operation.name, operation]));

const services: Readonly<Record<ServiceName, ReadonlyMap<string, Operation>>> = {
  account: tableOf(accountOperations),
  organizations: tableOf(organizationsOperations),
  sts: tableOf(stsOperations),
};

/** The operation of a service by its name; undefined where the emulator has none such. */
export const findOperation = (service: ServiceName, name: string): Operation | undefined => services[service].get(name);
