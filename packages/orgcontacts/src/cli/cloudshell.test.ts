import { expect, it } from 'vitest';
import { warnInCloudShell } from './cloudshell.ts';
import { anIo } from './io.builder.ts';

const inCloudShell = { AWS_EXECUTION_ENV: 'CloudShell' };

const toldOf = (takes: number, env: Readonly<Record<string, string>>): string => {
  const io = anIo({ env });
  warnInCloudShell(io, takes, 'last');
  return io.told.join('');
};

it('warns of a run that outlasts a session, and names resume', () => {
  expect(toldOf(1_500_000, inCloudShell)).toBe(
    'CloudShell ends a session after 20 to 30 minutes without a key pressed, and this takes about 25 min.\n' +
      'Press a key now and then; if it ends all the same, go on with: orgcontacts resume last\n',
  );
});

it.each([
  ['a run that ends within 20 minutes', 1_200_000, inCloudShell],
  ['any other terminal', 7_200_000, {}],
  ['another execution environment', 7_200_000, { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }],
])('says nothing for %s', (_, takes, env) => {
  expect(toldOf(takes, env)).toBe('');
});
