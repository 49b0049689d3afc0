import { describe, expect, it } from 'vitest';
import type { Answer, ParityTarget } from './client.ts';
import { runCase } from './run-case.ts';
import type { ParityStep, Refusal } from './step.ts';

const refused = { kind: 'error', error: 'AccessDeniedException', status: 403, message: 'User: x' } as const;
const unsent: Answer = { kind: 'unsent', message: 'Missing required parameter' };
const output = (members: Readonly<Record<string, unknown>>): Answer => ({ kind: 'output', output: members });

/** A target that gives these answers, and remembers what it was asked. */
const targetOf = (answers: readonly Answer[], validates = false) => {
  const asked: unknown[] = [];
  const left = [...answers];
  const target: ParityTarget = {
    names: { member: '444455556666' },
    client: {
      validates,
      call: async (...call) => {
        asked.push(call);
        return left.shift()!;
      },
    },
    look: async (path) => {
      asked.push(path);
      return { codes: ['123456'] };
    },
    pass: async (seconds) => void asked.push(seconds),
  };
  return { target, asked };
};

const run = async (steps: readonly ParityStep[], answers: readonly Answer[], validates = false) => {
  const { target, asked } = targetOf(answers, validates);
  return { ...(await runCase({ touches: 'emulator', steps }, target)), asked };
};

const get = { as: 'member', call: 'account:GetAlternateContact' } as const;
const getRefused = (refuses: Refusal) => ({ ...get, refuses });

describe('a case', () => {
  it('goes through its steps, with what earlier ones kept', async () => {
    const steps: ParityStep[] = [
      { ...get, input: { AccountId: '${member}' }, gives: { a: [{ b: 'c' }] }, keep: { kept: 'a.0.b' } },
      { passSeconds: 5 },
      { look: '/_emulator/codes', keep: { code: 'codes.0' } },
      { as: { accessKeyId: '${kept}', secretAccessKey: 's' }, call: 'sts:GetCallerIdentity', input: { x: '${code}' } },
    ];
    const { problems, asked } = await run(steps, [output({ a: [{ b: 'c' }] }), output({})]);
    expect(problems).toEqual([]);
    expect(asked).toEqual([
      ['member', 'account:GetAlternateContact', { AccountId: '444455556666' }],
      5,
      '/_emulator/codes',
      [{ accessKeyId: 'c', secretAccessKey: 's' }, 'sts:GetCallerIdentity', { x: '123456' }],
    ]);
  });

  it('ends at the first step that is not as it should be', async () => {
    const { problems, asked } = await run([{ ...get, gives: { a: 1 } }, get], [output({ a: 2 })]);
    expect(problems).toEqual(['step 1, account:GetAlternateContact as "member": output.a is 2, not 1']);
    expect(asked).toHaveLength(1);
  });

  it('is not as it should be when a call is refused that should succeed, and the other way round', async () => {
    expect((await run([get], [refused])).problems[0]).toContain('it is refused: {"kind":"error"');
    const expected = { error: 'AccessDeniedException', status: 403 };
    expect((await run([getRefused(expected)], [output({ a: 1 })])).problems[0]).toContain('it is not refused: {"a":1}');
  });

  it.each([
    [{ error: 'AccessDenied', status: 403 }, 'refusal.error is "AccessDeniedException", not "AccessDenied"'],
    [{ error: 'AccessDeniedException', status: 400 }, 'refusal.status is 403, not 400'],
    [
      { error: 'AccessDeniedException', status: 403, message: 'User: y' },
      'refusal.message is "User: x", not "User: y"',
    ],
    [{ error: 'AccessDeniedException', status: 403, reason: 'R' }, 'refusal.reason is absent, not "R"'],
  ])('compares a refusal member by member: %o', async (expected, problem) => {
    expect((await run([getRefused(expected)], [refused])).problems).toEqual([
      `step 1, account:GetAlternateContact as "member": ${problem}`,
    ]);
  });

  it('does not ask a client for what it does not tell', async () => {
    const { status: _, ...untold } = refused;
    const { target } = targetOf([untold]);
    const steps = [getRefused({ error: 'AccessDeniedException', status: 403, message: 'User: x', reason: 'R' })];
    const client = { ...target.client, hides: ['status', 'reason'] as const };
    expect((await runCase({ touches: 'emulator', steps }, { ...target, client })).problems).toEqual([]);
  });

  it('does not look for members that a client drops', async () => {
    const { target } = targetOf([output({ a: 1 })]);
    const client = { ...target.client, drops: ['VerificationStatus'] };
    const steps = [{ ...get, gives: { a: 1, VerificationStatus: 'VERIFIED' } }];
    expect((await runCase({ touches: 'emulator', steps }, { ...target, client })).problems).toEqual([]);
  });

  it('takes a refusal of a wrong class for a problem', async () => {
    const expected = { error: 'AccessDeniedException', status: 403 };
    const { problems } = await run([getRefused(expected)], [{ ...refused, misclassified: 'it is no instance' }]);
    expect(problems[0]).toContain('it is no instance');
  });

  it('keeps only what is there', async () => {
    await expect(run([{ ...get, keep: { token: 'NextToken' } }], [output({})])).rejects.toThrow(
      'There is no NextToken',
    );
  });
});

describe('a call that a client may refuse itself', () => {
  const expected = { error: 'ValidationException', status: 400, beforeSending: true } as const;
  const answered: Answer = { kind: 'error', error: 'ValidationException', status: 400, message: '' };

  it('is counted when it does', async () => {
    expect(await run([getRefused(expected)], [unsent], true)).toMatchObject({ problems: [], unsent: 1 });
  });

  it('is refused by the service when the client does not look', async () => {
    expect(await run([getRefused(expected)], [answered])).toMatchObject({ problems: [], unsent: 0 });
  });

  it('is a problem when a client that looks sends it', async () => {
    expect((await run([getRefused(expected)], [answered], true)).problems[0]).toContain('should refuse itself');
  });

  it('is a problem when nobody expected it', async () => {
    const { beforeSending: _, ...other } = expected;
    expect((await run([getRefused(other)], [unsent], true)).problems[0]).toContain('the client does not send it');
    expect((await run([get], [unsent], true)).problems[0]).toContain('it is refused');
  });
});
