import type { Contact } from '../../contact/contact.ts';
import { type Failure, failed, ok } from '../../failure/failure.ts';
import type { Gateway } from '../gateway.ts';

/** A failure for tests, as AWS would send it. */
export const aFailure = (overrides: Partial<Failure> = {}): Failure => ({
  kind: 'denied',
  operation: 'account:GetAlternateContact',
  code: 'AccessDeniedException',
  message: 'not authorized',
  status: 403,
  ...overrides,
});

/** AWS did not say where its accounts are before it had `Paths`. */
export const withoutPaths = (gateway: Gateway): Gateway => ({
  ...gateway,
  listAccounts: async (token) => {
    const page = await gateway.listAccounts(token);
    if (page.kind === 'failed') return page;
    const items = page.value.items.map(({ id, name, email, state }) => ({ id, name, email, state }));
    return ok({ ...page.value, items });
  },
});

/** AWS may answer the first call of a list with an empty page and a token. */
export const withEmptyFirstPages = (gateway: Gateway): Gateway => ({
  ...gateway,
  listAccounts: async (token) => (token === undefined ? emptyPage : gateway.listAccounts(real(token))),
  listRoots: async (token) => (token === undefined ? emptyPage : gateway.listRoots(real(token))),
  listUnits: async (parent, token) => (token === undefined ? emptyPage : gateway.listUnits(parent, real(token))),
  listAccountsIn: async (parent, token) =>
    token === undefined ? emptyPage : gateway.listAccountsIn(parent, real(token)),
  listTags: async (id, token) => (token === undefined ? emptyPage : gateway.listTags(id, real(token))),
});

const emptyPage = ok({ items: [], next: 'begin' });

const real = (token: string): string | undefined => (token === 'begin' ? undefined : token);

/** Reads lag behind: each contact is read as it was before this many further reads of it. */
export const withLateReads = (gateway: Gateway, lag: number): Gateway => {
  const left = new Map<string, { reads: number; readonly before: Awaited<ReturnType<Gateway['getContact']>> }>();
  const remember = async (...[target, type]: Parameters<Gateway['getContact']>) => {
    left.set(`${target.accountId} ${type}`, { reads: lag, before: await gateway.getContact(target, type) });
  };
  return {
    ...gateway,
    getContact: async (target, type) => {
      const late = left.get(`${target.accountId} ${type}`);
      return late && late.reads-- > 0 ? late.before : gateway.getContact(target, type);
    },
    putContact: async (target, type, contact) => {
      await remember(target, type);
      return gateway.putContact(target, type, contact);
    },
    deleteContact: async (target, type) => {
      await remember(target, type);
      return gateway.deleteContact(target, type);
    },
  };
};

/** Every write takes effect, and its answer is lost on the way. */
export const withLostAnswers = (gateway: Gateway): Gateway => ({
  ...gateway,
  putContact: async (target, type, contact) => {
    await gateway.putContact(target, type, contact);
    return failed(lost('account:PutAlternateContact'));
  },
  deleteContact: async (target, type) => {
    await gateway.deleteContact(target, type);
    return failed(lost('account:DeleteAlternateContact'));
  },
});

const lost = (operation: string): Failure => ({
  kind: 'unavailable',
  operation,
  code: 'ECONNRESET',
  message: 'socket hang up',
});

/** The first read of each contact shows something else than what is there. */
export const withOneStaleRead = (gateway: Gateway, shown: Contact): Gateway => {
  const seen = new Set<string>();
  return {
    ...gateway,
    getContact: async (target, type) => {
      const key = `${target.accountId} ${type}`;
      if (seen.has(key)) return gateway.getContact(target, type);
      seen.add(key);
      return ok(shown);
    },
  };
};
