import { contactTypes } from '../../contact/contact-type.ts';
import { contactKey } from '../../contact/same-contact.ts';
import { printable } from '../../diagnostic/printable.ts';
import type { Change } from '../../plan/change.ts';
import { groupBy } from '../group-by.ts';
import type { Style } from '../style.ts';
import { accountLines } from './account-lines.ts';
import { contactText, differenceText } from './contact-text.ts';
import { padEnd } from './table.ts';

const signs = { create: '+', update: '~', delete: '-' } as const;

/** What takes something away comes first, what only adds comes last. */
const weights = ['delete', 'update', 'create'];

/** Shows changes; those that are equal but for the account are told once. */
export const renderChanges = (changes: readonly Change[], style: Style): string =>
  groupBy([...changes].sort(byWeight), equalKey)
    .map((group) => renderGroup(group, style))
    .join('\n');

const byWeight = (one: Change, other: Change): number =>
  weights.indexOf(one.kind) - weights.indexOf(other.kind) ||
  contactTypes.indexOf(one.type) - contactTypes.indexOf(other.type);

const equalKey = ({ kind, type, before, after, because }: Change): string =>
  JSON.stringify([kind, type, before && contactKey(before), after && contactKey(after), because.where]);

const renderGroup = (group: readonly [Change, ...Change[]], style: Style): string => {
  const [first] = group;
  const lead = style.paint(
    first.kind,
    `  ${signs[first.kind]} ${first.kind} ${padEnd(first.type, 'OPERATIONS'.length)}`,
  );
  const accounts = accountLines(
    group.map(({ account }) => account),
    style,
  );
  return [...accounts.map((line) => `${lead}  ${line}`), ...details(first, style)].join('\n');
};

const details = (change: Change, style: Style): string[] => {
  const { where, selector, contactName, masked } = change.because;
  const named = contactName === null ? '' : `${printable(contactName)}: `;
  const source = style.paint('quiet', `      because of ${[where, selector].filter(Boolean).map(printable).join(' ')}`);
  switch (change.kind) {
    case 'create':
      return [`      ${named}${contactText(change.after, style, masked)}`, source];
    case 'update':
      return [`      ${named}${differenceText(change.before, change.after, style, masked)}`, source];
    case 'delete':
      return [`      was ${contactText(change.before, style, masked)}`, source];
    default:
      return change satisfies never;
  }
};
