import type { Emulator } from '../../create-emulator.ts';
import type { World, WorldAccount } from '../../world/world-file.ts';
import { smallWorld } from '../../world/worlds.builder.ts';

/** The small world in which one account has something more. */
export const worldWhere = (id: string, more: Partial<WorldAccount>): World => {
  const world = smallWorld();
  return { ...world, accounts: world.accounts.map((each) => (each.id === id ? { ...each, ...more } : each)) };
};

/** The last one-time code that was sent to an account, as the control address shows it; none when there is none. */
export const codeOf = async (emulator: Emulator, accountId: string): Promise<string> => {
  const answered = await emulator.fetch(
    new Request('http://127.0.0.1/_emulator/codes', { headers: { host: '127.0.0.1' } }),
  );
  const codes = (await answered.json()) as { readonly accountId: string; readonly code: string }[];
  return codes.findLast((each) => each.accountId === accountId)?.code ?? 'none';
};
