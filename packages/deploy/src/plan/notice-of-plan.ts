import type { Plan } from 'orgcontacts';
import { keys } from '../work/objects.ts';
import type { Notice, Status } from '../work/work.ts';

/** What is known when a plan was made. */
export interface PlanNews {
  readonly plan: Plan;
  readonly status: Status;
  readonly run: string | null;
  readonly unsettled: readonly string[];
  /** Nobody will look again. */
  readonly isLast: boolean;
}

/** What a person should know of a plan: counts and places, no contact; null when there is nothing. Pure. */
export const noticeOfPlan = (news: PlanNews, organization: string): Notice | null => {
  const { plan, status, unsettled, isLast } = news;
  if (status === 'refused') return limitExceeded(news, organization);
  const unreadable = plan.leftAlone.filter(({ kind }) => kind === 'unreadable').length;
  if (unsettled.length > 0 && isLast) {
    return {
      subject: `orgcontacts: ${unsettled.length} accounts did not become ready`,
      message: `In the organization seen from ${organization} these accounts are not listed, not active or not readable after the last look:\n${unsettled.join('\n')}\nThe schedule will look at them again.`,
    };
  }
  if (unreadable > 0 && unsettled.length === 0) {
    return {
      subject: `orgcontacts: ${unreadable} contacts could not be read`,
      message: `In the organization seen from ${organization}, ${unreadable} contacts could not be read; they are left alone. The reports in the bucket say which and why; orgcontacts doctor finds the cause.`,
    };
  }
  return null;
};

const limitExceeded = ({ plan, run }: PlanNews, organization: string): Notice => {
  const { fingerprint, breaches, changes } = plan;
  const limits = breaches.map(
    ({ what, type, found, allowed }) =>
      `  ${what}${type === null ? '' : ` of ${type}`}: ${found}, allowed are ${allowed}`,
  );
  return {
    subject: `orgcontacts: plan ${fingerprint} needs approval`,
    message: [
      `A plan for the organization seen from ${organization} has ${changes.length} changes and passes these limits:`,
      ...limits,
      `Look at it: ${keys.plan(organization, run ?? '')} in the bucket. Nothing is written until somebody approves exactly these changes;`,
      'without an answer it is dropped after 23 hours. To approve:',
      '',
      `aws stepfunctions send-task-success --task-output '{"approve":"${fingerprint}"}' --task-token`,
    ].join('\n'),
  };
};
