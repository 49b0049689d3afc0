import { expect, it } from 'vitest';
import { maskContact, maskText } from './mask-contact.ts';

it('keeps the first character, the domain of the address and a digest, and hides the rest', () => {
  const masked = maskContact({ name: 'Mary Major', title: 'Security', email: 'mary@example.com', phone: '+15550100' });
  expect(masked.name).toMatch(/^M\*\*\*·[0-9a-f]{6}$/);
  expect(masked.title).toMatch(/^S\*\*\*·[0-9a-f]{6}$/);
  expect(masked.email).toMatch(/^m\*\*\*·[0-9a-f]{6}@example\.com$/);
  expect(masked.phone).toMatch(/^\+\*\*\*·[0-9a-f]{6}$/);
});

it('leaves an empty text empty, so that it is seen to be', () => {
  expect(maskText('')).toBe('');
});

it('keeps a first character that is made of two code units whole', () => {
  expect(maskText('😀 desk')).toMatch(/^😀\*\*\*/);
});

it('hides an address that has nothing before its domain, or no domain', () => {
  const mask = (email: string) => maskContact({ name: '', title: '', email, phone: '' }).email;
  expect(mask('@example.com')).not.toContain('example');
  expect(mask('mary')).not.toContain('mary');
});

it('gives nearly all of a thousand names masks of their own', () => {
  const masks = new Set(Array.from({ length: 1000 }, (_, index) => maskText(`Contact number ${index}`)));
  expect(masks.size).toBeGreaterThan(995);
});
