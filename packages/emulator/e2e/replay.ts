import type { Key, Try } from './processes.ts';

/** A call in the emulator's own log, as far as it matters here. */
export interface LoggedCall {
  readonly seq: number;
  readonly operation: string;
  readonly caller: string;
  readonly account: string | null;
  readonly status: number;
  readonly fault: { readonly error: string; readonly when: 'before' | 'after' } | null;
  readonly parameters: { readonly AlternateContactType?: string; readonly Name?: string } | null;
}

/** The name that each contact holds; a contact that is not set has no entry. */
export type Names = ReadonlyMap<string, string>;

export const keyOf = ({ account, type }: Key): string => `${account} ${type}`;

/** A call of the log beside the try that made it. */
interface Step {
  readonly logged: LoggedCall;
  readonly tried: Try;
}

/** What does not fit: between what the writers saw, what the log says and what the world holds. */
export const contradictions = (
  before: Names,
  log: readonly LoggedCall[],
  tries: ReadonlyMap<string, readonly Try[]>,
  after: Names,
): readonly string[] => {
  const { steps, problems } = pairUp(log, tries);
  if (problems.length > 0) return problems;
  const past = new Map<string, (string | undefined)[]>([...before].map(([key, name]) => [key, [name]]));
  const wrong = steps.flatMap((step) => follow(past, step));
  const now = new Map([...past].flatMap(([key, names]) => entry(key, names.at(-1))));
  const keys = new Set([...now.keys(), ...after.keys()]);
  const differing = [...keys].filter((key) => now.get(key) !== after.get(key));
  return [
    ...wrong,
    ...differing.map((key) => `${key}: the log comes to ${now.get(key)}, and the world holds ${after.get(key)}`),
  ];
};

const entry = (key: string, name: string | undefined): [string, string][] => (name === undefined ? [] : [[key, name]]);

/** Each writer makes one call after the other, so that its tries stand in the log in their order, each exactly once. */
const pairUp = (log: readonly LoggedCall[], tries: ReadonlyMap<string, readonly Try[]>) => {
  const next = new Map([...tries].map(([caller, list]) => [caller, list.values()]));
  const problems: string[] = [];
  const steps = log.flatMap((logged): Step[] => {
    const tried = next.get(logged.caller)?.next().value;
    if (tried && isSame(logged, tried)) return [{ logged, tried }];
    problems.push(`the log has ${JSON.stringify(logged)}, and the writer saw ${JSON.stringify(tried)}`);
    return [];
  });
  for (const rest of next.values())
    for (const tried of rest) problems.push(`the log does not have ${JSON.stringify(tried)}`);
  return { steps, problems: problems.slice(0, 3) };
};

const isSame = ({ operation, account, status, parameters }: LoggedCall, tried: Try): boolean =>
  operation === tried.operation &&
  account === tried.account &&
  status === tried.status &&
  (parameters === null || (parameters.AlternateContactType === tried.type && parameters.Name === tried.name));

/** Takes one step of the log, and says what is wrong with it. */
const follow = (past: Map<string, (string | undefined)[]>, { logged, tried }: Step): readonly string[] => {
  const key = keyOf(tried);
  const states = past.get(key) ?? [undefined];
  past.set(key, states);
  const now = states.at(-1);
  const wrong = problemWith(logged, tried, states, now);
  if (takesEffect(logged)) {
    if (tried.operation === 'PutAlternateContact') states.push(tried.name);
    if (tried.operation === 'DeleteAlternateContact' && now !== undefined) states.push(undefined);
  }
  return wrong ? [`${wrong}, and it was ${now}: ${JSON.stringify(logged)} ${JSON.stringify(tried)}`] : [];
};

/** A call that was struck before it took effect took none; after it, only its answer was lost or replaced. */
const takesEffect = ({ status, fault }: LoggedCall): boolean => fault?.when === 'after' || status === 200;

const problemWith = (
  { fault }: LoggedCall,
  { operation, status, read }: Try,
  states: readonly (string | undefined)[],
  now: string | undefined,
): string | undefined => {
  if (status !== 200 && status !== 404) return fault ? undefined : 'a call failed that nothing struck';
  const isThere = status === 200;
  if (operation === 'DeleteAlternateContact' && isThere !== (now !== undefined)) return `a delete got ${status}`;
  if (operation !== 'GetAlternateContact') return undefined;
  if (isThere !== (read !== undefined)) return `a read got ${status} and ${read}`;
  if (fault?.error === 'StaleRead') return states.includes(read) ? undefined : `a stale read saw ${read}`;
  return read === now ? undefined : `a read saw ${read}`;
};
