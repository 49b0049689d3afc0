/** A service control policy as it was read. */
export interface ControlPolicy {
  readonly id: string;
  readonly name: string;
  /** Its document, as JSON text. */
  readonly content: string;
}

/** The policies that are attached to one step of the way from the root down to an account, the account itself included. */
export interface PolicyLevel {
  /** The id of the root, unit or account. */
  readonly targetId: string;
  readonly policies: readonly ControlPolicy[];
}

/** AWS's own policy, which lets everything through until somebody detaches it (AWS docs: service control policies). */
export const fullAccess = {
  id: 'p-FullAWSAccess',
  content: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
} as const;
