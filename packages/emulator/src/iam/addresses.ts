import { BlockList, isIP } from 'node:net';

/** An address without zeros in front, which count for nothing (observed on live AWS); undefined when it is none. */
export const addressIn = (text: string): string | undefined => {
  const plain = text.replaceAll(/(?<=^|\.)0+(?=\d+(\.|$))/g, '');
  return isIP(plain) === 0 ? undefined : plain;
};

/** The addresses of a range, as `192.0.2.0/24`, or of a single one; undefined when it is none. */
export const rangeIn = (text: string): BlockList | undefined => {
  const [, network = '', prefix] = /^([^/]*)(?:\/\+?(\d+))?$/.exec(text) ?? [];
  const address = addressIn(network);
  if (address === undefined) return undefined;
  const family = familyOf(address);
  const longest = family === 'ipv6' ? 128 : 32;
  const length = Number(prefix ?? longest);
  if (length > longest) return undefined;
  const list = new BlockList();
  list.addSubnet(address, length, family);
  return list;
};

/** The family of an address, in the word of Node.js. */
export const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
