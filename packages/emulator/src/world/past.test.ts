import { describe, expect, it } from 'vitest';
import { makePast } from './past.ts';
import { smallWorld } from './worlds.builder.ts';

const [first] = smallWorld().accounts;

const named = (name: string, id = '444455556666') => ({ ...first!, id, name });

/** An account that was called a until 100, b until 200, and c since. */
const renamed = (delay: number) => {
  const past = makePast(delay);
  past.keep(named('a'), 100);
  past.keep(named('b'), 200);
  return past;
};

describe('the past of an account', () => {
  it.each([
    [200, 'a'],
    [249, 'a'],
    [250, 'a'],
    [299, 'a'],
    [300, 'b'],
    [399, 'b'],
    [400, 'c'],
    [9999, 'c'],
  ])('200 ms behind at %d is %s', (now, name) => {
    expect(renamed(200).delayed(named('c'), now).name).toBe(name);
  });

  it.each([
    [200, 'a'],
    [300, 'b'],
    [400, 'b'],
    [9999, 'b'],
  ])('before the last write, 200 ms behind, at %d is %s', (now, name) => {
    expect(renamed(200).stale(named('c'), now).name).toBe(name);
  });

  it('is the present without a delay, and the last image where one asks for it', () => {
    expect(renamed(0).delayed(named('c'), 200).name).toBe('c');
    expect(renamed(0).stale(named('c'), 200).name).toBe('b');
  });

  it('is no matter of other accounts', () => {
    expect(renamed(200).delayed(named('x', '222233334444'), 250).name).toBe('x');
    expect(renamed(200).stale(named('x', '222233334444'), 250).name).toBe('x');
  });

  it('is over once it is cleared', () => {
    const past = renamed(200);
    past.clear();
    expect([past.size(), past.delayed(named('c'), 250).name, past.stale(named('c'), 250).name]).toEqual([0, 'c', 'c']);
  });

  it('is not kept for longer than reads can see it, but for the last image of each account', () => {
    const past = makePast(50);
    for (let now = 0; now < 1000; now++) past.keep(named('a'), now);
    expect(past.size()).toBe(50);
    past.keep(named('x', '222233334444'), 5000);
    expect(past.size()).toBe(2);
    const short = makePast(0);
    for (let now = 0; now < 1000; now++) short.keep(named('a'), now);
    expect(short.size()).toBe(1);
  });
});
