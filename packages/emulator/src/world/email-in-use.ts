import type { WorldState } from './world-state.ts';

/** Whether an account, or one that is being created, has an address, in whatever case. */
export const isEmailInUse = ({ accounts, creations }: WorldState, email: string): boolean => {
  const underWay = [...creations.values()].filter(
    ({ accountId, failure }) => failure === undefined && !accounts.has(accountId ?? ''),
  );
  return [...accounts.values(), ...underWay].some((each) => each.email.toLowerCase() === email.toLowerCase());
};
