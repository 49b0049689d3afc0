import { type Command, InvalidArgumentError } from 'commander';
import { type AccountId, parseAccountId } from '../contact/account-id.ts';
import { type ContactType, contactTypes, parseContactType } from '../contact/contact-type.ts';
import type { Selector } from '../selector/selector.ts';

/** Which accounts and types a command is about. */
export interface FilterOptions {
  readonly account?: readonly AccountId[];
  readonly ou?: readonly string[];
  readonly tag?: readonly { readonly key: string; readonly value: string }[];
  readonly type?: readonly ContactType[];
}

/** Adds the filters by which a change can go out in waves. */
export const withFilters = (command: Command): Command =>
  withAccounts(command).option(
    '--type <type>',
    `only this contact type: ${contactTypes.join(', ')}; may be repeated`,
    collect(readType),
  );

/** Adds the filters that say which accounts are meant. */
export const withAccounts = (command: Command): Command =>
  command
    .option('--account <id>', 'only this account; may be repeated', collect(readAccount))
    .option(
      '--ou <unit>',
      'only accounts in this unit and below, by path or id; may be repeated',
      collect((text) => text),
    )
    .option('--tag <key=value>', 'only accounts with this tag; may be repeated, then all must hold', collect(readTag));

/** The filters as a selector: an account has to meet each of them. */
export const selectorOf = ({ account, ou, tag }: FilterOptions): Selector => {
  const conditions: Selector = [
    ...(account ? [{ kind: 'account' as const, ids: account }] : []),
    ...(ou ? [{ kind: 'ou' as const, units: ou }] : []),
    ...(tag ?? []).map(({ key, value }) => ({ kind: 'tag' as const, key, values: [value] })),
  ];
  return conditions.length === 0 ? [{ kind: 'all' }] : conditions;
};

const collect =
  <Value>(read: (text: string) => Value) =>
  (text: string, earlier: readonly Value[] = []): readonly Value[] => [...earlier, read(text)];

const readAccount = (text: string): AccountId => {
  const id = parseAccountId(text);
  if (id === undefined) throw new InvalidArgumentError('An account id has twelve digits.');
  return id;
};

const readType = (text: string): ContactType => {
  const type = parseContactType(text);
  if (type === undefined) throw new InvalidArgumentError(`Expected one of ${contactTypes.join(', ')}.`);
  return type;
};

const readTag = (text: string): { readonly key: string; readonly value: string } => {
  const at = text.indexOf('=');
  if (at <= 0) throw new InvalidArgumentError('Expected key=value.');
  return { key: text.slice(0, at), value: text.slice(at + 1) };
};
