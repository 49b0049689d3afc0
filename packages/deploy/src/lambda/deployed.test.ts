import type { World } from 'orgcontacts-emulator';
import { afterEach, describe, expect, it } from 'vitest';
import { runMachine } from '../machine/run-machine.builder.ts';
import { makeNoticeHandler } from '../notice/make-notice-handler.ts';
import { names } from '../stack/names.ts';
import { ids, resourcesOf } from '../stack/resolve-template.builder.ts';
import { rolesOf } from '../stack/roles-of.builder.ts';
import { keys } from '../work/objects.ts';
import type { Notice, Work } from '../work/work.ts';
import { type Deployed, type DeployedOf, deploy } from './deployed.builder.ts';
import { happen, own } from './happen.builder.ts';

const policy = `version: 1
contacts:
  desk: { name: Mary Major, title: Security, email: security@example.com, phone: "+1(555)555-5555" }
  finance: { name: Nikki Wolf, title: Finance, email: finance@example.com, phone: "+1(555)555-0100" }
assignments:
  - match: all
    security: desk
  - match: { ou: Workloads }
    billing: finance
  - match: { tag: { team: payments } }
    operations: desk
  - match: { account: "666677778888" }
    billing: absent
`;

const deployments: Deployed[] = [];
const start = async (options: Partial<DeployedOf> = {}): Promise<Deployed> => {
  const deployed = await deploy({ policy, ...options });
  deployments.push(deployed);
  return deployed;
};

afterEach(async () => {
  for (const each of deployments.splice(0)) await each.close();
});

const contactsOf = ({ emulator }: Deployed, id: string) =>
  Object.fromEntries(
    Object.entries(emulator.snapshot().accounts.find((each) => each.id === id)?.contacts ?? {}).map(
      ([type, contact]) => [type, contact?.Name],
    ),
  );

const old = { Name: 'Old', Title: 'Old', EmailAddress: 'old@example.com', PhoneNumber: '+1(555)555-0199' };
const withContacts =
  (...contacts: readonly (readonly [string, World['accounts'][number]['contacts']])[]) =>
  (world: World): World => ({
    ...world,
    accounts: world.accounts.map((each) => ({ ...each, contacts: new Map(contacts).get(each.id) ?? each.contacts })),
  });

const done = (outcome: string) => [{ organization: ids.keeper, outcome }];

describe('the deployment, every function with exactly its role', () => {
  it('puts every account right, the management account too, and nothing is denied to it', async () => {
    const deployed = await start({
      world: withContacts(['666677778888', { BILLING: old }], ['555566667777', { SECURITY: old }]),
    });
    const { outcomes, notices } = await runMachine(deployed);
    expect(await deployed.denied()).toEqual([]);
    expect(deployed.bucket.refused).toEqual([]);
    expect(notices).toEqual([]);
    expect(outcomes).toEqual(done('applied'));
    expect(contactsOf(deployed, ids.management)).toEqual({ SECURITY: 'Mary Major' });
    expect(contactsOf(deployed, ids.keeper)).toEqual({ SECURITY: 'Mary Major' });
    expect(contactsOf(deployed, '444455556666')).toEqual({
      BILLING: 'Nikki Wolf',
      OPERATIONS: 'Mary Major',
      SECURITY: 'Mary Major',
    });
    expect(contactsOf(deployed, '555566667777')).toEqual({ BILLING: 'Nikki Wolf', SECURITY: 'Mary Major' });
    expect(contactsOf(deployed, '666677778888')).toEqual({ SECURITY: 'Mary Major' });
  });

  it('finds nothing to do the second time', async () => {
    const deployed = await start();
    await runMachine(deployed);
    expect(await runMachine(deployed, {}, 'execution-2')).toEqual({ outcomes: done('in-sync'), notices: [] });
  });

  it('only reports at first, and could not write with the roles that it has', async () => {
    const deployed = await start({ parameters: { Writes: 'no' }, settings: { writes: false } });
    const { outcomes } = await runMachine({ ...deployed, apply: async () => expect.fail('nothing is applied') });
    expect(outcomes).toEqual(done('reported'));
    expect([...deployed.bucket.objects.keys()].filter((key) => key.includes('/reports/'))).toHaveLength(1);
    const forced = await start({ parameters: { Writes: 'no' } });
    await runMachine(forced);
    expect(contactsOf(forced, '444455556666')).toEqual({});
    expect((await forced.denied()).some((call) => call.includes('PutAlternateContact'))).toBe(true);
  });

  it('tells what is wrong with a policy by its code and place, and shows no contact', async () => {
    const deployed = await start({ policy: policy.replace('match: all', 'match: nobody') });
    const { outcomes, notices } = await runMachine(deployed);
    expect(outcomes).toBe('failed');
    expect(notices[0]?.message).toContain(`${ids.keeper}/contacts.yaml:6`);
    expect(notices[0]?.message).not.toContain('Mary');
  });
});

describe('a plan that passes a limit', () => {
  const manyOld = withContacts(
    ...['444455556666', '555566667777', '666677778888', ids.keeper].map((id) => [id, { BILLING: old }] as const),
  );
  const removing = 'version: 1\ncontacts: {}\nassignments:\n  - match: all\n    billing: absent\n';

  it('is applied when exactly these changes are approved', async () => {
    const deployed = await start({ policy: removing, world: manyOld });
    const approve = async ({ message }: Notice) => ({ approve: /"approve":"([^"]+)"/.exec(message)?.[1] ?? '' });
    const { outcomes, notices } = await runMachine({ ...deployed, decide: approve });
    expect(outcomes).toEqual(done('applied'));
    expect(notices[0]?.subject).toContain('needs approval');
    expect(notices[0]?.message).toContain('deletes');
    expect(contactsOf(deployed, '444455556666')).toEqual({});
  });

  it('is not applied when nobody answers, nor with the approval of other changes', async () => {
    const deployed = await start({ policy: removing, world: manyOld });
    expect((await runMachine(deployed)).outcomes).toEqual(done('not-approved'));
    const other = await runMachine(
      { ...deployed, decide: async () => ({ approve: 'another-plan' }) },
      {},
      'execution-2',
    );
    expect(other.outcomes).toBe('failed');
    expect(contactsOf(deployed, '444455556666')).toEqual({ BILLING: 'Old' });
  });
});

describe('pause', () => {
  it('stops an execution before it begins, and between its plan and its writes', async () => {
    const deployed = await start();
    deployed.bucket.objects.set(keys.paused(ids.keeper), Buffer.from(''));
    expect((await runMachine(deployed)).outcomes).toBe('paused');
    deployed.bucket.objects.delete(keys.paused(ids.keeper));
    const pausing = async (work: Work) => {
      const planned = await deployed.plan(work);
      deployed.bucket.objects.set(keys.paused(ids.keeper), Buffer.from(''));
      return planned;
    };
    expect((await runMachine({ ...deployed, plan: pausing }, {}, 'execution-2')).outcomes).toEqual(done('paused'));
    expect(contactsOf(deployed, '444455556666')).toEqual({});
    deployed.bucket.objects.delete(keys.paused(ids.keeper));
    expect((await runMachine(deployed, {}, 'execution-3')).outcomes).toEqual(done('applied'));
  });
});

describe('events', () => {
  const envelope = (source: string, detailType: string, eventName: string, detail: object) => ({
    source,
    'detail-type': detailType,
    detail: {
      eventSource: `${source.slice(4)}.amazonaws.com`,
      eventName,
      eventTime: '2026-11-20T10:00:31Z',
      ...detail,
    },
  });
  const created = (accountId: string, eventID: string, state = 'SUCCEEDED') =>
    envelope('aws.organizations', 'AWS Service Event via CloudTrail', 'CreateAccountResult', {
      eventID,
      serviceEventDetails: { createAccountStatus: { state, ...(state === 'SUCCEEDED' && { accountId }) } },
    });
  const edited = (accountId: string, eventID: string, by: object = {}) =>
    envelope('aws.account', 'AWS API Call via CloudTrail', 'PutAlternateContact', {
      eventID,
      requestParameters: { accountId, alternateContactType: 'SECURITY' },
      ...by,
    });
  const edit = async (deployed: Deployed, accountId: string) => {
    await deployed.emulator.fetch(
      new Request('http://127.0.0.1/putAlternateContact', {
        method: 'POST',
        headers: {
          authorization: `AWS4-HMAC-SHA256 Credential=${ids.keeper}/20261124/us-east-1/account/aws4_request, SignedHeaders=host, Signature=00`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ AccountId: accountId, AlternateContactType: 'SECURITY', ...old }),
      }),
    );
  };

  it('of a created account put that account right, and no other', async () => {
    const deployed = await start();
    const { ends } = await happen(deployed, created('444455556666', 'e-1'));
    expect(ends.map(({ outcomes }) => outcomes)).toEqual([done('applied')]);
    expect(contactsOf(deployed, '444455556666')).toMatchObject({ SECURITY: 'Mary Major' });
    expect(contactsOf(deployed, '555566667777')).toEqual({});
    expect(await deployed.denied()).toEqual([]);
    expect(deployed.bucket.refused).toEqual([]);
  });

  it('that come again start nothing that writes', async () => {
    const deployed = await start();
    await happen(deployed, created('444455556666', 'e-1'), created('444455556666', 'e-1'));
    const { ends } = await happen(deployed, created('444455556666', 'e-1'));
    expect(ends.map(({ outcomes }) => outcomes)).toEqual([done('in-sync')]);
  });

  it('of a creation that failed, of a tag of a unit, and of writes of its own ask for nothing', async () => {
    const deployed = await start();
    const tagged = envelope('aws.organizations', 'AWS API Call via CloudTrail', 'TagResource', {
      requestParameters: { resourceId: 'ou-ex01-workload1' },
    });
    const ours = { userIdentity: { arn: own[0]?.arn }, userAgent: 'aws-sdk-js/3 app/orgcontacts' };
    const { ends } = await happen(deployed, created('', 'e-1', 'FAILED'), tagged, edited('444455556666', 'e-2', ours));
    expect(ends).toEqual([]);
  });

  it('of an edit by hand are answered twice, and then the contact is contested: told once, and left alone', async () => {
    const deployed = await start();
    await runMachine(deployed);
    for (const id of ['e-1', 'e-2']) {
      await edit(deployed, '444455556666');
      await happen(deployed, edited('444455556666', id));
      expect(contactsOf(deployed, '444455556666')).toMatchObject({ SECURITY: 'Mary Major' });
    }
    await edit(deployed, '444455556666');
    const { ends } = await happen(deployed, edited('444455556666', 'e-3'));
    expect(ends[0]?.notices[0]?.message).toContain('444455556666 SECURITY');
    expect(contactsOf(deployed, '444455556666')).toMatchObject({ SECURITY: 'Old' });
    const later = await happen(deployed, edited('444455556666', 'e-4'));
    expect(later.ends[0]?.notices).toEqual([]);
    expect((await runMachine(deployed, {}, 'sweep')).outcomes).toEqual(done('in-sync'));
    expect(contactsOf(deployed, '444455556666')).toMatchObject({ SECURITY: 'Old' });
  });

  it('of edits by hand are only reported where that is wanted', async () => {
    const deployed = await start();
    await runMachine(deployed);
    const reporting = await start({ settings: { edits: 'report' }, world: () => deployed.emulator.snapshot() });
    await edit(reporting, '444455556666');
    const { ends } = await happen(reporting, edited('444455556666', 'e-1'));
    expect(ends[0]?.outcomes).toEqual(done('in-sync'));
    expect(contactsOf(reporting, '444455556666')).toMatchObject({ SECURITY: 'Old' });
  });

  it('of an account that is not listed yet are tried until it is', async () => {
    const deployed = await start();
    let looks = 0;
    const arriving: Deployed = {
      ...deployed,
      plan: async (work) => {
        if (++looks === 3) {
          const world = deployed.emulator.snapshot();
          const late = { ...world.accounts[4], id: '777788889999', email: 'late@example.com', name: 'late' };
          const body = JSON.stringify({ ...world, accounts: [...world.accounts, late] });
          await deployed.emulator.fetch(
            new Request('http://127.0.0.1/_emulator/world', {
              method: 'PUT',
              body,
              headers: { 'content-type': 'application/json' },
            }),
          );
        }
        return deployed.plan(work);
      },
    };
    const { ends } = await happen(arriving, created('777788889999', 'e-1'));
    expect(looks).toBe(3);
    expect(ends[0]?.outcomes).toEqual(done('applied'));
    expect(contactsOf(deployed, '777788889999')).toEqual({ SECURITY: 'Mary Major' });
  });

  it('that cannot be read come again, and the others are worked through', async () => {
    const deployed = await start();
    const notice = makeNoticeHandler({
      account: ids.keeper,
      own,
      start: async () => {},
      clock: { now: Date.now, sleep: async () => {} },
      print: () => {},
    });
    const Records = [
      { messageId: 'broken', body: '{' },
      { messageId: 'whole', body: JSON.stringify(created('444455556666', 'e-1')) },
    ];
    expect(await notice({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: 'broken' }] });
    expect(deployed.lines).toEqual([]);
  });
});

describe('what the roles may do', () => {
  it('is what the functions do, and they do all of it', async () => {
    const withPaths = await start({ world: withContacts(['666677778888', { BILLING: old }]) });
    const fault = { operation: 'PutAlternateContact', account: '555566667777', error: 'AccessDenied' } as const;
    const withoutPaths = await start({ emulator: { behaviour: { accountPaths: 'absent' }, faults: [fault] } });
    const used = new Set<string>();
    for (const deployed of [withPaths, withoutPaths]) {
      await runMachine(deployed);
      await runMachine(deployed, {}, 'execution-2');
      for (const each of [...(await deployed.called()), ...deployed.bucket.used]) used.add(each);
    }
    const roles = rolesOf(resourcesOf('administrator', { Writes: 'yes', ManagesManagementAccount: 'yes' }));
    for (const name of [names.roles.begin, names.roles.plan, names.roles.apply]) {
      // Lambda itself writes the log, and STS tells everybody who they are.
      const granted = roles.get(name)?.actions.filter((action) => !action.startsWith('logs:')) ?? [];
      const did = [...used].filter((each) => each.startsWith(`${name} `)).map((each) => each.slice(name.length + 1));
      expect(did.filter((action) => action !== 'sts:GetCallerIdentity').sort(), name).toEqual(granted);
    }
  });
});
