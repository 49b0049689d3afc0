import { createHash, timingSafeEqual } from 'node:crypto';

/** What the guard looks at in a request. */
export interface Approach {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** The header Sec-Fetch-Site, which every current browser sends. */
  readonly site: string | undefined;
  /** The first part of the path. */
  readonly secret: string;
}

/** Why a request is not answered. */
export type Refusal = 'host' | 'origin' | 'secret';

/**
 * Decides whether a request comes from a page that this server gave out itself. Another name in Host means that a foreign name was
 * pointed at this machine (DNS rebinding); another Origin or site, that a foreign page asks; and whoever does not know the secret was
 * not given the address. Pure.
 */
export const refuse = (approach: Approach, port: number, secret: string): Refusal | undefined => {
  const { host, origin, site } = approach;
  if (host === undefined || !hostsOf(port).includes(host)) return 'host';
  if (origin !== undefined && origin !== `http://${host}`) return 'origin';
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'origin';
  return isSame(approach.secret, secret) ? undefined : 'secret';
};

const hostsOf = (port: number): readonly string[] => [`127.0.0.1:${port}`, `localhost:${port}`];

/** Over hashes, since only texts of equal length can be compared in equal time. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(hashOf(one), hashOf(other));

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
