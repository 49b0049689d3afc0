import { z } from 'zod';
import { accountIdSchema, contactSchema, contactTypeSchema } from '../plan/plan-schema.ts';
import { skipReasons, unconfirmedReasons } from './outcome.ts';

const at = z.iso.datetime();
const item = z.int().min(0);

const failureSchema = z.strictObject({
  kind: z.enum(['throttled', 'denied', 'expired', 'missing', 'conflict', 'unavailable', 'invalid', 'other']),
  operation: z.string(),
  code: z.string(),
  message: z.string(),
  status: z.int().optional(),
});

/** Entries as they are read back: unknown fields are refused. */
export const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('header'),
    format: z.literal('orgcontacts/journal'),
    version: z.literal(1),
    at,
    run: z.string(),
    tool: z.string(),
    endpoint: z.string(),
    organizationId: z.string(),
    caller: z.strictObject({ accountId: accountIdSchema, arn: z.string() }),
    policy: z.strictObject({ file: z.string(), hash: z.string() }).nullable(),
    undoOf: z.string().nullable(),
    fingerprint: z.string(),
    approved: z.string().nullable(),
    // Journals from before there was a canary have no such field.
    canary: z.array(accountIdSchema).default([]),
    reason: z.string().nullable(),
    items: item,
  }),
  z.strictObject({
    kind: z.literal('intent'),
    at,
    item,
    accountId: accountIdSchema,
    type: contactTypeSchema,
    before: contactSchema.nullable(),
    after: contactSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('done'), at, item, how: z.enum(['written', 'already']) }),
  z.strictObject({
    kind: z.literal('unconfirmed'),
    at,
    item,
    // The first journals did not say why.
    why: z.enum(unconfirmedReasons).default('not-shown'),
    detail: z.string(),
  }),
  z.strictObject({ kind: z.literal('failed'), at, item, failure: failureSchema }),
  z.strictObject({ kind: z.literal('skipped'), at, item, why: z.enum(skipReasons), detail: z.string() }),
  z.strictObject({ kind: z.literal('resumed'), at, tool: z.string() }),
  z.strictObject({
    kind: z.literal('ended'),
    at,
    how: z.enum(['finished', 'interrupted', 'stopped']),
    detail: z.string(),
  }),
]);
