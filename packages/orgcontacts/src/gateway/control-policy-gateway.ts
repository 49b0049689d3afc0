import type { Result } from '../failure/failure.ts';
import type { Page } from './answers.ts';

/** A service control policy, as it is listed where it is attached. */
export interface ListedPolicy {
  readonly id: string;
  readonly name: string;
}

/** Reads service control policies. Only the management account and delegated administrators may. */
export interface ControlPolicyGateway {
  /** The policies that are attached to a root, unit or account itself, without those that it inherits. */
  listControlPolicies(targetId: string, token?: string): Promise<Result<Page<ListedPolicy>>>;
  /** The document of a policy, as JSON text. */
  describeControlPolicy(id: string): Promise<Result<string>>;
}
