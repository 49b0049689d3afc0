import {
  type Caller,
  describeFailure,
  type Gateway,
  holeIn,
  type ObserveOrgOptions,
  type Org,
  observeOrg,
  type Result,
} from 'orgcontacts';

/** Reads an organization; throws where its list of accounts cannot be read, or has not those in it that must be there. */
export const readOrg = async (
  gateway: Gateway,
  caller: Caller,
  needs: Pick<ObserveOrgOptions, 'tags' | 'units'>,
): Promise<Org> => {
  const org = required(await observeOrg(gateway, caller, needs), 'The organization could not be read');
  const hole = holeIn(new Set(org.accounts.map(({ id }) => id)), caller);
  if (hole) throw new Error(`The list of accounts is not whole: ${hole}.`);
  return org;
};

/** The value of a call that nothing can go on without; throws the failure in words. */
export const required = <Value>(result: Result<Value>, what: string): Value => {
  if (result.kind === 'failed') throw new Error(`${what}: ${describeFailure(result.failure)}`);
  return result.value;
};
