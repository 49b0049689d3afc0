import { isDeepStrictEqual } from 'node:util';
import { namedBy } from './fault/named-by.ts';
import { isRead } from './is-read.ts';
import type { Context, Operation, Outcome, ServiceName } from './operation.ts';
import type { Past } from './world/past.ts';
import type { WorldAccount } from './world/world-file.ts';

/** A call that an operation worked on, and what came of it; without an outcome where the emulator made a mistake. */
export interface CarriedOut {
  readonly service: ServiceName;
  readonly operation: string;
  readonly context: Context;
  readonly outcome?: Outcome;
}

/** Lets an operation do its work. A read of Account Management sees as much of the past as there is to see; a write leaves an image there. */
export const handleCall = (
  past: Past,
  service: ServiceName,
  operation: Operation,
  context: Context,
  isStale: boolean,
): Outcome => {
  if (isRead(operation.name)) return operation.handle(service === 'account' ? behind(past, context, isStale) : context);
  const images = touchedBy(context).map((account) => structuredClone(account));
  const outcome = operation.handle(context);
  if (outcome.kind === 'error') return outcome;
  for (const image of images) {
    // Most operations of the other services name an account and change nothing that Account Management shows.
    const isWritten = service === 'account' || !isDeepStrictEqual(image, context.world.accounts.get(image.id));
    if (isWritten) past.keep(image, context.now);
  }
  return outcome;
};

/** What comes about with time is behind too. */
const behind = (past: Past, context: Context, isStale: boolean): Context =>
  past.delay === 0 && !isStale
    ? context
    : {
        ...context,
        now: context.now - past.delay,
        seen: (account) => (isStale ? past.stale(account, context.now) : past.delayed(account, context.now)),
      };

/** The accounts that a call names, or else the caller's own. */
const touchedBy = ({ world, input, caller }: Context): readonly WorldAccount[] => {
  const named = namedBy(input);
  const touched = named.length === 0 ? [caller.accountId] : named;
  return touched.map((id) => world.accounts.get(id)).filter((account) => account !== undefined);
};
