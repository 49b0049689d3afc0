import { z } from 'zod';
import type { Behaviour } from '../behaviour/behaviours.ts';
import type { Context, ServiceName } from '../operation.ts';
import type { World } from '../world/world-file.ts';

/** The world at a moment, and all else that the records after it depend on. */
export interface Written {
  readonly world: World;
  /** How far the clock is ahead, in milliseconds. */
  readonly offset: number;
  readonly behaviour: Behaviour;
  readonly instant: boolean;
}

/** The first line of a state file: everything but the accounts, which follow, one a line. */
export const headerSchema = z.strictObject({
  format: z.literal('orgcontacts-emulator/state', 'this is no state of the emulator'),
  version: z.literal(1, 'another version of the emulator wrote this'),
  offset: z.number().min(0),
  behaviour: z.record(z.string(), z.string()),
  instant: z.boolean(),
  /** How many accounts follow. */
  accounts: z.int().min(1),
  world: z.record(z.string(), z.unknown()),
});

export type StateHeader = z.infer<typeof headerSchema>;

/** What a call brings with it. The world and the settings are there already; the past is for reads. */
type RecordedCall = Omit<Context, 'world' | 'now' | 'behaviour' | 'instant' | 'seen'>;

/** A write that was carried out, with all that it came from: carried out again on the same world, it does the same. */
export interface WriteRecord {
  readonly kind: 'write';
  /** Milliseconds since the epoch, by the emulator's clock. */
  readonly at: number;
  readonly service: ServiceName;
  readonly operation: string;
  readonly call: RecordedCall;
  /** A checksum of what came of it, so that a replay that comes to something else is found out. */
  readonly outcome: number;
}

/** What happened after a world was written down, in the order in which it happened. */
export type StateRecord =
  | WriteRecord
  /** The clock was set on: it is so far ahead now. */
  | { readonly kind: 'clock'; readonly offset: number };
