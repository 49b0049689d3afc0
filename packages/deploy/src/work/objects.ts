/** A bucket, as far as the deployment uses it. Everything is UTF-8 text. */
export interface Objects {
  /** Undefined when there is no such object. */
  get(key: string): Promise<string | undefined>;
  /** Creates or replaces an object. */
  put(key: string, text: string): Promise<void>;
}

/** Where things lie in the bucket. */
export const keys = {
  /** While this object is there nothing is written; the same that a watch of the command looks for. */
  paused: (name: string): string => `${name}/paused.json`,
  policy: (name: string): string => `${name}/contacts.yaml`,
  /** What is remembered of events, writes and contests; in the form of a watch of the command. */
  watch: (name: string): string => `${name}/watch.json`,
  plan: (name: string, run: string): string => `${name}/plans/${run}.json`,
  report: (name: string, execution: string, attempt: number): string => `${name}/reports/${execution}-${attempt}.json`,
  /** Which execution waits for its turn. */
  waiting: (name: string): string => `work/${name}/waiting.json`,
  /** What an execution remembers from batch to batch; taken away by the bucket after some days. */
  work: (name: string, execution: string, what: string): string => `work/${name}/${execution}/${what}`,
} as const;
