import { afterAll, describe } from 'vitest';
import { readScripts } from '../../packages/emulator/src/parity/scripts.builder.ts';
import { cliClient } from './cli-client.ts';
import { reasonMissing } from './client-environment.ts';
import { makeEmulatorProcesses } from './emulator-process.ts';
import { pickCases } from './pick-cases.ts';
import { type Tally, tell, testCases } from './run-scripts.ts';

const scripts = await readScripts();
const missing = reasonMissing('aws', ['--version']);
const emulators = makeEmulatorProcesses();
const tally: Tally = { unsent: 0, skipped: new Map() };

/** Each call is a process that takes half a second to start, so that not every case is run. */
const picked = pickCases(scripts).flatMap(({ operation, name }) => {
  const parityCase = scripts.find((script) => script.operation === operation)?.cases[name];
  return parityCase ? [{ name: `${operation} ${name}`, parityCase }] : [];
});

afterAll(async () => {
  tell('AWS CLI', tally);
  await emulators.stop();
});

describe('the AWS CLI calls', () => {
  testCases(picked, tally, missing, (parityCase) => emulators.run(parityCase, cliClient));
});
