import fc from 'fast-check';
import { type Contact, contactFields } from '../contact/contact.ts';
import { contactTypes } from '../contact/contact-type.ts';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import type { Change, Finding, LeftAlone } from './change.ts';
import { assemblePlan, type PlanFrame } from './make-plan.ts';
import { aFrame } from './plan.builder.ts';
import type { Plan } from './plan.ts';

/** Any text that a JSON file can hold: quotes, line ends, other scripts and half characters too. */
export const anyText = fc.oneof(
  fc.string({ maxLength: 12, unit: 'binary' }),
  fc.constantFrom('', '"\n\\', '\u2028é🦉', '\ud800'),
);

export const anyContact: fc.Arbitrary<Contact> = fc.record({
  name: anyText,
  title: anyText,
  email: anyText,
  phone: anyText,
});

/** Any fields that are not to be shown. */
export const anyMasked = fc.subarray([...contactFields]);

export const anyAccountId = fc
  .integer({ min: 0, max: 999_999_999_999 })
  .map((id) => anId(String(id).padStart(12, '0')));

const anyItem = fc.record({
  account: fc.record({ id: anyAccountId, name: anyText, unit: fc.option(anyText) }),
  type: fc.constantFrom(...contactTypes),
  because: fc.record({ where: anyText, selector: anyText, contactName: fc.option(anyText), masked: anyMasked }),
});

export const anyChange: fc.Arbitrary<Change> = fc
  .tuple(anyItem, fc.constantFrom('create', 'update', 'delete'), anyContact, anyContact)
  .map(([item, kind, before, after]): Change => {
    if (kind === 'create') return { ...item, kind, before: null, after };
    return kind === 'update' ? { ...item, kind, before, after } : { ...item, kind: 'delete', before, after: null };
  });

const anyFinding: fc.Arbitrary<Finding> = fc
  .tuple(
    anyItem,
    fc.record({
      kind: fc.constantFrom('missing' as const, 'differs' as const, 'unwanted' as const),
      live: fc.option(anyContact),
      wanted: fc.option(anyContact),
      mode: fc.constantFrom('fill-missing' as const, 'report-only' as const),
      holdsBack: fc.boolean(),
    }),
  )
  .map(([item, finding]) => ({ ...item, ...finding }));

const anyLeftAlone: fc.Arbitrary<LeftAlone> = fc.record({
  kind: fc.constantFrom('excluded', 'not-active', 'unmanaged', 'unreachable', 'unresolved', 'unreadable'),
  accountId: anyAccountId,
  accountName: anyText,
  type: fc.option(fc.constantFrom(...contactTypes)),
  detail: anyText,
});

const anyFrame: fc.Arbitrary<PlanFrame> = fc
  .record({
    origin: fc.oneof(
      fc.record({ kind: fc.constant('policy' as const), file: anyText, hash: anyText }),
      fc.record({ kind: fc.constant('command' as const), what: anyText }),
      fc.record({ kind: fc.constant('undo' as const), run: anyText }),
    ),
    callerAccountId: anyAccountId,
    now: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  })
  .map(aFrame);

const count = fc.nat({ max: 100_000 });

/** Any plan, with any changes in it. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    frame: anyFrame,
    types: fc.subarray([...contactTypes]),
    changes: fc.array(anyChange, { maxLength: 6 }),
    findings: fc.array(anyFinding, { maxLength: 3 }),
    leftAlone: fc.array(anyLeftAlone, { maxLength: 3 }),
    keeps: count,
    scope: fc.record({
      accounts: count,
      unreadableAccounts: count,
      existing: fc.record({ BILLING: count, OPERATIONS: count, SECURITY: count }),
    }),
  })
  .map(({ frame, types, ...parts }) => assemblePlan(frame, types, parts));
