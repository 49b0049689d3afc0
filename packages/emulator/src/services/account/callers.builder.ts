import { account, type Reply, type Signature } from '../../client.builder.ts';
import type { Emulator, EmulatorOptions } from '../../create-emulator.ts';
import type { World } from '../../world/world-file.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { assume, policyOf, roleOf, trusting, userOf, worldWith } from '../sts/assume-role.builder.ts';

/** Accounts that have somebody to call from them. */
export type Home = 'management' | 'delegated' | 'member' | 'outsider';

/** Who calls: an administrator of an account, or a session of its role Tool. */
export type Kind = 'administrator' | 'session';
export const kinds = ['administrator', 'session'] as const satisfies readonly Kind[];

/** A caller, and how denials name it. */
export interface Speaker {
  readonly signer: Signature;
  readonly arn: string;
}

/** What a service control policy at the root says, besides the one that allows everything. */
const guards = {
  none: undefined,
  elsewhere: policyOf({ Effect: 'Deny', Action: 's3:*' }),
  denying: policyOf({ Effect: 'Deny', Action: 'account:*' }),
  silent: policyOf({ Action: ['s3:*', 'sts:*'] }),
} as const;
export type Guard = keyof typeof guards;

/** How the world of a call is set up. */
export interface Scene {
  readonly guard?: Guard;
  readonly organization?: Partial<NonNullable<World['organization']>>;
  readonly behaviour?: EmulatorOptions['behaviour'];
  /** What the role Tool and the user mary of each account may do; everything unless it says otherwise. */
  readonly may?: { readonly policies?: readonly object[]; readonly boundary?: object };
}

const guardId = 'p-guard0000';

/** The small world with a role and a user in each account, and with a policy at its root. */
export const sceneOf = ({ guard = 'none', organization = {}, behaviour = {}, may = {} }: Scene = {}): Emulator => {
  const peopled = (home: Home) => ({
    roles: [roleOf('Tool', trusting(ids[home]), may)],
    users: [userOf('mary', keyOf(home), may)],
  });
  const content = guards[guard];
  const world = worldWith(
    {
      management: peopled('management'),
      delegated: peopled('delegated'),
      member: peopled('member'),
      outsider: peopled('outsider'),
    },
    content
      ? {
          policyTypes: ['SERVICE_CONTROL_POLICY'],
          policies: [{ id: guardId, name: 'Guard', description: '', content: JSON.stringify(content), tags: {} }],
          ...organization,
        }
      : organization,
  );
  const attached = guard === 'silent' ? [guardId] : ['p-FullAWSAccess', guardId];
  const units = world.units.map((unit) =>
    unit.id === ids.root && content ? { ...unit, serviceControlPolicies: attached } : unit,
  );
  return emulatorOf({ world: { ...world, units }, behaviour });
};

const keyOf = (home: Home): string => `AKIAEXAMPLE${ids[home]}`;

/** An administrator of an account, or a session of its role, perhaps with a session policy. */
export const speakerOf = async (
  emulator: Emulator,
  kind: Kind,
  home: Home,
  session: Readonly<Record<string, string>> = {},
): Promise<Speaker> => {
  const id = ids[home];
  if (kind === 'administrator') return { signer: id, arn: `arn:aws:iam::${id}:user/administrator` };
  const signer = await assume(emulator, id, `arn:aws:iam::${id}:role/Tool`, session);
  if (signer.status !== 200) throw new Error(signer.xml);
  return { signer, arn: `arn:aws:sts::${id}:assumed-role/Tool/mary` };
};

/** The user mary of an account. */
export const userIn = (home: Home): Speaker => ({
  signer: keyOf(home),
  arn: `arn:aws:iam::${ids[home]}:user/mary`,
});

/** Calls as somebody. */
export const callAs = (emulator: Emulator, { signer }: Speaker, operation: string, input: object): Promise<Reply> =>
  account(emulator, signer).call(operation, { ...input });

/** The denial of an operation to somebody; the sentence goes on with the suffix. */
export const deniedTo = ({ arn }: Speaker, operation: string, suffix = ''): object => ({
  status: 403,
  headers: { 'x-amzn-errortype': 'AccessDeniedException' },
  body: { message: `User: ${arn} is not authorized to perform: account:${operation}${suffix}` },
});

/** The ARNs of an account in the standalone and in the organization context. */
export const standaloneArn = (home: Home): string => `arn:aws:account::${ids[home]}:account`;
export const organizationArn = (id: string): string =>
  `arn:aws:account::${ids.management}:account/o-exampleorgid/${id}`;
