import type { Change, Plan } from 'orgcontacts';
import { joinNotices } from '../work/join-notices.ts';
import type { Notice } from '../work/work.ts';

/** What is known when a plan was made. */
export interface PlanNews {
  readonly plan: Plan;
  /** Where it lies in the bucket; null when nothing is to be written. */
  readonly key: string | null;
  readonly unsettled: readonly string[];
  readonly contests: readonly Change[];
  /** How many contacts could not be read. */
  readonly unreadable: number;
  /** Nobody will look again at what is unsettled. */
  readonly isLast: boolean;
}

/** What a person should know of a plan: accounts, counts and places, no contact; null when there is nothing. Pure. */
export const noticeOfPlan = (news: PlanNews, organization: string): Notice | null => {
  const { plan, key, unsettled, contests, unreadable, isLast } = news;
  const where = `In the organization seen from ${organization}`;
  const notices: Notice[] = [];
  if (contests.length > 0)
    notices.push({
      subject: `orgcontacts: ${contests.length} contacts are contested`,
      message: `${where} somebody keeps changing these contacts; they were put right twice in 24 hours, and are left alone from now on:\n${contests.map(({ account, type }) => `  ${account.id} ${type}`).join('\n')}\nSettle it with whoever changes them, or in the policy. They are written again once they were seen as wanted.`,
    });
  if (unsettled.length > 0 && isLast)
    notices.push({
      subject: `orgcontacts: ${unsettled.length} accounts did not become ready`,
      message: `${where} these accounts are not listed, not active or not readable after the last look:\n${unsettled.map((id) => `  ${id}`).join('\n')}\nThe schedule will look at them again.`,
    });
  if (unreadable > 0 && unsettled.length === 0)
    notices.push({
      subject: `orgcontacts: ${unreadable} contacts could not be read`,
      message: `${where}, ${unreadable} contacts could not be read; they are left alone. The reports in the bucket say which and why; orgcontacts doctor finds the cause.`,
    });
  // Last, since its message ends with a command that the token goes on.
  if (key !== null && plan.breaches.length > 0) notices.push(limitExceeded(plan, key, organization));
  return joinNotices(notices);
};

const limitExceeded = ({ fingerprint, breaches, changes }: Plan, key: string, organization: string): Notice => {
  const limits = breaches.map(
    ({ what, type, found, allowed }) =>
      `  ${what}${type === null ? '' : ` of ${type}`}: ${found}, allowed are ${allowed}`,
  );
  return {
    subject: `orgcontacts: plan ${fingerprint} needs approval`,
    message: [
      `A plan for the organization seen from ${organization} has ${changes.length} changes and, with those of the last 24 hours, passes these limits:`,
      ...limits,
      `Look at it: ${key} in the bucket. Nothing is written until somebody approves exactly these changes;`,
      'without an answer it is dropped after 23 hours. To approve:',
      '',
      `aws stepfunctions send-task-success --task-output '{"approve":"${fingerprint}"}' --task-token`,
    ].join('\n'),
  };
};
