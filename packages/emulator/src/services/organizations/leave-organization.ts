import { type Context, type Operation, ok, refuse } from '../../operation.ts';
import type { WorldAccount } from '../../world/world-file.ts';
import { anyMember } from './access.ts';
import { depart, departureProblem } from './departure.ts';
import { memberCalled } from './member-called.ts';
import { needsOn } from './organizations-needs.ts';

/** The account that wants to leave calls this itself. */
export const leaveOrganization: Operation = {
  name: 'LeaveOrganization',
  fields: [],
  authorize: anyMember,
  needs: needsOn(),
  handle: (context) => {
    const account = ownAccount(context);
    const problem = departureProblem(context, account);
    if (problem) return refuse(problem);
    depart(context, account, 'Left');
    return ok();
  },
};

const ownAccount = (context: Context): WorldAccount => memberCalled(context, context.caller.accountId);
