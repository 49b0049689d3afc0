import type { LoggedEvent } from '../event/event-log.ts';

/** Which events somebody wants to see, or why that cannot be said. */
export type EventFilter =
  | {
      readonly kind: 'filter';
      /** Only events after this place. */
      readonly since: number | undefined;
      readonly limit: number | undefined;
      readonly keeps: (logged: LoggedEvent) => boolean;
    }
  | { readonly kind: 'mistake'; readonly message: string };

/** What can be asked for: what it looks like, and which events it keeps. */
interface Filter {
  readonly form: RegExp;
  readonly about: string;
  readonly keeps: (logged: LoggedEvent, value: string) => boolean;
}

const number = /^\d{1,15}$/;

const filters: Readonly<Record<string, Filter>> = {
  account: {
    form: /^\d{12}$/,
    about: 'the twelve digits of the account on whose bus it is',
    keeps: ({ event }, value) => event.account === value,
  },
  source: {
    form: /^aws\.(account|organizations)$/,
    about: 'aws.account or aws.organizations',
    keeps: ({ event }, value) => event.source === value,
  },
  'detail-type': {
    form: /^[\w -]+$/,
    about: 'as AWS Service Event via CloudTrail',
    keeps: ({ event }, value) => event['detail-type'] === value,
  },
  name: {
    form: /^\w+$/,
    about: 'the eventName of a record, as CreateAccountResult',
    keeps: ({ event }, value) => event.detail['eventName'] === value,
  },
  since: { form: number, about: 'a seq: only events after it', keeps: () => true },
  limit: { form: number, about: 'how many events: with since the next ones, else the last ones', keeps: () => true },
};

/** Reads the query of `GET events`. */
export const parseEventFilter = (query: string): EventFilter => {
  const asked = [...new URLSearchParams(query)];
  const mistake = asked.map(([name, value]) => mistakeIn(name, value)).find((message) => message !== undefined);
  if (mistake !== undefined) return { kind: 'mistake', message: `${mistake} ${whatThereIs}` };
  const given = new Map(asked);
  if (given.size < asked.length) return { kind: 'mistake', message: `A filter is given twice. ${whatThereIs}` };
  return {
    kind: 'filter',
    since: numberIn(given, 'since'),
    limit: numberIn(given, 'limit'),
    keeps: (logged) => asked.every(([name, value]) => filters[name]?.keeps(logged, value)),
  };
};

const numberIn = (given: ReadonlyMap<string, string>, name: string): number | undefined => {
  const text = given.get(name);
  return text === undefined ? undefined : Number(text);
};

const mistakeIn = (name: string, value: string): string | undefined => {
  const filter = Object.hasOwn(filters, name) ? filters[name] : undefined;
  if (!filter) return `There is no filter ${name}.`;
  return filter.form.test(value) ? undefined : `The filter ${name} cannot be ${value || 'empty'}.`;
};

const whatThereIs = `There is ${Object.entries(filters)
  .map(([name, { about }]) => `${name} (${about})`)
  .join('; ')}.`;
