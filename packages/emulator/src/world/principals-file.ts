import { z } from 'zod';
import { managedPolicy, managedPolicyNames } from '../iam/managed-policies.ts';
import { type PolicyUse, parsePolicyDocument } from '../iam/parse-policy-document.ts';
import { tagsSchema } from './tags-file.ts';

const documentFor = (use: PolicyUse) =>
  z.union([z.string(), z.record(z.string(), z.unknown())]).superRefine((raw, context) => {
    if (use === 'identity' && typeof raw === 'string' && managedPolicy(raw)) return;
    const read = parsePolicyDocument(raw, use);
    if (read.kind === 'policy') return;
    const names = use === 'identity' ? `, and not the name of ${managedPolicyNames.join(', ')}` : '';
    context.addIssue({ code: 'custom', message: `no policy: ${read.because}${names}` });
  });

/** An identity policy: its document, as an object or its JSON text, or the name or ARN of an AWS managed policy. */
const identityPolicy = documentFor('identity');

const principal = {
  /** Letters, digits and `+=,.@_-` (AWS docs: IAM names). */
  name: z.string().regex(/^[\w+=,.@-]{1,64}$/),
  policies: z.array(identityPolicy).default([]),
  boundary: identityPolicy.optional(),
  tags: tagsSchema,
};

/** An IAM role that can be assumed. */
export const roleSchema = z.strictObject({
  ...principal,
  trust: documentFor('trust'),
  /** Seconds; an hour unless the role says more (AWS docs: IAM roles). */
  maxSessionDuration: z.int().min(3600).max(43_200).default(3600),
});

/** An IAM user with an access key. */
export const userSchema = z.strictObject({
  ...principal,
  accessKeyId: z
    .string()
    .regex(
      /^(?!\d{12}$)\w{16,128}$/,
      'an access key id has 16 to 128 letters and digits (twelve digits mean an administrator)',
    ),
  /** Looked at only where signatures are verified; left out, that of the administrators. */
  secretAccessKey: z.string().min(1).optional(),
});

export type WorldRole = z.infer<typeof roleSchema>;
export type WorldUser = z.infer<typeof userSchema>;
