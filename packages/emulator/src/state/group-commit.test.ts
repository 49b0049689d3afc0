import { describe, expect, it } from 'vitest';
import { makeGroupCommit } from './group-commit.ts';

/** A disk that writes when somebody lets it. */
const makeDisk = () => {
  const writes: (readonly string[] | 'whole')[] = [];
  let finish: ((failure?: Error) => void) | undefined;
  return {
    writes,
    isLong: () => false,
    replace: () => void writes.push('whole'),
    append: (lines: readonly string[]) =>
      new Promise<void>((resolve, reject) => {
        writes.push([...lines]);
        finish = (failure) => (failure ? reject(failure) : resolve());
      }),
    finish: (failure?: Error) => finish?.(failure),
  };
};

describe('a group commit', () => {
  it('has nothing to wait for at first', () => {
    expect(makeGroupCommit(makeDisk()).settled()).toBeUndefined();
  });

  it('writes the first line at once, and all that come meanwhile together after it', async () => {
    const disk = makeDisk();
    const commit = makeGroupCommit(disk);
    for (const line of ['a', 'b', 'c']) commit.add(line);
    expect(disk.writes).toEqual([['a']]);
    const settled = commit.settled();
    disk.finish();
    await new Promise(setImmediate);
    expect(disk.writes).toEqual([['a'], ['b', 'c']]);
    disk.finish();
    await settled;
    expect(commit.settled()).toBeUndefined();
  });

  it('lets nobody wait for what comes later', async () => {
    const disk = makeDisk();
    const commit = makeGroupCommit(disk);
    commit.add('a');
    const first = commit.settled();
    commit.add('b');
    disk.finish();
    await first;
    expect(commit.settled()).toBeDefined();
  });

  it('writes the world in the place of lines that it holds already', async () => {
    const disk = makeDisk();
    const commit = makeGroupCommit(disk);
    commit.add('a');
    commit.add('b');
    commit.replace();
    commit.add('c');
    const settled = commit.settled();
    disk.finish();
    await settled;
    expect(disk.writes).toEqual([['a'], 'whole']);
  });

  it('writes the world when the lines have become many', async () => {
    const disk = makeDisk();
    const commit = makeGroupCommit({ ...disk, isLong: () => true });
    commit.add('a');
    await commit.settled();
    expect(disk.writes).toEqual(['whole']);
  });

  it('fails for good when a line cannot be written: nothing is there without what came before it', async () => {
    const disk = makeDisk();
    const commit = makeGroupCommit(disk);
    commit.add('a');
    commit.add('b');
    const settled = commit.settled();
    disk.finish(new Error('no space'));
    await expect(commit.settled()).rejects.toThrow('no space');
    commit.add('c');
    await expect(commit.settled()).rejects.toThrow('no space');
    await expect(settled).rejects.toThrow('no space');
    expect(disk.writes).toEqual([['a']]);
  });
});
