import type { Path } from './source.ts';

/** A selector as far as it could be read; a condition that is missing here was not written, or is wrong and diagnosed. */
export type DraftSelector = 'all' | DraftConditions;

export interface DraftConditions {
  readonly account?: readonly DraftValue[];
  readonly management?: boolean;
  readonly ou?: readonly DraftValue[];
  /** That a tag is there, whatever its value, is the value `*`. */
  readonly tag?: ReadonlyMap<string, readonly DraftValue[]>;
  readonly name?: readonly DraftValue[];
  readonly not?: DraftConditions;
  /** Whether nothing of what was written is missing here. */
  readonly isWhole: boolean;
}

/** One value of a condition, and the way to it. */
export interface DraftValue {
  readonly path: Path;
  readonly text: string;
}
