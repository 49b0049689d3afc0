import type { Context } from '../../operation.ts';
import type { WorldAccount } from '../../world/world-file.ts';

/** An account that the world's own lists name. */
export const memberCalled = ({ world }: Context, id: string): WorldAccount => {
  const account = world.accounts.get(id);
  if (!account) throw new Error(`The world lists an account ${id} that it does not have.`);
  return account;
};
