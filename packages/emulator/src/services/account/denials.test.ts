import { describe, expect, it } from 'vitest';
import { ids } from '../../world/worlds.builder.ts';
import { policyOf } from '../sts/assume-role.builder.ts';
import {
  callAs,
  deniedTo,
  type Guard,
  type Home,
  type Kind,
  kinds,
  organizationArn,
  type Scene,
  sceneOf,
  speakerOf,
  standaloneArn,
  userIn,
} from './callers.builder.ts';
import { mary } from './contacts.builder.ts';

const security = { AlternateContactType: 'SECURITY' };
const inputs: Readonly<Record<string, object>> = {
  GetAlternateContact: security,
  PutAlternateContact: { ...security, ...mary },
  DeleteAlternateContact: security,
};
const contactOperations = Object.keys(inputs);

const trustedOff = { trustedServices: [], delegatedAdministrators: [] };
const trustHint = ' (Your organization must first enable trusted access with AWS Account Management.)';
const standaloneHint =
  ' (The management account can only be managed using the standalone context from the management account.)';

/** Every pair of somebody and a policy at the root that is not in the way, or has no say yet. */
const speakersUnder = (...under: readonly Guard[]): readonly (readonly [Kind, Guard])[] =>
  kinds.flatMap((kind) => under.map((guard) => [kind, guard] as const));

/** Calls every contact operation as somebody in one account, on some targets, and expects the same denial. */
const expectDenied = async (
  scene: Scene,
  { kind, home, targets }: { readonly kind: Kind; readonly home: Home; readonly targets: readonly string[] },
  suffix = '',
): Promise<void> => {
  const emulator = sceneOf(scene);
  const speaker = await speakerOf(emulator, kind, home);
  for (const AccountId of targets)
    for (const operation of contactOperations)
      expect(await callAs(emulator, speaker, operation, { ...inputs[operation], AccountId })).toMatchObject(
        deniedTo(speaker, operation, suffix),
      );
};

const members = [ids.member, ids.delegated, ids.suspended] as const;

// The context is decided before any policy is asked: a service control policy that denies everything changes nothing.
describe('1: a caller that is neither the management account nor its delegate names an account', () => {
  it.each(speakersUnder('none', 'elsewhere', 'denying'))('is denied barely: %s, policy %s', async (kind, guard) => {
    const targets = [...members, ids.management, ids.outsider, ids.unknown];
    for (const organization of [{}, trustedOff])
      await expectDenied({ guard, organization }, { kind, home: 'member', targets });
  });

  it.each(kinds)('a delegated administrator of another service is no other: %s', async (kind) => {
    const since = '2026-01-01T00:00:00.000Z';
    const delegatedAdministrators = [{ accountId: ids.delegated, service: 'config.amazonaws.com', since }];
    await expectDenied({ organization: { delegatedAdministrators } }, { kind, home: 'delegated', targets: members });
  });
});

describe('2: the management account names an account while trusted access is off', () => {
  it.each(speakersUnder('none', 'elsewhere', 'denying'))('is told so: %s, policy %s', async (kind, guard) => {
    const targets = [...members, ids.management, ids.unknown];
    await expectDenied({ guard, organization: trustedOff }, { kind, home: 'management', targets }, trustHint);
  });

  it.each(kinds)('or not, where nothing was said in 2022: %s', async (kind) => {
    const behaviour = { trustedAccessOff: 'bare' };
    await expectDenied({ organization: trustedOff, behaviour }, { kind, home: 'management', targets: members });
  });
});

describe('3: the management account names itself', () => {
  it.each(speakersUnder('none', 'elsewhere', 'denying'))(
    'is sent to the standalone context: %s, policy %s',
    (kind, guard) => expectDenied({ guard }, { kind, home: 'management', targets: [ids.management] }, standaloneHint),
  );
});

describe('4: the delegated administrator names the management account', () => {
  it.each(speakersUnder('none', 'elsewhere', 'denying'))('is sent away alike: %s, policy %s', (kind, guard) =>
    expectDenied({ guard }, { kind, home: 'delegated', targets: [ids.management] }, standaloneHint),
  );

  it.each(kinds)('or barely: %s', (kind) =>
    expectDenied(
      { behaviour: { delegatedToManagement: 'bare' } },
      { kind, home: 'delegated', targets: [ids.management] },
    ),
  );
});

/** What follows when no policy of a kind allows. */
const because = (resource: string, what: string, operation: string): string =>
  ` on resource: ${resource} because no ${what} allows the account:${operation} action`;

const nothing = { policies: [policyOf({ Action: 's3:*' })] };

describe('5: no policy allows', () => {
  it.each<[string, Home, object, string]>([
    ['a member, itself', 'member', {}, standaloneArn('member')],
    ['the delegated administrator, itself', 'delegated', {}, standaloneArn('delegated')],
    [
      'the delegated administrator, itself by name',
      'delegated',
      { AccountId: ids.delegated },
      organizationArn(ids.delegated),
    ],
    ['the delegated administrator, a member', 'delegated', { AccountId: ids.member }, organizationArn(ids.member)],
    ['the management account, itself', 'management', {}, standaloneArn('management')],
    ['the management account, a member', 'management', { AccountId: ids.member }, organizationArn(ids.member)],
    ['an account outside any organization, itself', 'outsider', {}, standaloneArn('outsider')],
  ])('of the identity, the boundary or the session: %s', async (_, home, target, resource) => {
    for (const operation of contactOperations) {
      const input = { ...inputs[operation], ...target };
      const expectBecause = async (scene: Scene, what: string, session: Readonly<Record<string, string>> = {}) => {
        const emulator = sceneOf(scene);
        const speakers = session['Policy'] ? [] : [userIn(home)];
        for (const speaker of [...speakers, await speakerOf(emulator, 'session', home, session)])
          expect(await callAs(emulator, speaker, operation, input)).toMatchObject(
            deniedTo(speaker, operation, because(resource, what, operation)),
          );
      };
      await expectBecause({ may: nothing }, 'identity-based policy');
      await expectBecause({ may: { boundary: nothing.policies[0] ?? {} } }, 'permissions boundary');
      await expectBecause({}, 'session policy', { Policy: JSON.stringify(nothing.policies[0]) });
    }
  });

  it.each<[Kind, Home, object, string]>(
    kinds.flatMap((kind) => [
      [kind, 'member', {}, standaloneArn('member')],
      [kind, 'delegated', {}, standaloneArn('delegated')],
      [kind, 'delegated', { AccountId: ids.member }, organizationArn(ids.member)],
    ]),
  )('of those over the account: %s of %s on %j', async (kind, home, target, resource) => {
    const emulator = sceneOf({ guard: 'silent' });
    const speaker = await speakerOf(emulator, kind, home);
    expect(await callAs(emulator, speaker, 'GetAlternateContact', { ...security, ...target })).toMatchObject(
      deniedTo(speaker, 'GetAlternateContact', because(resource, 'service control policy', 'GetAlternateContact')),
    );
  });

  it.each(kinds)('but none is over the management account: %s', async (kind) => {
    const emulator = sceneOf({ guard: 'silent' });
    const speaker = await speakerOf(emulator, kind, 'management');
    for (const target of [{}, { AccountId: ids.member }])
      expect(await callAs(emulator, speaker, 'GetAlternateContact', { ...security, ...target })).toMatchObject({
        status: 404,
      });
  });
});

/** What follows when a policy of a kind denies. */
const denies = (resource: string, what: string): string => ` on resource: ${resource} with an explicit deny in ${what}`;

describe('6: a policy denies', () => {
  const deny = policyOf({ Effect: 'Deny', Action: 'account:*AlternateContact' });
  const denying: Scene = { may: { policies: [policyOf({}), deny] } };

  it.each<[string, Home, object, string]>([
    ['a member, itself', 'member', {}, standaloneArn('member')],
    ['the delegated administrator, a member', 'delegated', { AccountId: ids.member }, organizationArn(ids.member)],
    ['the management account, a member', 'management', { AccountId: ids.member }, organizationArn(ids.member)],
  ])('of the identity, the boundary or the session: %s', async (_, home, target, resource) => {
    for (const operation of contactOperations) {
      const input = { ...inputs[operation], ...target };
      const emulator = sceneOf(denying);
      for (const speaker of [userIn(home), await speakerOf(emulator, 'session', home)])
        expect(await callAs(emulator, speaker, operation, input)).toMatchObject(
          deniedTo(speaker, operation, denies(resource, 'an identity-based policy')),
        );
      const bounded = sceneOf({ may: { boundary: deny } });
      expect(await callAs(bounded, userIn(home), operation, input)).toMatchObject(
        deniedTo(userIn(home), operation, denies(resource, 'a permissions boundary')),
      );
      const open = sceneOf();
      const session = await speakerOf(open, 'session', home, { Policy: JSON.stringify(deny) });
      expect(await callAs(open, session, operation, input)).toMatchObject(
        deniedTo(session, operation, denies(resource, 'a session policy')),
      );
    }
  });

  it.each<[Kind, Home, object, string]>(
    kinds.flatMap((kind) => [
      [kind, 'member', {}, standaloneArn('member')],
      [kind, 'delegated', { AccountId: ids.delegated }, organizationArn(ids.delegated)],
      [kind, 'delegated', { AccountId: ids.suspended }, organizationArn(ids.suspended)],
    ]),
  )('of those over the account: %s of %s on %j', async (kind, home, target, resource) => {
    const emulator = sceneOf({ guard: 'denying' });
    const speaker = await speakerOf(emulator, kind, home);
    for (const operation of contactOperations)
      expect(await callAs(emulator, speaker, operation, { ...inputs[operation], ...target })).toMatchObject(
        deniedTo(speaker, operation, denies(resource, 'a service control policy')),
      );
  });
});

/** Everybody with an account that they may touch. */
const reachable: readonly (readonly [Kind, Home, object])[] = kinds.flatMap((kind) => [
  [kind, 'member', {}],
  [kind, 'delegated', {}],
  [kind, 'delegated', { AccountId: ids.delegated }],
  [kind, 'delegated', { AccountId: ids.member }],
  [kind, 'management', {}],
  [kind, 'management', { AccountId: ids.member }],
  [kind, 'outsider', {}],
]);

describe('7: a contact type that there is not', () => {
  const suffix = ' (You specified an invalid Alternate Contact type.)';
  const wrong = { AlternateContactType: 'security' };

  it.each(reachable)('is denied: %s of %s on %j', async (kind, home, target) => {
    for (const guard of ['none', 'elsewhere'] as const) {
      const emulator = sceneOf({ guard });
      const speaker = await speakerOf(emulator, kind, home);
      for (const operation of contactOperations)
        expect(await callAs(emulator, speaker, operation, { ...inputs[operation], ...wrong, ...target })).toMatchObject(
          deniedTo(speaker, operation, suffix),
        );
    }
  });

  it.each(kinds)('is looked at after the policies: %s', async (kind) => {
    const emulator = sceneOf({ guard: 'denying' });
    const speaker = await speakerOf(emulator, kind, 'member');
    expect(await callAs(emulator, speaker, 'GetAlternateContact', wrong)).toMatchObject(
      deniedTo(speaker, 'GetAlternateContact', denies(standaloneArn('member'), 'a service control policy')),
    );
  });
});

describe('8: a Region in another spelling', () => {
  const suffix = ' (You specified an invalid target region.)';
  const operations = ['GetRegionOptStatus', 'EnableRegion', 'DisableRegion'];

  it.each(reachable)('is denied: %s of %s on %j', async (kind, home, target) => {
    for (const guard of ['none', 'elsewhere'] as const) {
      const emulator = sceneOf({ guard });
      const speaker = await speakerOf(emulator, kind, home);
      for (const operation of operations)
        expect(await callAs(emulator, speaker, operation, { RegionName: 'US-EAST-1', ...target })).toMatchObject(
          deniedTo(speaker, operation, suffix),
        );
    }
  });

  it.each(kinds)('is looked at after the policies: %s', async (kind) => {
    const emulator = sceneOf({ guard: 'denying' });
    const speaker = await speakerOf(emulator, kind, 'delegated');
    const input = { RegionName: 'US-EAST-1', AccountId: ids.member };
    expect(await callAs(emulator, speaker, 'EnableRegion', input)).toMatchObject(
      deniedTo(speaker, 'EnableRegion', denies(organizationArn(ids.member), 'a service control policy')),
    );
  });
});

describe('9: the management account asks for its own primary e-mail address by name', () => {
  it.each(speakersUnder('none', 'elsewhere', 'denying'))('is denied access: %s, policy %s', async (kind, guard) => {
    const emulator = sceneOf({ guard });
    const speaker = await speakerOf(emulator, kind, 'management');
    expect(await callAs(emulator, speaker, 'GetPrimaryEmail', { AccountId: ids.management })).toMatchObject(
      deniedTo(speaker, 'GetPrimaryEmail', ' (Access Denied)'),
    );
  });

  it.each(kinds)('a member that names an account is denied as elsewhere: %s', async (kind) => {
    const emulator = sceneOf();
    const speaker = await speakerOf(emulator, kind, 'member');
    expect(await callAs(emulator, speaker, 'GetPrimaryEmail', { AccountId: ids.member })).toMatchObject(
      deniedTo(speaker, 'GetPrimaryEmail'),
    );
  });
});

describe('10: an account that is not in the organization', () => {
  const targets = [ids.outsider, ids.unknown];
  const cases = speakersUnder('none', 'elsewhere', 'denying').flatMap(([kind, guard]) =>
    (['management', 'delegated'] as const).map((home) => [kind, home, guard] as const),
  );

  it.each(cases)('is denied barely: %s of %s, policy %s', (kind, home, guard) =>
    expectDenied({ guard }, { kind, home, targets }),
  );

  it.each(cases)('or as no member: %s of %s, policy %s', (kind, home, guard) =>
    expectDenied(
      { guard, behaviour: { unknownTarget: 'not-member' } },
      { kind, home, targets },
      ' (The account is not a member of your organization.)',
    ),
  );
});

describe('11: an organization of consolidated billing', () => {
  const organization = { featureSet: 'CONSOLIDATED_BILLING', ...trustedOff } as const;

  it.each(kinds)('has no trusted access, and says so: %s', (kind) =>
    expectDenied({ organization }, { kind, home: 'management', targets: members }, trustHint),
  );

  it.each(kinds)('or says nothing: %s', (kind) =>
    expectDenied(
      { organization, behaviour: { consolidatedBilling: 'bare' } },
      { kind, home: 'management', targets: members },
    ),
  );

  it.each(kinds)('denies its members barely: %s', (kind) =>
    expectDenied({ organization }, { kind, home: 'member', targets: members }),
  );
});

describe('12: a caller whose account is in no organization', () => {
  const targets = [ids.outsider, ids.member, ids.unknown];

  it.each(speakersUnder('none', 'denying'))('is denied barely: %s, policy %s', (kind, guard) =>
    expectDenied({ guard }, { kind, home: 'outsider', targets }),
  );

  it.each(kinds)('or as no member: %s', (kind) =>
    expectDenied(
      { behaviour: { noOrganization: 'not-member' } },
      { kind, home: 'outsider', targets },
      ' (The account is not a member of your organization.)',
    ),
  );
});

describe('13: a write to an account that is not active', () => {
  const target = { AccountId: ids.suspended };
  const cases = kinds.flatMap((kind) => (['management', 'delegated'] as const).map((home) => [kind, home] as const));

  it.each(cases)('is let through, or denied barely: %s of %s', async (kind, home) => {
    for (const guard of ['none', 'elsewhere'] as const) {
      const open = sceneOf({ guard });
      const speaker = await speakerOf(open, kind, home);
      expect(
        await callAs(open, speaker, 'PutAlternateContact', { ...inputs['PutAlternateContact'], ...target }),
      ).toMatchObject({ status: 200 });
      const closed = sceneOf({ guard, behaviour: { putOnInactive: 'deny' } });
      const other = await speakerOf(closed, kind, home);
      for (const operation of ['PutAlternateContact', 'DeleteAlternateContact'])
        expect(await callAs(closed, other, operation, { ...inputs[operation], ...target })).toMatchObject(
          deniedTo(other, operation),
        );
      expect(await callAs(closed, other, 'GetAlternateContact', { ...security, ...target })).toMatchObject({
        status: 404,
      });
    }
  });

  it.each(kinds)('is looked at after the policies: %s', async (kind) => {
    const emulator = sceneOf({ guard: 'denying', behaviour: { putOnInactive: 'deny' } });
    const speaker = await speakerOf(emulator, kind, 'delegated');
    expect(await callAs(emulator, speaker, 'DeleteAlternateContact', { ...security, ...target })).toMatchObject(
      deniedTo(speaker, 'DeleteAlternateContact', denies(organizationArn(ids.suspended), 'a service control policy')),
    );
  });
});
