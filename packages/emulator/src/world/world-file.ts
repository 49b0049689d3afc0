import { z } from 'zod';
import { handshakeSchema } from './handshake-file.ts';
import { accountIdSchema as accountId, organizationSchema } from './organization-file.ts';
import { roleSchema, userSchema } from './principals-file.ts';
import { regionStatuses } from './region.ts';
import { sessionSchema } from './session-file.ts';
import { tagsSchema } from './tags-file.ts';
import { accountStates, contactTypes } from './world.ts';

const contact = z.strictObject({
  Name: z.string(),
  Title: z.string(),
  EmailAddress: z.string(),
  PhoneNumber: z.string(),
});

/** The primary contact, in the members of the AWS service model. */
const primaryContact = z.strictObject({
  FullName: z.string(),
  AddressLine1: z.string(),
  AddressLine2: z.string().optional(),
  AddressLine3: z.string().optional(),
  City: z.string(),
  StateOrRegion: z.string().optional(),
  DistrictOrCounty: z.string().optional(),
  PostalCode: z.string(),
  CountryCode: z.string(),
  PhoneNumber: z.string(),
  CompanyName: z.string().optional(),
  WebsiteUrl: z.string().optional(),
});

/** A Region that is on its way, or that differs from how it is by default. */
const region = z.strictObject({
  status: z.enum(regionStatuses),
  /** When ENABLING or DISABLING comes to its end. */
  until: z.iso.datetime().optional(),
  /** The account that asked for it; left out where it did itself. */
  by: accountId.optional(),
});

/** The last change of the primary e-mail address, under way or ended. */
const primaryEmailUpdate = z.strictObject({
  email: z.string(),
  /** The one-time code that went to the new address. */
  otp: z.string(),
  status: z.enum(['PENDING', 'ACCEPTED', 'COMPLETED', 'FAILED']),
  updatedAt: z.iso.datetime(),
  /** When changes were started of late, this one included: there is a limit. */
  starts: z.array(z.iso.datetime()).default([]),
});

/** The verification of the primary phone number that is under way. */
const phoneVerification = z.strictObject({ otp: z.string(), phoneNumber: z.string(), sentAt: z.iso.datetime() });

/** Ids of the service control policies attached; left out, the one that allows everything. */
const attached = z.array(z.string()).min(1).optional();

/** The closing of an account, under way while its state is PENDING_CLOSURE, else as it ended. */
const closure = z.strictObject({
  requestedAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** What the account was before; left out where it was ACTIVE. */
  before: z.enum(accountStates).optional(),
  /** Why it will not be closed in the end. */
  failure: z.string().optional(),
});

const account = z.strictObject({
  id: accountId,
  name: z.string(),
  email: z.string(),
  state: z.enum(accountStates).default('ACTIVE'),
  joinedMethod: z.enum(['CREATED', 'INVITED']).default('CREATED'),
  /** ISO 8601. */
  joinedAt: z.iso.datetime().default('2026-01-01T00:00:00.000Z'),
  /** Left out where it is when it joined. */
  createdAt: z.iso.datetime().optional(),
  /** The id of its unit; left out for an account outside any organization. */
  parent: z.string().optional(),
  tags: tagsSchema,
  contacts: z.partialRecord(z.enum(contactTypes), contact).default({}),
  primaryContact: primaryContact.optional(),
  /** Left out while the number was never verified. */
  phoneStatus: z.enum(['VERIFIED', 'UNVERIFIED', 'NOT_SUPPORTED']).optional(),
  phoneVerification: phoneVerification.optional(),
  primaryEmailUpdate: primaryEmailUpdate.optional(),
  /** Only Regions that are not as by default. */
  regions: z.record(z.string(), region).optional(),
  govCloud: z
    .strictObject({ accountId, state: z.enum(['PENDING_ACTIVATION', 'ACTIVE', 'SUSPENDED', 'CLOSED']) })
    .optional(),
  /** Left out for an account that the organization created: it has OrganizationAccountAccessRole. */
  roles: z.array(roleSchema).optional(),
  users: z.array(userSchema).optional(),
  serviceControlPolicies: attached,
  closure: closure.optional(),
});

const unit = z.strictObject({
  id: z
    .string()
    .regex(/^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$/, 'a unit id is r-… for the root and ou-… below it'),
  name: z.string(),
  /** Left out for the root. */
  parent: z.string().optional(),
  tags: tagsSchema,
  serviceControlPolicies: attached,
});

/** A world as a file declares it and a snapshot gives it. What is empty may be left out. */
export const worldSchema = z.strictObject({
  organization: organizationSchema.optional(),
  /** The account behind any access key that is not an account id. */
  defaultAccountId: accountId.optional(),
  units: z.array(unit).default([]),
  /** Organizations besides the first one, each with units of its own; accounts are in one by their unit. */
  otherOrganizations: z.array(organizationSchema.extend({ units: z.array(unit) })).optional(),
  accounts: z.array(account).min(1),
  handshakes: z.array(handshakeSchema).optional(),
  /** The role sessions whose keys were given out. */
  sessions: z.array(sessionSchema).optional(),
  /** How many ids were given out, so that none is given out twice. */
  issued: z.int().min(0).optional(),
});

/** A world as plain data. */
export type World = z.infer<typeof worldSchema>;
export type WorldAccount = World['accounts'][number];
export type WorldUnit = World['units'][number];
