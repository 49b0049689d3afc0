import { z } from 'zod';
import { accountIdSchema } from './organization-file.ts';
import { tagsSchema } from './tags-file.ts';

/** What two parties have to agree on: an invitation, or that an organization gets all features (AWS service model, Handshake). */
export const handshakeSchema = z.strictObject({
  id: z.string().regex(/^h-[0-9a-z]{8,32}$/, 'the id of a handshake is h-…'),
  action: z.enum(['INVITE', 'ENABLE_ALL_FEATURES', 'APPROVE_ALL_FEATURES']),
  state: z.enum(['REQUESTED', 'OPEN', 'CANCELED', 'ACCEPTED', 'DECLINED', 'EXPIRED']),
  /** Who asks, as it was then: the handshake outlives the organization. */
  from: z.strictObject({
    organizationId: z.string(),
    managementAccountId: accountIdSchema,
    email: z.string(),
    name: z.string(),
    featureSet: z.enum(['ALL', 'CONSOLIDATED_BILLING']),
  }),
  /** Who is asked: an account by its id or its address; left out where it is the organization itself. */
  to: z.strictObject({ type: z.enum(['ACCOUNT', 'EMAIL']), id: z.string() }).optional(),
  /** The handshake that needs this one. */
  parent: z.string().optional(),
  notes: z.string().optional(),
  /** What the account gets when it joins. */
  tags: tagsSchema,
  requestedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** When it was answered, canceled or expired. */
  endedAt: z.iso.datetime().optional(),
});

export type WorldHandshake = z.infer<typeof handshakeSchema>;
