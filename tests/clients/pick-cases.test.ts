import { describe, expect, it } from 'vitest';
import type { ParityScript } from '../../packages/emulator/src/parity/script.ts';
import { readScripts } from '../../packages/emulator/src/parity/scripts.builder.ts';
import type { CallStep } from '../../packages/emulator/src/parity/step.ts';
import { pickCases } from './pick-cases.ts';

const get: CallStep = { as: 'member', call: 'account:GetAlternateContact' };
const denied: CallStep = { ...get, refuses: { error: 'AccessDeniedException', status: 403 } };
const unsent: CallStep = { ...get, refuses: { error: 'ValidationException', status: 400, beforeSending: true } };

const scriptOf = (cases: Readonly<Record<string, readonly CallStep[]>>): ParityScript => ({
  operation: get.call,
  cases: Object.fromEntries(Object.entries(cases).map(([name, steps]) => [name, { touches: 'reads', steps }])),
});

describe('picked cases', () => {
  it('show each operation, each error and what the client refuses once, in few calls', () => {
    const script = scriptOf({
      long: [get, denied, unsent],
      one: [get],
      two: [denied],
      three: [denied],
      four: [unsent],
    });
    expect(pickCases([script]).map(({ name }) => name)).toEqual(['one', 'two', 'four']);
  });

  it('are long ones where only they show something', () => {
    expect(pickCases([scriptOf({ long: [get, denied], one: [get] })]).map(({ name }) => name)).toEqual(['one', 'long']);
  });

  it('show a success of every operation that has a script', async () => {
    const scripts = await readScripts();
    const picked = pickCases(scripts).flatMap(
      ({ operation, name }) => scripts.find((script) => script.operation === operation)?.cases[name]?.steps ?? [],
    );
    const shown = new Set(picked.flatMap((step) => ('call' in step && !step.refuses ? [step.call] : [])));
    expect(scripts.map(({ operation }) => operation).filter((operation) => !shown.has(operation))).toEqual([]);
  });
});
