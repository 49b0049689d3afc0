import { describe, expect, it } from 'vitest';
import { anEvent } from './event.builder.ts';
import { type FollowedEvent, followedEvents } from './followed-events.ts';
import { isOwn } from './is-own.ts';
import { parseEvent } from './parse-event.ts';

const id = '444455556666';

/** What AWS writes of an account in each of the places where an event may name it. */
const naming: Readonly<Record<FollowedEvent['account'], Readonly<Record<string, unknown>>>> = {
  details: {
    serviceEventDetails: { someStatus: { state: 'SUCCEEDED', account: { accountName: '****', accountId: id } } },
  },
  request: { requestParameters: { accountId: id } },
  resource: { requestParameters: { resourceId: id } },
  'request-or-caller': { requestParameters: { accountId: id } },
  caller: { userIdentity: { accountId: id } },
  handshake: {
    responseElements: {
      handshake: {
        state: 'ACCEPTED',
        parties: [
          { id: 'o-exampleorgid', type: 'ORGANIZATION' },
          { id, type: 'ACCOUNT' },
        ],
      },
    },
  },
};

const followed = (eventName: string, detail: Readonly<Record<string, unknown>>) => {
  const found = followedEvents.find((each) => each.eventName === eventName);
  if (!found) throw new Error(eventName);
  return anEvent(found, detail);
};

const signalOf = (event: unknown) => {
  const parsed = parseEvent(event);
  return parsed.kind === 'signal' ? parsed.signal : parsed.because;
};

describe('an event', () => {
  it.each(followedEvents.map((each) => [`${each.eventSource} ${each.eventName}`, each] as const))(
    '%s is about the account that it names',
    (_, each) => {
      expect(signalOf(anEvent(each, naming[each.account]))).toMatchObject({
        kind: each.kind,
        accountId: id,
        id: '8e2e4652-69fd-5ce5-b2ff-37713a89b71a',
        at: Date.UTC(2026, 10, 20, 12),
      });
    },
  );

  it.each(followedEvents)('$eventName of the other detail-type, or of another source, is not followed', (each) => {
    const other = { ...each, detailType: 'Region Opt-In Status Change' };
    expect(signalOf(anEvent(other, naming[each.account]))).toBe(`${each.eventName} is not followed`);
    expect(signalOf(anEvent({ ...each, source: 'com.example' }, naming[each.account]))).toContain('not followed');
  });

  it('of a failed creation is ignored, whether or not it names an account', () => {
    const details = { createAccountStatus: { state: 'FAILED', failureReason: 'EMAIL_ALREADY_EXISTS' } };
    expect(signalOf(followed('CreateAccountResult', { serviceEventDetails: details }))).toBe('its state is FAILED');
  });

  it('of a creation that is under way is ignored: its result follows', () => {
    const create = { source: 'aws.organizations', eventSource: 'organizations.amazonaws.com' };
    const event = anEvent({ ...create, eventName: 'CreateAccount', detailType: 'AWS API Call via CloudTrail' });
    expect(signalOf(event)).toBe('CreateAccount is not followed');
  });

  it.each(['ou-ex01-workload1', 'r-ex01', 'p-example123', undefined])('of tags on %s is ignored', (resourceId) => {
    expect(signalOf(followed('TagResource', { requestParameters: { resourceId } }))).toBe('it is not about an account');
  });

  it('of a call that failed is ignored', () => {
    const detail = { ...naming.request, errorCode: 'AccessDeniedException' };
    expect(signalOf(followed('MoveAccount', detail))).toBe('the call failed: AccessDeniedException');
  });

  it('of a handshake that was declined is ignored', () => {
    const detail = { responseElements: { handshake: { state: 'DECLINED' } } };
    expect(signalOf(followed('AcceptHandshake', detail))).toBe('its state is DECLINED');
  });

  it('of a contact changed without an account id is about the account that called', () => {
    const detail = { userIdentity: { accountId: id }, requestParameters: { alternateContactType: 'SECURITY' } };
    expect(signalOf(followed('PutAlternateContact', detail))).toMatchObject({ accountId: id, type: 'SECURITY' });
  });

  it('keeps account ids that begin with 0', () => {
    expect(signalOf(followed('MoveAccount', { requestParameters: { accountId: '012345678901' } }))).toMatchObject({
      accountId: '012345678901',
    });
  });

  it('finds the account of the newest events wherever they nest it, and never the management account', () => {
    const details = { x: { managementAccountId: '111122223333', y: { z: { accountId: id } } } };
    expect(signalOf(followed('AccountJoinedOrganization', { serviceEventDetails: details }))).toMatchObject({
      accountId: id,
    });
  });

  it.each([null, 3, 'text', [], {}, { detail: null }, { detail: { eventName: 3 } }])(
    'that is %j is ignored',
    (event) => {
      expect(parseEvent(event)).toMatchObject({ kind: 'ignored' });
    },
  );
});

describe('a write of ours', () => {
  const own = { arn: 'arn:aws:sts::111122223333:assumed-role/OrgAdmin/ops-session', userAgent: 'orgcontacts-watch' };
  const change = (userAgent: string, eventName = 'PutAlternateContact') => {
    const parsed = parseEvent(followed(eventName, { ...naming.request, userAgent }));
    if (parsed.kind !== 'signal') throw new Error(parsed.because);
    return parsed.signal;
  };

  it('is known by who made it and with what', () => {
    expect(isOwn(change('aws-sdk-js/3.1169.0 orgcontacts-watch'), own)).toBe(true);
  });

  it('is not what somebody did with the same role and another tool', () => {
    expect(isOwn(change('aws-cli/2.31.0'), own)).toBe(false);
  });

  it('is not what another identity did with this tool', () => {
    expect(isOwn(change('orgcontacts-watch'), { ...own, arn: 'arn:aws:iam::111122223333:user/other' })).toBe(false);
  });

  it('is never a move: whatever made it, the account is somewhere else now', () => {
    expect(isOwn(change('orgcontacts-watch', 'MoveAccount'), own)).toBe(false);
  });
});
