import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contactTypes } from '../contact/contact-type.ts';
import { anyAccountId, anyContact, anyText } from '../plan/any-plan.builder.ts';
import { changes } from '../plan/plan.builder.ts';
import { readChain } from './chain.ts';
import type { Entry } from './entry.ts';
import { aHeader, aPlanOf, journalOf } from './journal.builder.ts';
import { skipReasons, unconfirmedReasons } from './outcome.ts';

const anyTime = fc.integer({ min: 0, max: 4_000_000_000_000 }).map((time) => new Date(time).toISOString());
const item = fc.nat({ max: 200_000 });

const anyFailure = fc.record(
  {
    kind: fc.constantFrom('throttled', 'denied', 'missing', 'conflict', 'unavailable', 'invalid', 'other'),
    operation: anyText,
    code: anyText,
    message: anyText,
    status: fc.integer({ min: 100, max: 599 }),
  },
  { requiredKeys: ['kind', 'operation', 'code', 'message'], noNullPrototype: true },
);

const kind = <Kind extends string>(name: Kind) => fc.constant(name);

const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  fc.record({
    kind: kind('intent'),
    at: anyTime,
    item,
    accountId: anyAccountId,
    type: fc.constantFrom(...contactTypes),
    before: fc.option(anyContact),
    after: fc.option(anyContact),
  }),
  fc.record({ kind: kind('done'), at: anyTime, item, how: fc.constantFrom('written', 'already') }),
  fc.record({
    kind: kind('unconfirmed'),
    at: anyTime,
    item,
    why: fc.constantFrom(...unconfirmedReasons),
    detail: anyText,
  }),
  fc.record({ kind: kind('failed'), at: anyTime, item, failure: anyFailure }),
  fc.record({ kind: kind('skipped'), at: anyTime, item, why: fc.constantFrom(...skipReasons), detail: anyText }),
  fc.record({ kind: kind('resumed'), at: anyTime, tool: anyText }),
  fc.record({
    kind: kind('ended'),
    at: anyTime,
    how: fc.constantFrom('finished', 'interrupted', 'stopped'),
    detail: anyText,
  }),
);

const anyEntries: fc.Arbitrary<readonly Entry[]> = fc
  .tuple(anyText, fc.array(anyEntry, { minLength: 1, maxLength: 8 }))
  .map(([reason, entries]) => [aHeader(aPlanOf(changes(1, 'create')), { reason }), ...entries]);

it('reads any journal back as it was written', () => {
  fc.assert(
    fc.property(anyEntries, (entries) => {
      const bytes = journalOf(entries);
      expect(readChain(bytes)).toMatchObject({ kind: 'intact', entries, length: bytes.length });
    }),
    { numRuns: 200 },
  );
});

/** A journal, one byte of it, and what that byte is changed to. */
const changed = anyEntries.chain((entries) => {
  const bytes = journalOf(entries);
  const lastLine = bytes.lastIndexOf('\n', bytes.length - 2) + 1;
  return fc
    .record({ index: fc.nat({ max: bytes.length - 1 }), by: fc.integer({ min: 1, max: 255 }) })
    .map(({ index, by }) => {
      const other = Buffer.from(bytes);
      other[index] = ((bytes[index] ?? 0) + by) % 256;
      return { entries, other, inLastLine: index >= lastLine };
    });
});

it('detects any changed byte in a line that another one follows', () => {
  fc.assert(
    fc.property(
      changed.filter(({ inLastLine }) => !inLastLine),
      ({ other }) => {
        expect(readChain(other).kind).toBe('broken');
      },
    ),
    { numRuns: 500 },
  );
});

it('still has every entry before a last line in which a byte was changed', () => {
  fc.assert(
    fc.property(
      changed.filter(({ inLastLine }) => inLastLine),
      ({ entries, other }) => {
        const read = readChain(other);
        if (read.kind === 'broken') expect(read.line).toBe(entries.length);
        else expect(read.entries.slice(0, entries.length - 1)).toEqual(entries.slice(0, -1));
      },
    ),
    { numRuns: 300 },
  );
});

it('never throws, whatever bytes it is given', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(['intact', 'broken']).toContain(readChain(Buffer.from(bytes)).kind);
    }),
  );
});
