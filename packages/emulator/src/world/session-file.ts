import { z } from 'zod';
import { managedPolicy } from '../iam/managed-policies.ts';
import { parsePolicyDocument } from '../iam/parse-policy-document.ts';
import { accountIdSchema } from './organization-file.ts';
import { tagsSchema } from './tags-file.ts';

/** A session policy as the call gave it: the text of a document, or the ARN of an AWS managed policy. */
const sessionPolicy = z.string().superRefine((text, context) => {
  if (managedPolicy(text)) return;
  const read = parsePolicyDocument(text, 'session');
  if (read.kind === 'malformed') context.addIssue({ code: 'custom', message: `no policy: ${read.because}` });
});

/** Temporary credentials of a role, given out by AssumeRole. */
export const sessionSchema = z.strictObject({
  accessKeyId: z.string().regex(/^ASIA[A-Z2-7]{16}$/, 'the key of a session is ASIA… and 16 characters more'),
  secretAccessKey: z.string().min(1),
  sessionToken: z.string().min(1),
  accountId: accountIdSchema,
  roleName: z.string(),
  name: z.string(),
  startedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** Left out where the call gave none. */
  policies: z.array(sessionPolicy).min(1).optional(),
  /** Tags of the role, overlaid by those of the session. */
  tags: tagsSchema,
  /** Keys of session tags that are passed on when another role is assumed from here. */
  transitiveTagKeys: z.array(z.string()).default([]),
  /** Who is behind the session, whatever roles it goes through. */
  sourceIdentity: z.string().optional(),
});

export type WorldSession = z.infer<typeof sessionSchema>;
