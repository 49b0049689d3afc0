import type { ItemState, ShownRun } from './run-page.ts';

/** Something that keeps the page from being made, and what to do about it. */
export interface Trouble {
  readonly message: string;
  readonly help: string;
}

/** How far reading the organization is. */
export interface ReadingProgress {
  readonly step: string;
  readonly done: number;
  /** Null while nobody knows of how many. */
  readonly of: number | null;
}

/** What the page is told about the state of things; the rest it asks for when the version has changed. */
export interface PageState {
  /** Grows whenever the snapshot or the policy page is another one. */
  readonly version: number;
  readonly hasSnapshot: boolean;
  readonly reading: ReadingProgress | null;
  readonly trouble: Trouble | null;
}

/** What has happened to the newest run since somebody last looked. */
export interface RunNews {
  readonly run: ShownRun;
  /** Items by their index in the plan, with what has become of them. */
  readonly items: readonly (readonly [item: number, state: ItemState])[];
}

/** Something that open pages are told at once. */
export type PageEvent =
  | { readonly kind: 'state'; readonly state: PageState }
  | { readonly kind: 'run'; readonly news: RunNews };
