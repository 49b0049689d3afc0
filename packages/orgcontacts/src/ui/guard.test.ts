import { describe, expect, it } from 'vitest';
import { type Approach, refuse } from './guard.ts';

const secret = 'a'.repeat(32);
const own: Approach = { host: '127.0.0.1:4573', origin: undefined, site: 'none', secret };
const asked = (change: Partial<Approach>) => refuse({ ...own, ...change }, 4573, secret);

describe('a request', () => {
  it.each<[string, Partial<Approach>]>([
    ['typed into the address bar', {}],
    ['of the page itself', { origin: 'http://127.0.0.1:4573', site: 'same-origin' }],
    ['to localhost', { host: 'localhost:4573' }],
    ['of a browser that does not say from where', { site: undefined }],
  ])('%s is answered', (_, change) => {
    expect(asked(change)).toBeUndefined();
  });

  it.each<[string, Partial<Approach>]>([
    ['a name that was pointed here', { host: 'rebound.example.com:4573' }],
    ['another port', { host: '127.0.0.1:80' }],
    ['no port', { host: '127.0.0.1' }],
    ['no host', { host: undefined }],
    ['a name that begins like ours', { host: '127.0.0.1.example.com:4573' }],
  ])('to %s is refused for its Host', (_, change) => {
    expect(asked(change)).toBe('host');
  });

  it.each<[string, Partial<Approach>]>([
    ['another page', { origin: 'https://example.com' }],
    ['a page without an origin', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:8080' }],
    ['another site, as the browser says', { site: 'cross-site' }],
    ['another port, as the browser says', { site: 'same-site' }],
  ])('from %s is refused for its Origin', (_, change) => {
    expect(asked(change)).toBe('origin');
  });

  it.each([['', 'a'.repeat(31), 'b'.repeat(32), `${secret}a`]])('without the secret is refused', (wrong) => {
    expect(asked({ secret: wrong })).toBe('secret');
  });
});
