/** Objects by key, as S3 keeps them: each is written whole, and seen whole by every read that begins later. */
export interface ObjectStore {
  /** Where that is, for people. */
  readonly place: string;
  /** Undefined when there is no such object. */
  get(key: string): Promise<Buffer | undefined>;
  /** Creates or replaces an object. */
  put(key: string, body: string | Buffer): Promise<void>;
  /** Creates an object, and says whether it was this call that did: of many that try, one succeeds. */
  create(key: string, body: string | Buffer): Promise<boolean>;
  /** The keys that begin so, sorted. */
  list(prefix: string): Promise<readonly string[]>;
  /** The folders directly in one, which ends with a slash: what stands in keys up to the next slash, sorted. */
  folders(prefix: string): Promise<readonly string[]>;
  /** Takes an object away; there may be none. */
  remove(key: string): Promise<void>;
}
