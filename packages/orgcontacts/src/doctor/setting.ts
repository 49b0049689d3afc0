/** What the machine has to do with it: told by whoever runs the program. */
export interface Setting {
  readonly versions: {
    readonly tool: string;
    readonly node: string;
    /** Null where it could not be found. */
    readonly sdk: string | null;
    /** The range that was tested, as `~3.1169.0`. */
    readonly sdkTested: string;
  };
  readonly policy:
    | { readonly kind: 'valid'; readonly file: string; readonly warnings: number }
    | { readonly kind: 'invalid'; readonly file: string; readonly errors: number }
    | {
        readonly kind: 'missing';
        readonly file: string;
        /** Somebody named it. */
        readonly isNamed: boolean;
      };
  readonly journal:
    | { readonly kind: 'usable'; readonly place: string }
    | { readonly kind: 'unusable'; readonly place: string; readonly because: string };
}
