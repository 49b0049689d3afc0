import { policyArn } from '../../world/held-policy.ts';
import type { Organization } from './access.ts';
import { arnOf } from './shapes.ts';

/** The ARN of a root, unit, account or policy, made from its id; whether there is one does not matter (AWS docs: Organizations ARNs). */
export const resourceArn = (organization: Organization, id: string): string =>
  id.startsWith('p-') ? policyArn(organization, id) : arnOf(organization, kindOf(id), id);

const kindOf = (id: string): 'root' | 'ou' | 'account' => {
  if (id.startsWith('r-')) return 'root';
  return id.startsWith('ou-') ? 'ou' : 'account';
};
