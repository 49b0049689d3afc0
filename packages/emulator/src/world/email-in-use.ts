import type { WorldState } from './world-state.ts';

/** Whether an account, or one that is being created, has an address, in whatever case. */
export const isEmailInUse = ({ accounts, organizations }: WorldState, email: string): boolean => {
  const underWay = [...organizations.values()].flatMap(({ creations }) =>
    [...creations.values()].filter(({ state, failure }) => state === 'IN_PROGRESS' && failure === undefined),
  );
  return [...accounts.values(), ...underWay].some((each) => each.email.toLowerCase() === email.toLowerCase());
};
