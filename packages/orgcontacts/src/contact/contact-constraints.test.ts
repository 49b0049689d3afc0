import { describe, expect, it } from 'vitest';
import type { ContactField } from './contact.ts';
import { contactToSend, refusalOf } from './contact-constraints.ts';

const emailOf = (length: number): string => `${'a'.repeat(length - '@example.com'.length)}@example.com`;

describe('lengths', () => {
  it.each<[ContactField, number, (length: number) => string]>([
    ['name', 64, (length) => 'n'.repeat(length)],
    ['title', 50, (length) => 't'.repeat(length)],
    ['email', 254, emailOf],
    ['phone', 25, (length) => '5'.repeat(length)],
  ])('accepts a %s of %d characters and refuses one more', (field, longest, make) => {
    expect(refusalOf(field, make(longest))).toBeUndefined();
    expect(refusalOf(field, make(longest + 1))).toBe(
      `it has ${longest + 1} characters, and AWS accepts at most ${longest}`,
    );
  });

  it.each<ContactField>(['name', 'title', 'email', 'phone'])('refuses an empty %s', (field) => {
    expect(refusalOf(field, '')).toContain('empty');
  });
});

describe('patterns', () => {
  it.each<[ContactField, string]>([
    ['email', 'a..b@x.y'],
    ['email', 'security-contact@example.com'],
    ['email', 'a_b+c=d.e#f|g!h&i-j@example.com'],
    ['email', '  spaced@example.com  '],
    ['email', '.@..x'],
    ['email', 'a@-.y'],
    ['phone', '-'],
    ['phone', ' '],
    ['phone', '+1(555)555-5555'],
    ['phone', '+1 555 0100'],
    ['name', ' '],
    ['name', '山田 太郎'],
    ['name', '<b>'],
    ['title', '--'],
  ])('accepts the %s %j', (field, value) => {
    expect(refusalOf(field, value)).toBeUndefined();
  });

  it.each<[ContactField, string]>([
    ['email', 'user@example.xn--p1ai'],
    ['email', 'user@localhost'],
    ['email', 'user@@example.com'],
    ['email', 'user example@example.com'],
    ['email', "o'neil@example.com"],
    ['email', 'user%x@example.com'],
    ['email', 'müller@example.com'],
    ['email', '@example.com'],
    ['email', 'user@example.com, other@example.com'],
    ['phone', 'x5'],
    ['phone', '555 0100 ext 5'],
    ['phone', '555.0100'],
    ['phone', '555/0100'],
    ['phone', '٥٥٥'],
  ])('refuses the %s %j', (field, value) => {
    expect(refusalOf(field, value)).toMatch(/^AWS accepts .* /);
  });
});

it('sends a contact as written but for the blanks around its e-mail address', () => {
  const contact = { name: ' Mary ', title: ' T ', email: ' Mary@Example.com\t', phone: ' 5 ' };
  expect(contactToSend(contact)).toEqual({ name: ' Mary ', title: ' T ', email: 'Mary@Example.com', phone: ' 5 ' });
});
