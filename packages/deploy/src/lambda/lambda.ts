import { realClock } from 'orgcontacts';
import { makeS3JournalStore } from 'orgcontacts/aws';
import { makeApplyHandler } from '../apply/make-apply-handler.ts';
import { makeBeginHandler, organizationsOf } from '../begin/make-begin-handler.ts';
import { makeNoticeHandler } from '../notice/make-notice-handler.ts';
import { makePlanHandler } from '../plan/make-plan-handler.ts';
import type { Tools } from '../work/tools.ts';
import { connector } from './aws/connect.ts';
import { s3Objects } from './aws/s3-objects.ts';
import { executionStarter } from './aws/start-execution.ts';
import { parseEnvironment } from './environment.ts';
import { ownMarks } from './own-marks.ts';
import { version } from './version.ts';

const environment = parseEnvironment(process.env);
const { account, bucket, managementRoles, visits } = environment;

const objects = s3Objects({ bucket });
// What Lambda writes to standard output is the log, and CloudWatch reads metrics from it.
const print = (line: string): void => console.log(line);

const toolsFor = (managementRole: string | undefined): Tools => ({
  settings: { ...environment, batch: 480_000, version },
  objects,
  journal: ({ name }) => makeS3JournalStore({ bucket, prefix: name, writer: `execution in ${account}` }),
  connect: connector(managementRole),
  clock: realClock,
  random: Math.random,
  variable: (name) => process.env[name],
  print,
});

/** Begins an execution: which organizations there are, and whether everything is paused. */
export const begin = makeBeginHandler({ objects }, organizationsOf(account, visits));

/** Reads an organization and plans, a batch at a time. */
export const plan = makePlanHandler(toolsFor(managementRoles.read));

/** Carries out a plan, a batch at a time. */
export const apply = makeApplyHandler(toolsFor(managementRoles.write));

const start = executionStarter(environment.machine);

/** Takes events from the queue and starts executions. */
export const notice = makeNoticeHandler({
  account,
  own: ownMarks(environment),
  start,
  clock: realClock,
  print,
});
