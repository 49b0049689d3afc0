import type { Clock, Gateway, JournalStore, WatchMode } from 'orgcontacts';
import type { Objects } from './objects.ts';
import type { Organization } from './work.ts';

/** How the deployment behaves. */
export interface Settings {
  /** Whether it writes at all; a first installation does not. */
  readonly writes: boolean;
  /** What becomes of contacts that somebody edited by hand. */
  readonly edits: WatchMode;
  /** aws or aws-cn. */
  readonly partition: string;
  /** The part of every quota that it takes, from 0 to 1. */
  readonly quotaShare: number;
  /** After how many milliseconds a batch begins nothing new. */
  readonly batch: number;
  /** The version of orgcontacts. */
  readonly version: string;
}

/** A way into one organization. */
export interface Connection {
  readonly gateway: Gateway;
  /** For the contacts of the management account, which a delegated administrator does not reach; missing where there is no role for it. */
  readonly management?: Gateway;
  close(): void;
}

/** The world as the functions see it. */
export interface Tools {
  readonly settings: Settings;
  readonly objects: Objects;
  readonly journal: (organization: Organization) => JournalStore;
  readonly connect: (organization: Organization) => Promise<Connection>;
  readonly clock: Clock;
  readonly random: () => number;
  /** The value of an environment variable, for references of a policy. */
  readonly variable: (name: string) => string | undefined;
  /** Takes a line for the log, which CloudWatch reads metrics from. */
  readonly print: (line: string) => void;
}
