import { InvalidArgumentError } from 'commander';
import { type AccountId, parseAccountId } from '../contact/account-id.ts';
import type { Plan } from '../plan/plan.ts';
import { someOf } from '../report/count-text.ts';
import { CliError } from './cli-error.ts';

/** Which accounts go first: so many, or just these. */
export type Canary =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'accounts'; readonly ids: readonly AccountId[] };

/** Reads `3`, or account ids with commas between. */
export const readCanary = (text: string): Canary => {
  const parts = text.split(',').map((part) => part.trim());
  const ids = parts.flatMap((part) => parseAccountId(part) ?? []);
  if (ids.length === parts.length) return { kind: 'accounts', ids };
  const count = Number(text);
  if (/^\d{1,6}$/.test(text) && count > 0) return { kind: 'count', count };
  throw new InvalidArgumentError('Expected a number of accounts, or account ids of twelve digits with commas between.');
};

/** The accounts of a plan that go first; an account that the plan does not change is a slip. */
export const canaryOf = (canary: Canary | undefined, plan: Plan): readonly AccountId[] => {
  // Changes are sorted by account id.
  const changed = [...new Set(plan.changes.map(({ account }) => account.id))];
  switch (canary?.kind) {
    case undefined:
      return [];
    case 'count':
      return changed.slice(0, canary.count);
    case 'accounts': {
      const strangers = canary.ids.filter((id) => !changed.includes(id));
      if (strangers.length === 0) return canary.ids;
      throw new CliError(
        'error',
        `The plan changes nothing in ${someOf(strangers)}, so it cannot be tried there first.`,
        `It changes ${changed.length === 0 ? 'no account' : someOf(changed)}.`,
      );
    }
    default:
      return canary satisfies never;
  }
};
