import type { ParityClient } from './client.ts';
import type { OperationName } from './step.ts';

/** The only operations that scripts may call to write to a real organization: those whose effect is put back afterwards. */
const restorable: readonly OperationName[] = ['account:PutAlternateContact', 'account:DeleteAlternateContact'];

const read = /^(account|organizations|sts):(Get|List|Describe)[A-Z]/;

/** Why a call may not leave for a real organization; undefined when it may. A write has to name an account that was given for it. */
export const guardCall = (
  operation: OperationName,
  input: Readonly<Record<string, unknown>>,
  writeAccounts: readonly string[],
): string | undefined => {
  if (read.test(operation)) return undefined;
  if (!restorable.includes(operation)) return `${operation} is no read, and what it does is not put back.`;
  const account = input['AccountId'];
  if (account === undefined) return `${operation} names no account, so that it would write to the caller's own.`;
  if (typeof account === 'string' && /^\d{12}$/.test(account) && writeAccounts.includes(account)) return undefined;
  return `${operation} names ${JSON.stringify(account)}, which is not among the accounts that may be written to.`;
};

/** A client with the guard before it: a call that may not leave throws, and nothing is sent. */
export const guardedClient = (client: ParityClient, writeAccounts: readonly string[]): ParityClient => ({
  validates: client.validates,
  call: async (as, operation, input) => {
    const objection = guardCall(operation, input, writeAccounts);
    if (objection !== undefined) throw new Error(`Held back by the guard: ${objection}`);
    return client.call(as, operation, input);
  },
});
