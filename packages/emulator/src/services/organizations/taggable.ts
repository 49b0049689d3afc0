import type { Context } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import { organizationsError } from './access.ts';

/** A root, an organizational unit or an account; policies come with policies (AWS service model, TaggableResourceId). */
export const resourceField: Field = {
  name: 'ResourceId',
  type: 'string',
  required: true,
  max: 130,
  pattern: '(r-[0-9a-z]{4,32})|(\\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})',
};

/** The resource that a call names, with its tags; undefined when there is none. */
export const taggedResource = ({ world, input }: Context): { tags: Record<string, string> } | undefined => {
  const id = String(input['ResourceId']);
  const account = world.accounts.get(id);
  return account ? (account.parent === undefined ? undefined : account) : world.units.get(id);
};

export const targetNotFound = organizationsError(
  'TargetNotFoundException',
  "You specified a target that doesn't exist.",
);
