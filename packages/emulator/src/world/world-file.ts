import { z } from 'zod';
import { accountStates, contactTypes } from './world.ts';

const accountId = z.string().regex(/^\d{12}$/, 'an account id is twelve digits, in quotes');

const contact = z.strictObject({
  Name: z.string(),
  Title: z.string(),
  EmailAddress: z.string(),
  PhoneNumber: z.string(),
});

const account = z.strictObject({
  id: accountId,
  name: z.string(),
  email: z.string(),
  state: z.enum(accountStates).default('ACTIVE'),
  joinedMethod: z.enum(['CREATED', 'INVITED']).default('CREATED'),
  /** ISO 8601. */
  joinedAt: z.iso.datetime().default('2026-01-01T00:00:00.000Z'),
  /** The id of its unit; left out for an account outside any organization. */
  parent: z.string().optional(),
  tags: z.record(z.string(), z.string()).default({}),
  contacts: z.partialRecord(z.enum(contactTypes), contact).default({}),
});

const unit = z.strictObject({
  id: z
    .string()
    .regex(/^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$/, 'a unit id is r-… for the root and ou-… below it'),
  name: z.string(),
  /** Left out for the root. */
  parent: z.string().optional(),
  tags: z.record(z.string(), z.string()).default({}),
});

/** A world as a file declares it and a snapshot gives it. */
export const worldSchema = z.strictObject({
  organization: z
    .strictObject({
      id: z.string().regex(/^o-[a-z0-9]{10,32}$/),
      featureSet: z.enum(['ALL', 'CONSOLIDATED_BILLING']).default('ALL'),
      managementAccountId: accountId,
      trustedServices: z.array(z.strictObject({ service: z.string(), since: z.iso.datetime() })).default([]),
      delegatedAdministrators: z
        .array(z.strictObject({ accountId, service: z.string(), since: z.iso.datetime() }))
        .default([]),
    })
    .optional(),
  /** The account behind any access key that is not an account id. */
  defaultAccountId: accountId.optional(),
  units: z.array(unit).default([]),
  accounts: z.array(account).min(1),
});

/** A world as plain data. */
export type World = z.infer<typeof worldSchema>;
export type WorldAccount = World['accounts'][number];
export type WorldUnit = World['units'][number];
