import { z } from 'zod';
import { type AccountId, parseAccountId } from '../contact/account-id.ts';
import { contactFields } from '../contact/contact.ts';
import { contactTypes } from '../contact/contact-type.ts';
import type { Plan } from './plan.ts';

/** A contact as plans and journals keep it. */
export const contactSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  email: z.string(),
  phone: z.string(),
});

/** An account id as plans and journals keep it. */
export const accountIdSchema = z.string().refine((text): text is AccountId => parseAccountId(text) !== undefined);

export const contactTypeSchema = z.enum(contactTypes);

const count = z.int().min(0);

const item = {
  account: z.strictObject({ id: accountIdSchema, name: z.string(), unit: z.string().nullable() }),
  type: contactTypeSchema,
  because: z.strictObject({
    where: z.string(),
    selector: z.string(),
    contactName: z.string().nullable(),
    // Plans and journals made before there were references have none.
    masked: z.array(z.enum(contactFields)).default([]),
  }),
};

const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('create'), ...item, before: z.null(), after: contactSchema }),
  z.strictObject({ kind: z.literal('update'), ...item, before: contactSchema, after: contactSchema }),
  z.strictObject({ kind: z.literal('delete'), ...item, before: contactSchema, after: z.null() }),
]);

const findingSchema = z.strictObject({
  kind: z.enum(['missing', 'differs', 'unwanted']),
  ...item,
  live: contactSchema.nullable(),
  wanted: contactSchema.nullable(),
  mode: z.enum(['fill-missing', 'report-only']),
  holdsBack: z.boolean(),
});

const leftAloneSchema = z.strictObject({
  kind: z.enum(['excluded', 'not-active', 'unmanaged', 'unreachable', 'unresolved', 'unreadable']),
  accountId: accountIdSchema,
  accountName: z.string(),
  type: contactTypeSchema.nullable(),
  detail: z.string(),
});

/** The plan file, version 1: unknown fields are refused, since what they mean might matter. */
export const planSchema: z.ZodType<Plan> = z.strictObject({
  format: z.literal('orgcontacts/plan'),
  version: z.literal(1),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  origin: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('policy'), file: z.string(), hash: z.string() }),
    z.strictObject({ kind: z.literal('command'), what: z.string() }),
    z.strictObject({ kind: z.literal('undo'), run: z.string() }),
  ]),
  organization: z.strictObject({ id: z.string(), partition: z.string(), managementAccountId: accountIdSchema }),
  callerAccountId: accountIdSchema,
  types: z.array(contactTypeSchema),
  changes: z.array(changeSchema),
  findings: z.array(findingSchema),
  leftAlone: z.array(leftAloneSchema),
  keeps: count,
  scope: z.strictObject({
    accounts: count,
    unreadableAccounts: count,
    existing: z.strictObject({ BILLING: count, OPERATIONS: count, SECURITY: count }),
  }),
  breaches: z.array(
    z.strictObject({
      what: z.enum(['updates', 'deletes', 'unreadable']),
      type: contactTypeSchema.nullable(),
      found: count,
      allowed: count,
    }),
  ),
  fingerprint: z.string(),
});
