import { z } from 'zod';
import { isRead } from '../is-read.ts';
import { accountOperations } from '../services/account/index.ts';
import { organizationsOperations } from '../services/organizations/index.ts';
import { stsOperations } from '../services/sts/index.ts';
import { readYaml } from '../world/read-yaml.ts';

const names = {
  account: accountOperations.map(({ name }) => name),
  organizations: organizationsOperations.map(({ name }) => name),
  sts: stsOperations.map(({ name }) => name),
};

const everyName = new Set(Object.values(names).flat());
const groups = ['*', ...Object.keys(names).map((service) => `${service}:*`)];

const isKnown = (operation: string): boolean => everyName.has(operation) || groups.includes(operation);

const errors = [
  'InternalServer',
  'ServiceUnavailable',
  'TooManyRequests',
  'AccessDenied',
  'ExpiredCredentials',
  'ConnectionReset',
  'SlowBody',
  'StaleRead',
  'Untyped400',
  'FailsLater',
] as const;

const ruleSchema = z
  .strictObject({
    /** The name of an operation, `*`, or all of a service as `account:*`. */
    operation: z
      .string()
      .refine(isKnown, `the emulator has no operation of this name; it can also be ${groups.join(', ')}`),
    /** The account, unit or resource that a call names, or the calling account where it names none; left out, any. */
    account: z.string('an id is text: write it in quotes').optional(),
    /** The calling account; left out, any. */
    caller: z
      .string()
      .regex(/^\d{12}$/, 'a calling account is twelve digits, in quotes')
      .optional(),
    /** Left out, certain. */
    probability: z.number().min(0).max(1).optional(),
    /** How often; left out, always. */
    times: z.int().min(1).optional(),
    /** So many calls that match pass first. */
    after: z.int().min(0).optional(),
    error: z.enum(errors),
    /** `after`: the call takes effect, and only then its answer is replaced or lost. Left out, `before`. */
    when: z.enum(['before', 'after']).optional(),
    /** How long a SlowBody takes; an hour at most. */
    milliseconds: z.int().min(1).max(3_600_000).optional(),
    /** Why what FailsLater strikes fails in the end, as INVALID_EMAIL; left out, INTERNAL_FAILURE. */
    reason: z
      .string()
      .regex(/^[A-Z_]+$/, 'a reason is in capitals, as INTERNAL_FAILURE')
      .optional(),
  })
  .superRefine((rule, context) => {
    const refuse = (path: keyof typeof rule, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const isSlow = rule.error === 'SlowBody';
    if (isSlow && rule.milliseconds === undefined) refuse('milliseconds', 'SlowBody needs how long the body takes');
    if (!isSlow && rule.milliseconds !== undefined) refuse('milliseconds', 'only SlowBody takes milliseconds');
    if (rule.error !== 'FailsLater' && rule.reason !== undefined) refuse('reason', 'only FailsLater takes a reason');
    if ((isSlow || rule.error === 'StaleRead' || rule.error === 'FailsLater') && rule.when !== undefined)
      refuse('when', `${rule.error} keeps the answer of AWS, and has no before and after: leave it out`);
    if (isKnown(rule.operation) && !mayStrike(rule))
      refuse('operation', `${rule.error} is for ${onlyFor[rule.error]}, and never strikes here`);
  });

/** A failure that somebody ordered. */
export type FaultRule = z.infer<typeof ruleSchema>;

/** What some failures are for; the others are for everything. */
const onlyFor: Partial<Readonly<Record<FaultRule['error'], string>>> = {
  StaleRead: 'reads of Account Management',
  Untyped400: 'Account Management, which has API Gateway before it',
  FailsLater: 'CreateAccount and CloseAccount, which end later than they are answered',
};

/** Whether a kind of failure fits an operation at all. */
export const fits = (error: FaultRule['error'], service: string, operation: string): boolean => {
  if (error === 'StaleRead') return service === 'account' && isRead(operation);
  if (error === 'FailsLater') return operation === 'CreateAccount' || operation === 'CloseAccount';
  return error !== 'Untyped400' || service === 'account';
};

/** Whether there is an operation that a rule can strike. */
const mayStrike = ({ operation, error }: Pick<FaultRule, 'operation' | 'error'>): boolean =>
  Object.entries(names).some(([service, list]) =>
    list.some((name) => ['*', `${service}:*`, name].includes(operation) && fits(error, service, name)),
  );

/** Fault rules, or what is wrong with them, where, in words. */
export type ParsedFaults =
  | { readonly kind: 'rules'; readonly rules: readonly FaultRule[] }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

/** Reads fault rules from JSON or YAML text. Never throws. */
export const parseFaultRules = (text: string): ParsedFaults => {
  let raw: unknown;
  try {
    // YAML 1.2 holds JSON; account ids in quotes stay text.
    raw = readYaml(text);
  } catch (thrown) {
    return { kind: 'invalid', problems: [thrown instanceof Error ? thrown.message : String(thrown)] };
  }
  return checkFaultRules(raw);
};

/** Checks plain data to be fault rules. */
export const checkFaultRules = (raw: unknown): ParsedFaults => {
  const parsed = z.array(ruleSchema).safeParse(raw);
  if (parsed.success) return { kind: 'rules', rules: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the rules'}: ${message}`);
  return { kind: 'invalid', problems };
};
