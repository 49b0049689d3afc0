import { z } from 'zod';
import { contactConstraints } from '../contact/contact-constraints.ts';
import { warningCodes } from './lint-settings.ts';
import { modes } from './policy.ts';

/** Lengths and patterns are rules: what a template is filled in with is not known here. */
const field = (of: keyof typeof contactConstraints, description: string) =>
  z
    .string()
    .min(1)
    .describe(
      `${description} 1 to ${contactConstraints[of].maxLength} characters; may hold \${account.id}, \${tag.KEY:-default}, \${env:ORGCONTACTS_NAME} or \${file:PATH}.`,
    );

const contactSchema = z
  .strictObject({
    name: field('name', 'Who is called.'),
    title: field('title', 'Their title.'),
    email: field('email', 'Where AWS writes to.'),
    phone: field('phone', 'Digits, blanks and ( ) + - only; keep it in quotes.'),
    reviewed: z.iso
      .date()
      .optional()
      .describe('When somebody last made sure that this reaches the right people, as 2026-11-01.'),
  })
  .describe('One contact; all four fields are needed.');

const oneOrMany = <Item extends z.ZodType>(item: Item) => z.union([item, z.array(item).min(1)]);

const accountId = z
  .string()
  .regex(/^\d{12}$/)
  .describe('Twelve digits, in quotes.');

const conditions = {
  account: oneOrMany(accountId).optional().describe('An account id or a list of them.'),
  management: z.boolean().optional().describe('true: the management account; false: every other account.'),
  ou: oneOrMany(z.string().min(1))
    .optional()
    .describe('A path below the root, as Workloads/Prod, or an ou- id; units below are included.'),
  tag: z
    .record(z.string(), z.union([oneOrMany(z.string()), z.strictObject({ present: z.literal(true) })]))
    .optional()
    .describe('Tag key and value, list of values, or {present: true}; * and ? are wildcards.'),
  name: oneOrMany(z.string().min(1)).optional().describe('The name of the account, or a list; * and ? are wildcards.'),
};

const conditionsSchema = z
  .strictObject({
    ...conditions,
    not: z.strictObject(conditions).optional().describe('Conditions that may not all hold.'),
  })
  .describe('All conditions have to hold.');

const selectorSchema = z.union([z.literal('all'), conditionsSchema]);

const mode = z
  .enum(modes)
  .describe('enforce creates, updates and deletes; fill-missing only creates; report-only only tells.');

const want = z
  .union([z.string().min(1), contactSchema])
  .describe('The name of a contact, or one written here; or absent: delete it; or unmanaged: leave it alone.');

const assignmentSchema = z.strictObject({
  match: selectorSchema.describe('Which accounts: all, or conditions.'),
  mode: mode.optional(),
  security: want.optional(),
  operations: want.optional(),
  billing: want.optional(),
});

const warnings = z.array(z.enum(warningCodes)).optional();

const lintSchema = z
  .strictObject({
    allowedEmailDomains: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe('The only domains that addresses may have; *.example.com means those below it.'),
    reviewEvery: z
      .string()
      .regex(/^[1-9][0-9]{0,4}d$/)
      .optional()
      .describe('How old a review may be, in days, as 180d.'),
    errors: warnings.describe('Warnings that are errors here.'),
    ignore: warnings.describe('Warnings that are not told.'),
  })
  .describe('What is asked of contacts beyond what AWS asks.');

/** The structure of a policy file, version 1. It holds what JSON Schema can say; what is beyond that are rules. */
export const policySchema = z.strictObject({
  version: z.literal(1).describe('The version of this format.'),
  mode: mode.optional(),
  contacts: z.record(z.string(), contactSchema).describe('Contacts by name.'),
  assignments: z.array(assignmentSchema).describe('Who gets which contact; the most specific one wins.'),
  exclude: z
    .array(selectorSchema)
    .optional()
    .describe('Accounts that are never read and never written, and always listed.'),
  lint: lintSchema.optional(),
});

/** What may stand in each kind of mapping, for messages. */
export const keysOf = {
  file: Object.keys(policySchema.shape),
  contact: Object.keys(contactSchema.shape),
  assignment: Object.keys(assignmentSchema.shape),
  selector: Object.keys(conditionsSchema.shape),
  not: Object.keys(conditions),
  lint: Object.keys(lintSchema.shape),
} as const;
