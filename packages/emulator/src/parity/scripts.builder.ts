import { readdirSync } from 'node:fs';
import { accountOperations } from '../services/account/index.ts';
import { organizationsOperations } from '../services/organizations/index.ts';
import { stsOperations } from '../services/sts/index.ts';
import type { ParityScript } from './script.ts';
import type { OperationName } from './step.ts';

const services = new URL('../services/', import.meta.url);

/** Reads every script that stands beside an operation; a new one needs no line anywhere. */
export const readScripts = async (): Promise<readonly ParityScript[]> => {
  const files = readdirSync(services, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.parity.ts'),
  );
  const modules = await Promise.all(files.toSorted().map((file) => import(new URL(file, services).href)));
  // What these files export are scripts; scripts.test.ts looks at them.
  return modules.flatMap((module) => Object.values(module as Readonly<Record<string, ParityScript>>));
};

/** Every operation that the emulator has. */
export const emulatedOperations: readonly OperationName[] = [
  ...accountOperations.map(({ name }) => `account:${name}` as const),
  ...organizationsOperations.map(({ name }) => `organizations:${name}` as const),
  ...stsOperations.map(({ name }) => `sts:${name}` as const),
];
