import { countText, someOf } from '../../../report/count-text.ts';
import { breachText } from '../../../report/terminal/plan.ts';
import type { Happening, NamedContact } from '../../../watch/happening.ts';

/** Says in a line what happened. Contacts are named by account and type, and their values never are. */
export const renderHappening = (happening: Happening): string => {
  switch (happening.kind) {
    case 'started':
      return `watching, mode ${happening.mode}, events ${happening.events === null ? 'none' : `from ${happening.events}`}`;
    case 'event':
      return `event: ${happening.accountId} ${happening.what}`;
    case 'ignored':
      return `event ignored: ${happening.because}`;
    case 'events-lost':
      return `events do not come: ${happening.because}`;
    case 'events-back':
      return 'events come again';
    case 'events-missed':
      return `events were missed, everything is looked at: ${happening.because}`;
    case 'looked':
      return lookedText(happening);
    case 'wrote':
      return wroteText(happening);
    case 'reported':
      return `other than the policy wants, and left so: ${listText(happening.contacts)}`;
    case 'contested':
      return `contested, not written any more until somebody settles it: ${listText(happening.contacts)}`;
    case 'refused':
      return `${countText(happening.changes, 'change')} not written, they pass a limit (${happening.breaches.map(breachText).join('; ')}); look at them with: orgcontacts plan`;
    case 'later':
      return `${happening.accountId} again later, try ${happening.tries}: ${happening.because}`;
    case 'given-up':
      return `${happening.accountId} left to the next look at everything: ${happening.because}`;
    case 'paused':
      return happening.because;
    case 'unpaused':
      return 'writing goes on';
    case 'trouble':
      return `nothing was written: ${happening.because}`;
    case 'stopped':
      return 'stopped';
    default:
      return happening satisfies never;
  }
};

const lookedText = ({ accounts, changes, findings, isIncomplete }: Extract<Happening, { kind: 'looked' }>): string => {
  const where = accounts === 'all' ? 'everything' : accounts.join(', ');
  const found =
    changes + findings === 0 ? 'as wanted' : `${countText(changes + findings, 'contact')} other than wanted`;
  return `looked at ${where}: ${found}${isIncomplete ? ', some could not be read or decided' : ''}`;
};

const wroteText = ({ run, counts, detail }: Extract<Happening, { kind: 'wrote' }>): string => {
  const { items, written, already } = counts;
  const notDone = items - written - already;
  const trouble = notDone === 0 ? '' : `, ${notDone} not done${detail === '' ? '' : ` (${detail})`}`;
  return `wrote ${countText(written, 'contact')}${trouble}: run ${run}`;
};

/** So many are named in a line; --json names all. */
const shown = 5;

const listText = (contacts: readonly NamedContact[]): string =>
  someOf(
    contacts.map(({ accountId, type }) => `${accountId} ${type}`),
    shown,
  );
