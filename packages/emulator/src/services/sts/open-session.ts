import { createHash } from 'node:crypto';
import type { Context } from '../../operation.ts';
import { holdSession, type Session } from '../../world/session.ts';
import type { WorldSession } from '../../world/session-file.ts';
import { digits } from '../../world/unique-id.ts';
import type { WorldState } from '../../world/world-state.ts';
import { tagsIn, textIn, transitiveKeysIn } from './session-input.ts';
import { givenPolicies } from './session-policies.ts';
import { grantedRole } from './wanted-role.ts';

/** AWS docs: AssumeRole, DurationSeconds. */
const usualSeconds = 3600;

/** Makes the session of a call that was let through; it begins at a whole second, as its end is told in seconds. */
export const openSession = (context: Context): Session => {
  const { world, caller, input, now } = context;
  const { accountId, role } = grantedRole(context);
  const policies = givenPolicies(context);
  const sourceIdentity = textIn(context, 'SourceIdentity') ?? caller.sourceIdentity;
  const transitiveTags = { ...caller.transitiveTags };
  const startedAt = Math.floor(now / 1000) * 1000;
  const granted: WorldSession = {
    ...newCredentials(world),
    accountId,
    roleName: role.name,
    name: textIn(context, 'RoleSessionName') ?? '',
    startedAt: new Date(startedAt).toISOString(),
    expiresAt: new Date(startedAt + Number(input['DurationSeconds'] ?? usualSeconds) * 1000).toISOString(),
    ...(policies.length > 0 && { policies }),
    tags: overlaid(overlaid(role.tags, sessionTags(context)), transitiveTags),
    transitiveTagKeys: [...Object.keys(transitiveTags), ...transitiveKeys(context)],
    ...(sourceIdentity !== undefined && { sourceIdentity }),
  };
  return holdSession(granted, role);
};

type Tags = Readonly<Record<string, string>>;

const sessionTags = (context: Context): Tags =>
  Object.fromEntries(tagsIn(context).map(({ Key, Value }) => [Key, Value]));

/** As the tags write them, whatever the case in which the call lists them. */
const transitiveKeys = (context: Context): readonly string[] => {
  const wanted = transitiveKeysIn(context).map((key) => key.toLowerCase());
  return tagsIn(context)
    .map(({ Key }) => Key)
    .filter((key) => wanted.includes(key.toLowerCase()));
};

/** Keys that differ by case only are the same, and the case of the later one counts (AWS docs: AssumeRole, Tags). */
const overlaid = (tags: Tags, over: Tags): Tags => {
  const covered = Object.keys(over).map((key) => key.toLowerCase());
  const left = Object.entries(tags).filter(([key]) => !covered.includes(key.toLowerCase()));
  return { ...Object.fromEntries(left), ...over };
};

/** The same in every run of the same world, and never given out twice. */
const newCredentials = (world: WorldState): Pick<WorldSession, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'> => {
  const seed = `session ${world.defaultAccountId} ${world.counter.issued++}`;
  const accessKeyId = `ASIA${digits(`${seed} key`, 16)}`;
  // A world that was saved and loaded counts from the beginning.
  if (world.sessions.has(accessKeyId)) return newCredentials(world);
  return {
    accessKeyId,
    secretAccessKey: base64(`${seed} secret`).slice(0, 40),
    sessionToken: `FwoGZXIvYXdzE${base64(`${seed} token`)}${base64(`${seed} more of it`)}`,
  };
};

const base64 = (text: string): string => createHash('sha512').update(text).digest('base64');
