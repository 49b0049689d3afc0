import type { OwnMark } from '../events/is-own.ts';
import type { WatchMode } from '../events/watch-mode.ts';
import type { WatchPace } from '../events/watch-pace.ts';
import type { Happening } from './happening.ts';
import type { Memory } from './memory.ts';
import type { FiledPolicy, ObserveTools } from './observe-plan.ts';
import type { WriteTools } from './write-plan.ts';

/** Everything that keeping an organization in line needs. */
export interface WatchTools {
  readonly reading: ObserveTools;
  readonly writing: WriteTools;
  /** The policy as it is now, or why it cannot be used. */
  readonly readPolicy: () => Promise<FiledPolicy | { readonly because: string }>;
  /** Whether anything is written at all; otherwise everything is only told. */
  readonly writes: boolean;
  readonly mode: WatchMode;
  readonly pace: WatchPace;
  readonly own: OwnMark;
  readonly memory: Memory;
  readonly tell: (happening: Happening) => void;
  /** Runs one task after the other: a look does not write while a look at everything does. */
  readonly inTurn: <Value>(task: () => Promise<Value>) => Promise<Value>;
}

/** Makes the function that runs tasks one after the other, whatever becomes of each. */
export const makeTurns = (): WatchTools['inTurn'] => {
  let turn: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = turn.catch(() => {}).then(task);
    turn = mine;
    return mine;
  };
};
