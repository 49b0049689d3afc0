import { afterAll, describe, expect, it } from 'vitest';
import { awsGround } from './aws/aws-ground.ts';
import { emulatedGround } from './emulated-ground.builder.ts';
import { readScripts } from './scripts.builder.ts';

const ground = process.env['PARITY'] === 'aws' ? await awsGround(process.env) : emulatedGround;
const scripts = await readScripts();
const skipped = new Map<string, string[]>();

describe.each(scripts.map(({ operation, cases }) => [operation, cases] as const))('%s', (operation, cases) => {
  it.for(Object.keys(cases))('%s', async (name, { skip }) => {
    const parityCase = cases[name]!;
    const reason = ground.skips(parityCase);
    if (reason !== undefined) {
      skipped.set(reason, [...(skipped.get(reason) ?? []), `${operation} ${name}`]);
      skip(reason);
    }
    expect((await ground.run(parityCase)).problems).toEqual([]);
  });
});

afterAll(() => {
  for (const [reason, names] of skipped) process.stdout.write(`Not run: ${reason}\n  ${names.join('\n  ')}\n`);
});
