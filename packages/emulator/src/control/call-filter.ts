import { isAbout } from '../fault/named-by.ts';
import type { LoggedCall } from './call-log.ts';

/** Which logged calls somebody wants to see, or why that cannot be said. */
export type CallFilter =
  | { readonly kind: 'filter'; readonly pick: (calls: readonly LoggedCall[]) => readonly LoggedCall[] }
  | { readonly kind: 'mistake'; readonly message: string };

/** What can be asked for: what it looks like, and which calls it keeps. */
interface Filter {
  readonly form: RegExp;
  readonly about: string;
  readonly keeps: (call: LoggedCall, value: string) => boolean;
}

const number = /^\d{1,15}$/;

const filters: Readonly<Record<string, Filter>> = {
  service: {
    form: /^(account|organizations|sts)$/,
    about: 'account, organizations or sts',
    keeps: ({ service }, value) => service === value,
  },
  operation: {
    form: /^\w+$/,
    about: 'the name of an operation, as PutAlternateContact',
    keeps: ({ operation }, value) => operation === value,
  },
  caller: {
    form: /^\d{12}$/,
    about: 'the twelve digits of the calling account',
    keeps: ({ caller }, value) => caller === value,
  },
  account: {
    form: /^[\w-]+$/,
    about: 'the id of the account, unit or resource that a call names, or of the caller where it names none',
    keeps: ({ account, caller }, value) => isAbout(value, account === null ? [] : [account], caller),
  },
  outcome: {
    form: /^\w+$/,
    about: 'ok, reset or an error code',
    keeps: ({ outcome }, value) => outcome === value,
  },
  since: { form: number, about: 'a seq: only calls after it', keeps: ({ seq }, value) => seq > Number(value) },
  limit: { form: number, about: 'how many calls: with since the next ones, else the last ones', keeps: () => true },
};

/** Reads the query of `GET calls`. */
export const parseCallFilter = (query: string): CallFilter => {
  const asked = [...new URLSearchParams(query)];
  const mistake = asked.map(([name, value]) => mistakeIn(name, value)).find((message) => message !== undefined);
  if (mistake !== undefined) return { kind: 'mistake', message: `${mistake} ${whatThereIs}` };
  const given = new Map(asked);
  if (given.size < asked.length) return { kind: 'mistake', message: `A filter is given twice. ${whatThereIs}` };
  return {
    kind: 'filter',
    pick: (calls) =>
      cut(
        given,
        calls.filter((call) => keeps(given, call)),
      ),
  };
};

const mistakeIn = (name: string, value: string): string | undefined => {
  const filter = Object.hasOwn(filters, name) ? filters[name] : undefined;
  if (!filter) return `There is no filter ${name}.`;
  return filter.form.test(value) ? undefined : `The filter ${name} cannot be ${value || 'empty'}.`;
};

const keeps = (given: ReadonlyMap<string, string>, call: LoggedCall): boolean =>
  [...given].every(([name, value]) => filters[name]?.keeps(call, value));

const cut = (given: ReadonlyMap<string, string>, calls: readonly LoggedCall[]): readonly LoggedCall[] => {
  const limit = given.get('limit');
  if (limit === undefined) return calls;
  return given.has('since') ? calls.slice(0, Number(limit)) : calls.slice(Math.max(0, calls.length - Number(limit)));
};

const whatThereIs = `There is ${Object.entries(filters)
  .map(([name, { about }]) => `${name} (${about})`)
  .join('; ')}.`;
