import { contactTypes } from '../../contact/contact-type.ts';
import { contactKey } from '../../contact/same-contact.ts';
import type { Change } from '../../plan/change.ts';
import { countText, someOf } from '../count-text.ts';
import { printable } from '../printable.ts';
import type { Style } from '../style.ts';
import { contactText, differenceText } from './contact-text.ts';
import { padEnd } from './table.ts';

const signs = { create: '+', update: '~', delete: '-' } as const;

/** Equal changes of more accounts than this are shown as one. */
const most = 4;

/** Shows changes; those that are equal but for the account are grouped, unless every one is asked for. */
export const renderChanges = (changes: readonly Change[], style: Style): string =>
  [...groupEqual([...changes].sort(byWeight)).values()]
    .flatMap((group) =>
      style.verbose || group.length <= most
        ? group.map((change) => renderOne(change, style))
        : [renderGroup(group, style)],
    )
    .join('\n');

/** What takes something away comes first, what only adds comes last. */
const weights = ['delete', 'update', 'create'];

const byWeight = (one: Change, other: Change): number =>
  weights.indexOf(one.kind) - weights.indexOf(other.kind) ||
  contactTypes.indexOf(one.type) - contactTypes.indexOf(other.type);

const groupEqual = (changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> => {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = JSON.stringify([
      change.kind,
      change.type,
      keyOf(change.before),
      keyOf(change.after),
      change.because.where,
    ]);
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  return groups;
};

const keyOf = (contact: Change['before']): string => (contact ? contactKey(contact) : '');

const renderOne = (change: Change, style: Style): string =>
  [`${lead(change, style)}  ${change.account.id} ${printable(change.account.name)}`, ...details(change, style)].join(
    '\n',
  );

const renderGroup = (group: readonly Change[], style: Style): string => {
  const [first] = group;
  if (!first) return '';
  const ids = someOf(group.map(({ account }) => account.id));
  return [`${lead(first, style)}  ${countText(group.length, 'account')}: ${ids}`, ...details(first, style)].join('\n');
};

const lead = ({ kind, type }: Change, style: Style): string =>
  style.paint(kind, `  ${signs[kind]} ${kind} ${padEnd(type, 'OPERATIONS'.length)}`);

const details = (change: Change, style: Style): string[] => {
  const { where, selector, contactName } = change.because;
  const named = contactName === null ? '' : `${contactName}: `;
  const source = style.paint('quiet', `      because of ${[where, selector].filter(Boolean).join(' ')}`);
  switch (change.kind) {
    case 'create':
      return [`      ${named}${contactText(change.after, style)}`, source];
    case 'update':
      return [`      ${named}${differenceText(change.before, change.after, style)}`, source];
    case 'delete':
      return [`      was ${contactText(change.before, style)}`, source];
    default:
      return change satisfies never;
  }
};
