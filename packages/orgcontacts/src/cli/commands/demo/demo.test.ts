import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../../policy/parse-policy.ts';
import { anIo } from '../../io.builder.ts';
import { contactsOf, differencesBetween } from './compare-contacts.ts';
import { demoPolicy } from './demo-policy.ts';
import { makeNarrator } from './narrator.ts';

/** A narrator whose commands all end with this status, and what they were called with. */
const narrating = (status = 0) => {
  const io = anIo();
  const called: (readonly string[])[] = [];
  const call = async (argv: readonly string[]) => {
    called.push(argv);
    io.out('what it said\n');
    return status;
  };
  return { io, called, narrator: makeNarrator(io, call, ['--quota-times', '18']) };
};

describe('the narrator', () => {
  it('shows a command as one would type it, and runs it with what nobody needs to see', async () => {
    const { io, called, narrator } = narrating();
    await narrator.run(['apply', '--reason', 'new account']);
    expect(io.said()).toBe('$ orgcontacts apply --reason "new account"\nwhat it said\n\n');
    expect(called).toEqual([['apply', '--reason', 'new account', '--quota-times', '18', '--show-values']]);
  });

  it('spares history the quotas, since it does not talk to AWS', async () => {
    const { called, narrator } = narrating();
    await narrator.run(['history']);
    expect(called).toEqual([['history', '--show-values']]);
  });

  it('insists on how a command ends', async () => {
    await expect(narrating(2).narrator.run(['check'], [2])).resolves.toBeUndefined();
    await expect(narrating(3).narrator.run(['plan'], [0, 3])).resolves.toBeUndefined();
    await expect(narrating(1).narrator.run(['plan'], [0, 3])).rejects.toThrow(
      'orgcontacts plan ended with exit status 1; expected 0 or 3.',
    );
    await expect(narrating(2).narrator.run(['check'])).rejects.toThrow('expected 0.');
  });

  it('numbers its steps and indents the files that it shows', () => {
    const { io, narrator } = narrating();
    narrator.step('One');
    narrator.step('Two');
    narrator.show('a:\n  b\n');
    expect(io.said()).toBe('\n1. One\n\n\n2. Two\n\n   a:\n     b\n');
  });
});

describe('contacts before and after', () => {
  const before = new Map([
    ['1 BILLING', 'a'],
    ['1 SECURITY', 'b'],
    ['2 BILLING', 'c'],
  ]);

  it('do not differ when they are the same, in whatever order', () => {
    expect(differencesBetween(before, new Map([...before].reverse()))).toEqual([]);
  });

  it('differ by what was lost, added or changed', () => {
    const after = new Map([
      ['3 BILLING', 'd'],
      ['1 BILLING', 'a'],
      ['1 SECURITY', 'x'],
    ]);
    expect(differencesBetween(before, after)).toEqual(['1 SECURITY', '2 BILLING', '3 BILLING']);
  });

  it('are taken from every account of a world, by account and type', async () => {
    const { createEmulator } = await import('orgcontacts-emulator');
    const world = createEmulator({ accounts: 5, seed: 1 }).snapshot();
    const expected = world.accounts.reduce((sum, { contacts }) => sum + Object.keys(contacts ?? {}).length, 0);
    expect(expected).toBeGreaterThan(0);
    expect(contactsOf(world).size).toBe(expected);
  });
});

it('shows a policy without a mistake', () => {
  const parsed = parsePolicy(demoPolicy, 'contacts.yaml');
  expect(parsed).toMatchObject({ kind: 'valid', warnings: [] });
});
