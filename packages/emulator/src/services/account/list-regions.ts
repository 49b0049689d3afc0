import { createHash } from 'node:crypto';
import { type Context, type Operation, ok, refuse } from '../../operation.ts';
import { regionStatuses, regions } from '../../world/region.ts';
import { accountAccess } from './account-access.ts';
import { invalidField } from './account-errors.ts';
import { accountIdField, targetOf } from './reach-account.ts';
import { regionStatusOf } from './region-status.ts';

/** So many on a page by default (observed on live AWS). */
const pageSize = 20;

/** Sorted by name; an empty filter is none, and one that says a status twice is fine (observed on live AWS). */
export const listRegions: Operation = {
  ...accountAccess('ListRegions'),
  fields: [
    accountIdField,
    { name: 'MaxResults', type: 'integer', min: 1, max: 50 },
    { name: 'NextToken', type: 'string', max: 1000 },
    { name: 'RegionOptStatusContains', type: 'list', values: regionStatuses },
  ],
  handle: (context) => {
    const { input, now } = context;
    const account = targetOf(context);
    const last = lastSeen(context);
    if (last === undefined) return refuse(badToken);
    const wanted = wantedStatuses(context);
    const rest = [...regions.keys()]
      .filter((name) => name > last)
      .map((name) => ({ RegionName: name, RegionOptStatus: regionStatusOf(account, name, now) }))
      .filter(({ RegionOptStatus }) => wanted.length === 0 || wanted.includes(RegionOptStatus));
    const page = rest.slice(0, Number(input['MaxResults'] ?? pageSize));
    const next = page.at(-1)?.RegionName;
    return ok({
      Regions: page,
      ...(next !== undefined && page.length < rest.length && { NextToken: tokenAfter(context, next) }),
    });
  },
};

const wantedStatuses = ({ input }: Context): readonly unknown[] => {
  const wanted = input['RegionOptStatusContains'];
  return Array.isArray(wanted) ? wanted : [];
};

/** The last Region of the page before: before all for the first page, undefined for a token that was never given out for this list. */
const lastSeen = (context: Context): string | undefined => {
  const token = context.input['NextToken'] ?? undefined;
  return token === undefined ? '' : [...regions.keys()].find((name) => tokenAfter(context, name) === token);
};

/** Opaque, and good for the list that it came from only: this account and this filter. */
const tokenAfter = (context: Context, name: string): string =>
  createHash('sha256')
    .update(JSON.stringify([targetOf(context).id, wantedStatuses(context), name]))
    .digest('base64url');

/** Observed on live AWS. */
const badToken = invalidField('NextToken', 'NextToken is malformed');
