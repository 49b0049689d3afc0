/** What a statement speaks of: the patterns, or everything but them (NotAction, NotResource, NotPrincipal). */
export interface Patterns {
  readonly kind: 'these' | 'all-but';
  readonly patterns: readonly string[];
}

/** One line of a Condition block: the operator as written, as `ForAnyValue:StringLike`, the key, and the values that it names. */
export interface PolicyCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** One statement, in one form however it was written. */
export interface PolicyStatement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Patterns;
  /** Everything in a trust policy, which has no Resource. */
  readonly resources: Patterns;
  /** Only in trust policies: ARNs, account ids and `*`. */
  readonly principals?: Patterns;
  readonly conditions: readonly PolicyCondition[];
}

/** An identity, trust or service control policy, read. */
export interface PolicyDocument {
  readonly statements: readonly PolicyStatement[];
  /** Policy variables such as `${aws:username}` mean something since version 2012-10-17 (AWS docs: IAM policy elements, variables). */
  readonly hasVariables: boolean;
  /** Of a managed or service control policy; inline ones have none. */
  readonly arn?: string;
}
