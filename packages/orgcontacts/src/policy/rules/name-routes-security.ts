import type { DraftConditions } from '../draft-selector.ts';
import { atValue, type Rule } from '../rule.ts';
import type { Path } from '../source.ts';

/** The name of an account, which its members can change, decides about its security contact. */
export const nameRoutesSecurity: Rule = ({ source, assignments }) =>
  assignments.flatMap(({ path, value: { match, wants } }) => {
    if (!match || match === 'all' || !wants.some(({ type }) => type === 'SECURITY')) return [];
    return namesIn(match, [...path, 'match']).map((at) =>
      atValue(source, at, {
        code: 'name-routes-security',
        message: 'Members can rename their account, and would choose their security contact by it.',
        help: 'Match by ou or account, or by a tag that members may not change.',
      }),
    );
  });

const namesIn = ({ name, not }: DraftConditions, path: Path): readonly Path[] => [
  ...(name ? [[...path, 'name']] : []),
  ...(not ? namesIn(not, [...path, 'not']) : []),
];
