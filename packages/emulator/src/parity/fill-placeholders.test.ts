import { describe, expect, it } from 'vitest';
import { fillPlaceholders, namesIn } from './fill-placeholders.ts';

const names = { member: '444455556666', 'member.arn': 'arn:aws:iam::444455556666:user/x', many: ['a', 'b'] };

describe('placeholders', () => {
  it('are filled wherever they are', () => {
    const value = { a: ['${member}', 1, null], b: { c: 'User: ${member.arn} of ${member}' } };
    expect(fillPlaceholders(value, names)).toEqual({
      a: ['444455556666', 1, null],
      b: { c: 'User: arn:aws:iam::444455556666:user/x of 444455556666' },
    });
  });

  it('become the value itself where a text is nothing else', () => {
    expect(fillPlaceholders('${many}', names)).toEqual(['a', 'b']);
  });

  it('are not the variables of IAM', () => {
    expect(fillPlaceholders('${aws:username}', names)).toBe('${aws:username}');
  });

  it('of which nobody knows the value are a mistake', () => {
    expect(() => fillPlaceholders('${nobody}', names)).toThrow('Nothing is known for the placeholder ${nobody}');
  });

  it('are told, each once', () => {
    expect(namesIn([{ a: '${member} ${root}' }, '${root}', '${aws:username}'])).toEqual(['member', 'root']);
  });
});
