import type { Input, ServiceError } from '../operation.ts';

/** The members of a query request, lists and structures put together, or why they cannot be read. */
export type ParsedForm =
  | { readonly kind: 'form'; readonly members: Input }
  | { readonly kind: 'unreadable'; readonly error: ServiceError };

/** Members that are integers (AWS service model of STS). */
const integers: ReadonlySet<string> = new Set(['DurationSeconds']);

/** No member of STS lies deeper than `Tags.member.1.Key`. */
const deepest = 8;

/** So many members of a list may be left out in a row (observed on live AWS, IAM). */
const widestGap = 10;

/** Reads a form such as the query protocol sends, as `Tags.member.1.Key=team`. Never throws. */
export const parseForm = (body: string): ParsedForm => {
  const root: Node = new Map();
  for (const pair of body.split('&').filter((each) => each !== '')) {
    const read = decodePair(pair);
    if (!read) return unreadable('MalformedQueryString', 404, 'The query string contains a syntax error.');
    const path = read.key.split('.');
    if (path.length > deepest) return malformed('The request is nested too deep.');
    const problem = put(root, path, read.value);
    if (problem !== undefined) return malformed(problem);
  }
  try {
    return { kind: 'form', members: structureOf(root) };
  } catch (thrown) {
    if (thrown instanceof Malformed) return malformed(thrown.message);
    throw thrown;
  }
};

/** Text, or what lies below by its name. */
type Node = Map<string, Node | string>;

/** A list or number that cannot be read; it never leaves this file. */
class Malformed extends Error {}

const unreadable = (code: string, status: number, message: string): ParsedForm => ({
  kind: 'unreadable',
  error: { code, status, message },
});

const malformed = (message: string): ParsedForm => unreadable('MalformedInput', 400, message);

/** A blank is sent as `+` or `%20`; undefined where a `%` is followed by no byte, or bytes are no UTF-8. */
const decodePair = (pair: string): { readonly key: string; readonly value: string } | undefined => {
  const [key = '', ...value] = pair.replaceAll('+', ' ').split('=');
  try {
    return { key: decodeURIComponent(key), value: decodeURIComponent(value.join('=')) };
  } catch {
    return undefined;
  }
};

/** Says what is wrong when something is there already. AWS's answer to a repeated member was not observed. */
const put = (root: Node, path: readonly string[], value: string): string | undefined => {
  const name = path.at(-1) ?? '';
  let node = root;
  for (const step of path.slice(0, -1)) {
    const next = node.get(step) ?? new Map<string, Node | string>();
    if (typeof next === 'string') return startOfStructure;
    node.set(step, next);
    node = next;
  }
  const present = node.get(name);
  if (present === undefined) node.set(name, value);
  if (present instanceof Map) return startOfStructure;
  return present === undefined ? undefined : `Key ${path.join('.')} occurs more than once`;
};

const startOfStructure = 'Start of structure or map found where not expected.';

const structureOf = (node: Node): Input =>
  Object.fromEntries([...node].map(([name, value]) => [name, memberOf(name, value)]));

const memberOf = (name: string, node: Node | string): unknown => {
  if (typeof node === 'string') return integers.has(name) ? integerIn(node) : node;
  const members = node.get('member');
  if (members === undefined || node.size > 1) return structureOf(node);
  return typeof members === 'string' ? structureOf(node) : listOf(members);
};

/** Signs and zeros in front are fine, blanks, points and exponents are not (observed on live AWS). */
const integerIn = (text: string): number => {
  const value = Number(text);
  if (!/^[+-]?\d+$/.test(text) || value > 2_147_483_647 || value < -2_147_483_648)
    throw new Malformed(`${text} is not a valid integer`);
  return value;
};

/** Members count from 1, in any order, with small gaps; the sentences are observed on live AWS, IAM. */
const listOf = (members: Node): readonly unknown[] => {
  const byIndex = new Map([...members].map(([index, value]) => [indexIn(index), memberOf('', value)]));
  const indexes = [...byIndex.keys()].toSorted((one, other) => one - other);
  const gaps = indexes.map((index, at) => index - Math.max(indexes[at - 1] ?? 1, 1));
  const gap = gaps.find((each) => each > widestGap);
  if (gap !== undefined) throw new Malformed(`Excessively sparse input would skip ${gap} list elements`);
  return Array.from({ length: indexes.at(-1) ?? 0 }, (_, at) => byIndex.get(at + 1) ?? null);
};

const indexIn = (text: string): number => {
  if (text.startsWith('-')) throw new Malformed(`Key ${text} may not have a leading '-'`);
  if (!/^\d{1,9}$/.test(text)) throw new Malformed('Start of list found where not expected');
  if (Number(text) === 0) throw new Malformed(`${text} is not a valid index`);
  return Number(text);
};
