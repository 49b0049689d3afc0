import { describe, expect, it } from 'vitest';
import { emulatorOf, ids } from '../world/worlds.builder.ts';
import { parseCallFilter } from './call-filter.ts';
import type { LoggedCall } from './call-log.ts';

const call = (seq: number, more: Partial<LoggedCall> = {}): LoggedCall => ({
  seq,
  at: 0,
  service: 'account',
  operation: 'GetAlternateContact',
  caller: ids.management,
  principal: `arn:aws:iam::${ids.management}:user/administrator`,
  account: null,
  outcome: 'ok',
  status: 200,
  fault: null,
  parameters: null,
  ...more,
});

const calls = [
  call(3),
  call(4, { account: ids.member, outcome: 'ResourceNotFoundException' }),
  call(5, { caller: ids.member }),
  call(6, { service: 'organizations', operation: 'ListParents', account: ids.workloads }),
  call(7, { service: 'sts', operation: 'GetCallerIdentity', outcome: 'reset' }),
];

const seqs = (query: string): readonly number[] | string => {
  const filter = parseCallFilter(query);
  return filter.kind === 'filter' ? filter.pick(calls).map(({ seq }) => seq) : filter.message;
};

describe('a filter of logged calls', () => {
  it.each([
    ['', [3, 4, 5, 6, 7]],
    ['service=account', [3, 4, 5]],
    ['service=sts', [7]],
    ['operation=ListParents', [6]],
    ['operation=PutAlternateContact', []],
    [`caller=${ids.member}`, [5]],
    [`account=${ids.member}`, [4, 5]],
    [`account=${ids.management}`, [3, 7]],
    [`account=${ids.workloads}`, [6]],
    ['outcome=ok', [3, 5, 6]],
    ['outcome=ResourceNotFoundException', [4]],
    ['since=5', [6, 7]],
    ['since=99', []],
    ['limit=2', [6, 7]],
    ['limit=0', []],
    ['limit=99', [3, 4, 5, 6, 7]],
    ['since=3&limit=2', [4, 5]],
    [`service=account&outcome=ok&caller=${ids.management}`, [3]],
    ['service=account&limit=1', [5]],
  ])('%j keeps %j', (query, kept) => {
    expect(seqs(query)).toEqual(kept);
  });

  it.each([
    ['colour=red', 'There is no filter colour.'],
    ['toString=1', 'There is no filter toString.'],
    ['Service=account', 'There is no filter Service.'],
    ['service=iam', 'The filter service cannot be iam.'],
    ['service=', 'The filter service cannot be empty.'],
    ['operation', 'The filter operation cannot be empty.'],
    ['caller=123', 'The filter caller cannot be 123.'],
    ['account=a%20b', 'The filter account cannot be a b.'],
    ['since=-1', 'The filter since cannot be -1.'],
    ['limit=ten', 'The filter limit cannot be ten.'],
    ['limit=1&limit=2', 'A filter is given twice.'],
  ])('%j is none, and what there is is said', (query, message) => {
    expect(seqs(query)).toContain(message);
    expect(seqs(query)).toContain('There is service (account, organizations or sts); operation (');
  });

  it('that is none gets 400 at the control address', async () => {
    const reply = await emulatorOf().fetch(new Request('http://127.0.0.1/_emulator/calls?colour=red'));
    expect(reply.status).toBe(400);
    expect(await reply.json()).toEqual({ message: expect.stringContaining('There is no filter colour. There is') });
  });
});
