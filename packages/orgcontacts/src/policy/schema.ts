import { z } from 'zod';
import { contactConstraints } from '../contact/contact-constraints.ts';
import { modes } from './policy.ts';

const field = (of: keyof typeof contactConstraints, description: string) => {
  const { maxLength, pattern } = contactConstraints[of];
  const text = z.string().min(1).max(maxLength).describe(description);
  return pattern ? text.regex(pattern) : text;
};

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

export const conditionsSchema = z
  .strictObject({
    ou: oneOrMany(z.string().min(1))
      .optional()
      .describe('A path below the root, as Workloads/Prod, or an ou- id; units below are included.'),
    tag: z
      .record(z.string(), oneOrMany(z.string()))
      .optional()
      .describe('Tag key and value, or list of values; * and ? are wildcards.'),
    account: oneOrMany(accountId).optional().describe('An account id or a list of them.'),
  })
  .describe('All conditions have to hold.');

const selectorSchema = z.union([z.literal('all'), conditionsSchema]);

const mode = z
  .enum(modes)
  .describe('enforce creates, updates and deletes; fill-missing only creates; report-only only tells.');

const want = z.string().min(1).describe('The name of a contact; or absent: delete it; or unmanaged: leave it alone.');

const assignmentSchema = z.strictObject({
  match: selectorSchema.describe('Which accounts: all, or conditions.'),
  mode: mode.optional(),
  security: want.optional(),
  operations: want.optional(),
  billing: want.optional(),
});

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
});
