import { afterAll, beforeAll, describe } from 'vitest';
import { readScripts } from '../../packages/emulator/src/parity/scripts.builder.ts';
import { type Boto3, startBoto3 } from './boto3-client.ts';
import { reasonMissing } from './client-environment.ts';
import { makeEmulatorProcesses } from './emulator-process.ts';
import { type Tally, tell, testCases } from './run-scripts.ts';

const scripts = await readScripts();
const missing = reasonMissing('python3', ['-c', 'import boto3']);
const emulators = makeEmulatorProcesses();
const tally: Tally = { unsent: 0, skipped: new Map() };
let boto3: Boto3 | undefined;

const running = (): Boto3 => {
  if (!boto3) throw new Error('boto3 was not started.');
  return boto3;
};

beforeAll(async () => {
  if (missing === undefined) boto3 = await startBoto3();
});

afterAll(async () => {
  tell(`boto3 ${boto3?.version ?? ''}`, tally);
  await Promise.all([boto3?.stop(), emulators.stop()]);
});

describe('boto3 calls', () => {
  const named = scripts.flatMap(({ operation, cases }) =>
    Object.entries(cases).map(([name, parityCase]) => ({ name: `${operation} ${name}`, parityCase })),
  );
  testCases(named, tally, missing, (parityCase) => emulators.run(parityCase, running().clientFor));
});
