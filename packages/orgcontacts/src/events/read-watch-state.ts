import { z } from 'zod';
import { accountIdSchema, contactTypeSchema } from '../plan/plan-schema.ts';
import { signalKinds } from './signal.ts';
import type { WatchState } from './watch-state.ts';

const count = z.int().min(0);
const time = z.number();

const stateSchema: z.ZodType<WatchState> = z.object({
  format: z.literal('orgcontacts/watch'),
  version: z.literal(1),
  seen: z.record(z.string(), time),
  waiting: z.record(
    z.string(),
    z.object({
      since: time,
      due: time,
      signals: count,
      tries: count,
      because: z.partialRecord(z.enum(signalKinds), time),
    }),
  ),
  written: z.array(
    z.object({
      at: time,
      accountId: accountIdSchema,
      type: contactTypeSchema,
      kind: z.enum(['create', 'update', 'delete']),
      value: z.string(),
      isRestore: z.boolean(),
      run: z.string(),
    }),
  ),
  contested: z.record(z.string(), z.object({ at: time, value: z.string() })),
  scope: z
    .object({
      accounts: count,
      unreadableAccounts: count,
      existing: z.object({ BILLING: count, OPERATIONS: count, SECURITY: count }),
    })
    .nullable(),
  policy: z.string().nullable(),
  swept: time.nullable(),
  cursor: z.string().nullable(),
});

/**
 * Reads back what a watch remembered, from its JSON text; undefined when it is of another version or damaged, and then beginning anew is
 * right: everything is looked at again. Never throws. Pure.
 *
 * @example
 * ```ts
 * import { newWatchState, readWatchState, type WatchState } from 'orgcontacts';
 *
 * const stateIn = (text: string | undefined): WatchState => (text && readWatchState(text)) || newWatchState;
 * ```
 */
export const readWatchState = (text: string): WatchState | undefined => {
  try {
    return stateSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};
