import type { Gateway, Result } from 'orgcontacts';

/** What was read so far: answers by call, and the lines that are new since the last batch. */
export interface Seen {
  readonly answers: Map<string, unknown>;
  readonly fresh: string[];
}

const reads = [
  'describeOrganization',
  'getContact',
  'listAccounts',
  'listAccountsIn',
  'listDelegatedAdministrators',
  'listParents',
  'listRoots',
  'listTags',
  'listUnits',
] as const;

/** Reads back what earlier batches remembered. Pure. */
export const parseSeen = (texts: readonly string[]): Seen => {
  const lines = texts.flatMap((text) => text.split('\n').filter((line) => line !== ''));
  return { answers: new Map(lines.map((line) => JSON.parse(line))), fresh: [] };
};

/**
 * A gateway that answers what it was asked before from memory, also by an earlier batch: reading that was interrupted is simply begun
 * again, and is at once where it was. Only what would be answered alike again is remembered.
 */
export const rememberReads = (gateway: Gateway, { answers, fresh }: Seen): Gateway => {
  const remembering = (name: (typeof reads)[number]) => {
    // Each read takes what its own type says; here they only pass through.
    const call = gateway[name] as (...args: unknown[]) => Promise<Result<unknown>>;
    return async (...args: unknown[]): Promise<unknown> => {
      const key = JSON.stringify([name, ...args]);
      if (answers.has(key)) return answers.get(key);
      const answer = await call(...args);
      if (isLasting(answer)) {
        answers.set(key, answer);
        fresh.push(JSON.stringify([key, answer]));
      }
      return answer;
    };
  };
  // Every one of them is a read of the gateway, under its own name.
  const remembered = Object.fromEntries(reads.map((name) => [name, remembering(name)])) as Pick<
    Gateway,
    (typeof reads)[number]
  >;
  return {
    ...gateway,
    get endpoint() {
      return gateway.endpoint;
    },
    ...remembered,
  };
};

const isLasting = (answer: Result<unknown>): boolean =>
  answer.kind === 'ok' || answer.failure.kind === 'denied' || answer.failure.kind === 'missing';
