import { describe, expect, it } from 'vitest';
import { checkFaultRules, parseFaultRules } from './fault-rule.ts';

const get = { operation: 'GetAlternateContact', error: 'InternalServer' };

describe('fault rules', () => {
  it.each([
    [[]],
    [[get]],
    [[{ operation: 'PutAlternateContact', account: '444455556666', error: 'TooManyRequests', times: 2 }]],
    [[{ ...get, account: 'ou-ex01-workload1', caller: '012345678901', probability: 0.25, times: 1, after: 0 }]],
    [[{ ...get, operation: '*', error: 'ConnectionReset', when: 'after' }]],
    [[{ ...get, operation: 'account:*', error: 'StaleRead' }]],
    [[{ ...get, operation: '*', error: 'Untyped400' }]],
    [[{ ...get, operation: 'sts:*', error: 'ExpiredCredentials', when: 'before' }]],
    [[{ ...get, error: 'SlowBody', milliseconds: 2000 }]],
    [[{ operation: 'CreateAccount', error: 'FailsLater', reason: 'INVALID_EMAIL' }]],
    [[{ operation: '*', error: 'FailsLater' }]],
  ])('can be %j, and nothing is added', (rules) => {
    expect(checkFaultRules(rules)).toEqual({ kind: 'rules', rules });
    expect(parseFaultRules(JSON.stringify(rules))).toEqual({ kind: 'rules', rules });
  });

  it('can be written in YAML', () => {
    const text = '- operation: account:*\n  account: "012345678901"\n  error: ServiceUnavailable\n  probability: 0.1\n';
    expect(parseFaultRules(text)).toEqual({
      kind: 'rules',
      rules: [{ operation: 'account:*', account: '012345678901', error: 'ServiceUnavailable', probability: 0.1 }],
    });
  });

  it.each([
    [{}, 'operation: Invalid input'],
    [
      { ...get, operation: 'GetEverything' },
      'operation: the emulator has no operation of this name; it can also be *, account:*, organizations:*, sts:*',
    ],
    [{ ...get, operation: 'iam:*' }, 'operation: the emulator has no operation of this name'],
    [{ operation: 'GetAlternateContact' }, 'error: Invalid option: expected one of "InternalServer"'],
    [{ ...get, error: 'Nothing' }, 'error: Invalid option: expected one of "InternalServer"'],
    [{ ...get, times: 0 }, 'times: '],
    [{ ...get, after: -1 }, 'after: '],
    [{ ...get, probability: 1.1 }, 'probability: '],
    [{ ...get, probability: '50%' }, 'probability: '],
    [{ ...get, account: 444455556666 }, 'account: an id is text: write it in quotes'],
    [{ ...get, caller: 'ou-ex01' }, 'caller: a calling account is twelve digits, in quotes'],
    [{ ...get, when: 'during' }, 'when: '],
    [{ ...get, error: 'SlowBody' }, 'milliseconds: SlowBody needs how long the body takes'],
    [{ ...get, milliseconds: 5 }, 'milliseconds: only SlowBody takes milliseconds'],
    [{ ...get, error: 'SlowBody', milliseconds: 5, when: 'after' }, 'when: SlowBody keeps the answer of AWS'],
    [{ ...get, error: 'StaleRead', when: 'before' }, 'when: StaleRead keeps the answer of AWS'],
    [
      { operation: 'PutAlternateContact', error: 'StaleRead' },
      'operation: StaleRead is for reads of Account Management, and never strikes here',
    ],
    [{ operation: 'organizations:*', error: 'StaleRead' }, 'operation: StaleRead is for reads of Account Management'],
    [{ operation: 'ListRoots', error: 'FailsLater' }, 'operation: FailsLater is for CreateAccount and CloseAccount'],
    [{ ...get, reason: 'INVALID_EMAIL' }, 'reason: only FailsLater takes a reason'],
    [{ operation: 'CreateAccount', error: 'FailsLater', reason: 'because' }, 'reason: a reason is in capitals'],
    [{ operation: 'ListRoots', error: 'Untyped400' }, 'operation: Untyped400 is for Account Management'],
  ])('%j is none', (rule, problem) => {
    expect(checkFaultRules([get, rule])).toEqual({
      kind: 'invalid',
      problems: [
        expect.stringContaining(`1.${problem}`),
        ...(Object.keys(rule).length === 0 ? [expect.anything()] : []),
      ],
    });
  });

  it('say everything that is wrong at once', () => {
    const checked = checkFaultRules([
      { ...get, often: 1 },
      { ...get, times: 1.5 },
    ]);
    expect(checked).toEqual({
      kind: 'invalid',
      problems: [expect.stringMatching(/^0: .*often/), expect.stringMatching(/^1\.times: /)],
    });
  });

  it.each(['{', '', 'x', '{}', '"'])('are not in the text %j', (text) => {
    expect(parseFaultRules(text)).toMatchObject({ kind: 'invalid', problems: [expect.any(String)] });
  });
});
