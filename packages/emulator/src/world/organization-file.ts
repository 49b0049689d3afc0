import { z } from 'zod';
import { tagsSchema } from './tags-file.ts';

/** Twelve digits; YAML takes them for a number unless they stand in quotes. */
export const accountIdSchema = z.string().regex(/^\d{12}$/, 'an account id is twelve digits, in quotes');

const policy = z.strictObject({
  id: z.string().regex(/^p-[0-9a-zA-Z_]{8,128}$/, 'a policy id is p-…'),
  name: z.string(),
  description: z.string().default(''),
  content: z.string(),
  tags: tagsSchema,
});

/** An account creation, under way or ended. */
const creation = z.strictObject({
  id: z.string().regex(/^car-[a-z0-9]{8,32}$/, 'the id of a creation is car-…'),
  name: z.string(),
  email: z.string(),
  state: z.enum(['IN_PROGRESS', 'SUCCEEDED', 'FAILED']),
  requestedAt: z.iso.datetime(),
  /** When it comes, or came, to its end. */
  endsAt: z.iso.datetime(),
  /** The account that it makes; left out where it fails. */
  accountId: accountIdSchema.optional(),
  /** Why it fails (AWS service model, CreateAccountFailureReason). */
  failure: z.string().optional(),
  tags: tagsSchema,
  /** The name of the role by which the management account reaches it. */
  roleName: z.string().optional(),
});

/** One organization as a file declares it, but for its units and accounts. */
export const organizationSchema = z.strictObject({
  id: z.string().regex(/^o-[a-z0-9]{10,32}$/),
  featureSet: z.enum(['ALL', 'CONSOLIDATED_BILLING']).default('ALL'),
  managementAccountId: accountIdSchema,
  trustedServices: z.array(z.strictObject({ service: z.string(), since: z.iso.datetime() })).default([]),
  delegatedAdministrators: z
    .array(z.strictObject({ accountId: accountIdSchema, service: z.string(), since: z.iso.datetime() }))
    .default([]),
  /** Policy types that are enabled in the root. */
  policyTypes: z.array(z.literal('SERVICE_CONTROL_POLICY')).default([]),
  /** The organization's own policies; AWS's p-FullAWSAccess is there without being listed. */
  policies: z.array(policy).default([]),
  creations: z.array(creation).optional(),
  /** So many accounts it may have; left out, as many as AWS lets anybody have. */
  accountQuota: z.int().min(1).max(50_000).optional(),
});

export type WorldPolicy = z.infer<typeof policy>;
export type WorldCreation = z.infer<typeof creation>;
