import { conditionsWithin } from '../conditions-in.ts';
import { atValue, type Rule } from '../rule.ts';

/** The name of an account, which its members can change, decides about its security contact. */
export const nameRoutesSecurity: Rule = ({ source, assignments }) =>
  assignments.flatMap(({ path, value: { match, wants } }) => {
    if (!match || !wants.some(({ type }) => type === 'SECURITY')) return [];
    const named = conditionsWithin([...path, 'match'], match).filter(({ conditions }) => conditions.name);
    return named.map((each) =>
      atValue(source, [...each.path, 'name'], {
        code: 'name-routes-security',
        message: 'Members can rename their account, and would choose their security contact by it.',
        help: 'Match by ou or account, or by a tag that members may not change.',
      }),
    );
  });
