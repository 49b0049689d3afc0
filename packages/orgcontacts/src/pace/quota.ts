/** How fast and how bursty calls may be: tokens per second, and how many may be saved up. */
export interface Quota {
  readonly rate: number;
  readonly burst: number;
}
