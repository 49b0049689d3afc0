import type { Signal, WatchState } from 'orgcontacts';

/** An organization as the deployment names it: by the account that calls, and by the role that leads there. */
export interface Organization {
  /** The id of the delegated administrator, or of the management account, that the calls come from; also the folder in the bucket. */
  readonly name: string;
  /** A role in that account; null for the account that the deployment itself is in. */
  readonly roleArn: string | null;
}

/** How far one organization has come in an execution. */
export type Status =
  /** Nothing is known yet. */
  | 'planning'
  /** Time was up in the middle of reading: the next batch goes on. */
  | 'reading'
  | 'in-sync'
  /** Something differs, and the deployment does not write. */
  | 'reported'
  /** The plan passes a limit: a person decides. */
  | 'refused'
  | 'applying'
  | 'applied'
  /** The run ended itself: too much was denied. */
  | 'stopped'
  | 'paused';

/** Something that a person should know; the texts hold no contact. */
export interface Notice {
  /** At most 100 characters, as SNS allows. */
  readonly subject: string;
  readonly message: string;
}

/**
 * The cursor: what travels through the state machine, from batch to batch. It stays far below the 262,144 bytes that Step Functions
 * allows (AWS docs: Step Functions quotas); what is larger lies in the bucket.
 */
export interface Work {
  readonly organization: Organization;
  /** The name of the execution: the folder of what it has read so far. */
  readonly execution: string;
  /** What happened, where events began the execution; null where everything is looked at. */
  readonly signals: readonly Signal[] | null;
  /** The accounts that are looked at; null for all of them. */
  readonly accounts: readonly string[] | null;
  /** What those accounts waited for when the look began. */
  readonly began: WatchState['waiting'];
  /** How often these accounts were planned. */
  readonly attempt: number;
  readonly status: Status;
  /** How many parts of what was read lie in the bucket. */
  readonly parts: number;
  /** How many batches were applied. */
  readonly batch: number;
  /** The run that the plan is carried out as; null while there is none. */
  readonly run: string | null;
  /** The key of the plan in the bucket; null while there is none. */
  readonly plan: string | null;
  readonly fingerprint: string | null;
  /** The plan passes a limit, counted with what was written in the last 24 hours. */
  readonly needsApproval: boolean;
  /** What a person said to a plan that passes a limit. */
  readonly approval?: { readonly approve: string };
  /** Accounts that are not as they should be yet, and may be soon. */
  readonly unsettled: readonly string[];
  /** Seconds until they are looked at again; null when they are not. */
  readonly again: number | null;
  /** Another execution waits for its turn: it goes first. */
  readonly yields: boolean;
  readonly notice: Notice | null;
}

/** The work on an organization at its beginning. Pure. */
export const beginWork = (organization: Organization, execution: string, signals: readonly Signal[] | null): Work => ({
  organization,
  execution,
  signals,
  accounts: null,
  began: {},
  attempt: 0,
  status: 'planning',
  parts: 0,
  batch: 0,
  run: null,
  plan: null,
  fingerprint: null,
  needsApproval: false,
  unsettled: [],
  again: null,
  yields: false,
  notice: null,
});
