import { crc32 } from 'node:zlib';
import { chooseBehaviour } from '../behaviour/behaviours.ts';
import { type CarriedOut, handleCall } from '../handle-call.ts';
import type { Outcome } from '../operation.ts';
import { contextOf, type Machinery } from '../pipeline.ts';
import { findOperation } from '../services/find-operation.ts';
import type { StateFolder } from './file/state-folder.ts';
import type { State } from './state-file.ts';
import type { WriteRecord } from './state-record.ts';

/** The record of a write: what it came from, and a checksum of what came of it. */
export const recordOf = ({ service, operation, context, outcome }: CarriedOut): WriteRecord => {
  const { world, now: at, behaviour, instant, seen, ...call } = context;
  return { kind: 'write', at, service, operation, call, outcome: checksum(outcome) };
};

const checksum = (outcome: Outcome | undefined): number => crc32(JSON.stringify(outcome) ?? '');

/** How a machinery is at a moment that is past. */
export type At = (now: number, settings: Pick<Machinery, 'behaviour' | 'instant'>) => Machinery;

/**
 * Does again what a state's records tell, on the world that they follow: nothing is checked again, and each has to come to what it came
 * to then. Gives how far the clock is ahead afterwards, in milliseconds.
 */
export const replay = ({ records, behaviour, instant, offset }: State, folder: StateFolder, at: At): number => {
  if (records.length === 0) return offset;
  const settings = { behaviour: chooseBehaviour(behaviour), instant };
  let ahead = offset;
  for (const place of records) {
    const { value: record } = place;
    if (record.kind === 'clock') ahead = record.offset;
    else if (!comesToTheSame(record, at(record.at, settings))) throw folder.damaged(place, otherwise(record));
  }
  return ahead;
};

const comesToTheSame = (record: WriteRecord, machinery: Machinery): boolean => {
  const operation = findOperation(record.service, record.operation);
  if (!operation) return false;
  const context = { ...contextOf(machinery, record.call.input, record.call), ...record.call };
  const outcome = outcomeOf(() => handleCall(machinery.past, record.service, operation, context, false));
  return record.outcome === checksum(outcome);
};

/** A mistake of the emulator is made again too. */
const outcomeOf = (work: () => Outcome): Outcome | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

const otherwise = ({ operation }: WriteRecord): string =>
  `${operation} comes to something else than it did, as another version of the emulator carried it out. Start that version on the folder and stop it: it leaves nothing to be done again`;
