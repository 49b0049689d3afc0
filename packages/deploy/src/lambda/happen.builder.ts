import { runMachine } from '../machine/run-machine.builder.ts';
import { makeNoticeHandler } from '../notice/make-notice-handler.ts';
import { names } from '../stack/names.ts';
import { ids } from '../stack/resolve-template.builder.ts';
import type { Deployed } from './deployed.builder.ts';
import { ownMarks } from './own-marks.ts';

/** By what the writes of a deployment under test are known. */
export const own = ownMarks({
  partition: 'aws',
  account: ids.keeper,
  managementRoles: { write: `arn:aws:iam::${ids.management}:role/${names.roles.writeManagement}` },
});

/** Puts events into the queue of a deployment, and executes what they start. */
export const happen = async (deployed: Deployed, ...events: readonly object[]) => {
  const ends: Awaited<ReturnType<typeof runMachine>>[] = [];
  const notice = makeNoticeHandler({
    account: ids.keeper,
    own,
    start: async (name, signals) => {
      ends.push(await runMachine(deployed, { signals }, name));
    },
    clock: { now: Date.now, sleep: async () => {} },
    print: (line) => deployed.lines.push(line),
  });
  const Records = events.map((event, index) => ({ messageId: `m-${index}`, body: JSON.stringify(event) }));
  const { batchItemFailures } = await notice({ Records });
  return { ends, batchItemFailures };
};
