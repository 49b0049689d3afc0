import type { Command } from 'commander';
import type { Selector } from '../selector/selector.ts';
import { CliError } from './cli-error.ts';
import { type FilterOptions, selectorOf, withAccounts } from './filter-options.ts';

/** Which accounts a change without a policy is for. */
export interface ScopeOptions extends Omit<FilterOptions, 'type'> {
  readonly all?: boolean;
  readonly againstPolicy?: boolean;
  readonly dryRun?: boolean;
}

/** Adds the options that say which accounts a change without a policy is for. */
export const withScope = (command: Command): Command =>
  withAccounts(command.option('--all', 'every account of the organization, the management account included'))
    .option('--against-policy', 'also where the policy file in this folder says something else')
    .option('--dry-run', 'only show what would change');

/** The accounts that are meant. Nobody means all of them by saying nothing. */
export const scopeOf = ({ all, ...filters }: ScopeOptions): Selector => {
  const isFiltered = Boolean(filters.account ?? filters.ou ?? filters.tag);
  if (all === true && isFiltered)
    throw new CliError('error', '--all and a filter contradict each other.', 'Leave out one of them.');
  if (!all && !isFiltered)
    throw new CliError(
      'error',
      'Nothing says which accounts are meant.',
      'Say --all, or --ou UNIT, --tag KEY=VALUE, --account ID.',
    );
  return selectorOf(filters);
};
