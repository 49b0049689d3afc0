import { describe, expect, it } from 'vitest';
import { emulatedOperations, readScripts } from './scripts.builder.ts';
import type { CallStep } from './step.ts';

const scripts = await readScripts();

const callsIn = (script: (typeof scripts)[number]): readonly CallStep[] =>
  Object.values(script.cases).flatMap(({ steps }) => steps.filter((step) => 'call' in step));

describe('the scripts', () => {
  it('are one for each operation that the emulator has', () => {
    expect(scripts.map(({ operation }) => operation).toSorted()).toEqual(emulatedOperations.toSorted());
  });
});

describe.each(scripts.map((script) => [script.operation, script] as const))('the script of %s', (_, script) => {
  const own = callsIn(script).filter(({ call }) => call === script.operation);

  it('has a success and a refusal', () => {
    expect(own.filter(({ gives }) => gives)).not.toEqual([]);
    expect(own.filter(({ refuses }) => refuses)).not.toEqual([]);
  });

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(script))).toStrictEqual(script);
  });

  it('says of no call both what it gives and how it is refused', () => {
    expect(callsIn(script).filter(({ gives, refuses }) => gives && refuses)).toEqual([]);
  });

  it('needs nothing of an emulator in what may be run against a real organization', () => {
    const free = Object.values(script.cases).filter(({ touches }) => touches !== 'emulator');
    expect(free.filter(({ emulator }) => emulator)).toEqual([]);
    const steps = free.flatMap((each) => each.steps);
    expect(steps.filter((step) => !('call' in step) || typeof step.as !== 'string')).toEqual([]);
  });

  it('calls nothing but reads where it says that it reads', () => {
    const reading = Object.values(script.cases).filter(({ touches }) => touches === 'reads');
    const calls = reading.flatMap(({ steps }) => steps.map((step) => ('call' in step ? step.call : '')));
    expect(calls.filter((call) => !/:(Get|List|Describe)/.test(call))).toEqual([]);
  });
});
