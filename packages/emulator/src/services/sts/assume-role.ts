import { type Context, type Operation, ok } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import { sessionArn } from '../../world/session.ts';
import { checkSession } from './check-session.ts';
import { openSession } from './open-session.ts';
import { authorizeRole } from './role-access.ts';
import { packedSize } from './session-policies.ts';

const names = '[\\w+=,.@-]*';

/** AWS service model, API version 2011-06-15; the 50 tags: AWS docs, AssumeRole. */
const fields: readonly Field[] = [
  { name: 'RoleArn', type: 'string', required: true, min: 20, max: 2048 },
  { name: 'RoleSessionName', type: 'string', required: true, min: 2, max: 64, pattern: names },
  { name: 'PolicyArns', type: 'list' },
  { name: 'Policy', type: 'string', min: 1, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' },
  { name: 'DurationSeconds', type: 'integer', min: 900, max: 43_200 },
  { name: 'Tags', type: 'list', max: 50 },
  { name: 'TransitiveTagKeys', type: 'list', max: 50 },
  { name: 'ExternalId', type: 'string', min: 2, max: 1224, pattern: '[\\w+=,.@:\\/-]*' },
  { name: 'SerialNumber', type: 'string', min: 9, max: 256, pattern: '[\\w+=/:,.@-]*' },
  { name: 'TokenCode', type: 'string', min: 6, max: 6, pattern: '[\\d]*' },
  { name: 'SourceIdentity', type: 'string', min: 2, max: 64, pattern: names },
];

/** Gives out credentials of a role to whom its trust policy and their own policies let have them. */
export const assumeRole: Operation = {
  name: 'AssumeRole',
  fields,
  // The trust policy has a say in whether the caller's policies have to allow anything: all of it is decided together.
  needs: () => [],
  authorize: authorizeRole,
  check: checkSession,
  handle: (context) => {
    const session = openSession(context);
    forgetOld(context);
    const { granted, roleId } = session;
    const { accessKeyId, secretAccessKey, sessionToken, expiresAt, name, sourceIdentity } = granted;
    context.world.sessions.set(accessKeyId, session);
    return ok({
      Credentials: {
        AccessKeyId: accessKeyId,
        SecretAccessKey: secretAccessKey,
        SessionToken: sessionToken,
        Expiration: expiresAt.replace('.000Z', 'Z'),
      },
      AssumedRoleUser: { AssumedRoleId: `${roleId}:${name}`, Arn: sessionArn(granted) },
      PackedPolicySize: packedSize(context),
      SourceIdentity: sourceIdentity,
    });
  },
};

/** So long after its end a session is still told that it has expired, and not that nobody knows it; in milliseconds. Own choice. */
const rememberedFor = 3_600_000;

/** Forgets sessions that ended long ago, the oldest first, up to the first that did not. */
const forgetOld = ({ world: { sessions }, now }: Context): void => {
  for (const [key, { granted }] of sessions) {
    if (Date.parse(granted.expiresAt) + rememberedFor > now) return;
    sessions.delete(key);
  }
};
