import { isRecord } from '../policy/shape.ts';
import { fingerprint } from './fingerprint.ts';
import { checkLimits } from './limits.ts';
import type { Plan } from './plan.ts';
import { planSchema } from './plan-schema.ts';

/** A plan file read back: the plan, or why it cannot be used. */
export type ReadPlan =
  | { readonly kind: 'plan'; readonly plan: Plan }
  /** Not a plan file at all, or one that was damaged or edited. */
  | { readonly kind: 'unusable'; readonly because: string }
  /** A plan file of another version of the format. */
  | { readonly kind: 'other-version'; readonly because: string };

/**
 * Writes a plan as the text of a plan file, one change a line. Pure.
 *
 * @example
 * ```ts
 * import { writeFile } from 'node:fs/promises';
 * import { type Plan, renderPlan } from 'orgcontacts';
 *
 * const save = (plan: Plan): Promise<void> => writeFile('next.plan.json', renderPlan(plan), { mode: 0o600 });
 * ```
 */
export const renderPlan = ({ changes, findings, leftAlone, ...head }: Plan): string => {
  const opened = JSON.stringify(head, undefined, 2).slice(0, -'\n}'.length);
  const lists = Object.entries({ changes, findings, leftAlone }).map(([name, items]) => `  "${name}": ${lines(items)}`);
  return `${[opened, ...lists].join(',\n')}\n}\n`;
};

const lines = (items: readonly object[]): string =>
  items.length === 0 ? '[]' : `[\n    ${items.map((item) => JSON.stringify(item)).join(',\n    ')}\n  ]`;

/**
 * Reads the text of a plan file. The limits are computed again: a fingerprint detects accidents, not intent. Never throws.
 *
 * @example
 * ```ts
 * import { type Plan, readPlan } from 'orgcontacts';
 *
 * const requirePlan = (text: string): Plan => {
 *   const read = readPlan(text);
 *   if (read.kind !== 'plan') throw new Error(`The plan file cannot be used: ${read.because}.`);
 *   return read.plan;
 * };
 * ```
 */
export const readPlan = (text: string): ReadPlan => {
  const raw = parseJson(text);
  if (!isRecord(raw) || raw['format'] !== 'orgcontacts/plan') {
    return { kind: 'unusable', because: 'it is not a plan file of orgcontacts' };
  }
  if (raw['version'] !== 1) {
    return {
      kind: 'other-version',
      because: `it is of version ${String(raw['version'])}, and this program reads version 1`,
    };
  }
  const parsed = planSchema.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      kind: 'unusable',
      because: `it is damaged at ${issue?.path.join('.') || 'its top'}: ${issue?.message ?? 'unknown'}`,
    };
  }
  return checkFingerprint(parsed.data);
};

const checkFingerprint = (plan: Plan): ReadPlan => {
  return fingerprint(plan) === plan.fingerprint
    ? { kind: 'plan', plan: { ...plan, breaches: checkLimits(plan.changes, plan.scope) } }
    : {
        kind: 'unusable',
        because: `its changes do not match its fingerprint ${plan.fingerprint}: it was edited or damaged`,
      };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
