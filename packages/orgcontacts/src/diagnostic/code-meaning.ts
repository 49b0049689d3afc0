/** What one code means, for the reference page. */
export interface CodeMeaning {
  readonly title: string;
  /** Why it matters and what to do. */
  readonly explanation: string;
  /** Absent for what makes the input unusable. A warning stops nothing, unless the policy or `--strict` makes it an error. */
  readonly severity?: 'warning';
}
