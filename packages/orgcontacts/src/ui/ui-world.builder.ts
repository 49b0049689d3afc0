import { contactTypes } from '../contact/contact-type.ts';
import { coverageReads } from '../coverage/coverage-reads.ts';
import { makeMemoryGateway } from '../gateway/memory/memory-gateway.ts';
import type { MemoryWorld } from '../gateway/memory/memory-world.ts';
import type { JournalStore } from '../journal/journal-store.ts';
import { makeMemoryJournalStore } from '../journal/memory/memory-journal-store.ts';
import { observeCaller } from '../observe/observe-caller.ts';
import { observeContacts } from '../observe/observe-contacts.ts';
import { observeOrg } from '../observe/observe-org.ts';
import { makeVirtualClock } from '../pace/virtual-clock.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import { checkUnits } from '../resolve/check-units.ts';
import { resolve } from '../resolve/resolve.ts';
import type { UiWorld } from './ui-world.ts';

/** A world for the local server, with what a test changes about it. */
export interface TestUiWorld extends UiWorld {
  readonly file: { text: string | null };
  readonly store: JournalStore;
}

/** Everybody gets the security desk. */
export const deskForAll = `version: 1
contacts:
  desk: { name: Mary Major, title: Security, email: desk@example.com, phone: "+1 555 0100" }
  other: { name: Jorge Souza, title: Security, email: other@example.com, phone: "+1 555 0101" }
assignments:
  - match: all
    security: desk
  - match: { ou: Workloads }
    billing: other
lint: { allowedEmailDomains: [example.com] }
`;

/** The local server's view of an organization in memory, called from its management account. */
export const aUiWorld = async (memory: MemoryWorld, text: string | null = deskForAll): Promise<TestUiWorld> => {
  const clock = makeVirtualClock();
  const gateway = makeMemoryGateway(memory, memory.managementAccountId, { clock });
  const file = { text };
  const caller = await observeCaller(gateway);
  if (caller.kind === 'failed') throw new Error(caller.failure.message);
  return {
    file,
    clock,
    store: makeMemoryJournalStore(),
    about: { tool: '0.0.0', endpoint: 'memory', values: 'whole', file: 'contacts.yaml' },
    readPolicy: async () => file.text,
    parse: (each) => parsePolicy(each, 'contacts.yaml'),
    lint: checkUnits,
    forecast: () => ({ apply: 0, undo: 0 }),
    commandFor: (fingerprint) => `orgcontacts apply --approve ${fingerprint}`,
    read: async (policy, onProgress) => {
      const org = await observeOrg(gateway, caller.value, { tags: true });
      if (org.kind === 'failed') return { kind: 'trouble', message: org.failure.message, help: '' };
      onProgress({ step: 'contacts', done: 0, of: null });
      const wanted = coverageReads(resolve(policy, org.value), contactTypes);
      const observed = await observeContacts(gateway, caller.value, wanted);
      return { kind: 'read', reading: { org: org.value, observed, caller: caller.value, at: clock.now() } };
    },
    readAgain: (wanted) => observeContacts(gateway, caller.value, wanted),
  };
};
