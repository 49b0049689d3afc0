import { hash } from 'node:crypto';
import { type Context, type Input, type Outcome, ok, refuse } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import { organizationsError } from './access.ts';

/** A page holds at most 20, and so many by default (AWS service model, MaxResults). */
const pageSize = 20;

/** The members of every paginated operation. */
export const pageFields: readonly Field[] = [
  { name: 'NextToken', type: 'string', max: 100_000 },
  { name: 'MaxResults', type: 'integer', min: 1, max: pageSize },
];

/** Answers one page of a list. Only the items of the page are rendered, so that a call does not depend on the length of the list. */
export const pageOf = <Item>(
  { input, behaviour }: Context,
  member: string,
  items: readonly Item[],
  render: (item: Item) => unknown,
): Outcome => {
  const list = listOf(input, member);
  // Null is as good as nothing (observed on live AWS).
  const token = input['NextToken'] ?? undefined;
  const from = token === undefined ? 0 : readToken(list, String(token));
  if (from === undefined || from > items.length) return refuse(badToken);
  if (behaviour.emptyPages === 'first' && token === undefined) {
    return ok({ [member]: [], NextToken: makeToken(list, 0) });
  }
  const to = from + Number(input['MaxResults'] ?? pageSize);
  return ok({
    [member]: items.slice(from, to).map(render),
    ...(to < items.length && { NextToken: makeToken(list, to) }),
  });
};

/** Which list is read: its member and all that the caller asked but for the page, as a digest. */
const listOf = ({ NextToken, MaxResults, ...asked }: Input, member: string): string =>
  hash('sha256', JSON.stringify([member, Object.entries(asked).toSorted(byName)]), 'base64url');

const byName = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number =>
  left < right ? -1 : 1;

/** Opaque: it tells a caller nothing, and holds for the list that it came from only. */
const makeToken = (list: string, from: number): string => Buffer.from(`${list} ${from}`).toString('base64url');

const readToken = (list: string, token: string): number | undefined => {
  const from = Number(Buffer.from(token, 'base64url').toString().split(' ')[1]);
  return token === makeToken(list, from) ? from : undefined;
};

const badToken = organizationsError(
  'InvalidInputException',
  'You specified an invalid value for nextToken. You must get the value from the response to a previous call to the API.',
  'INVALID_NEXT_TOKEN',
);
