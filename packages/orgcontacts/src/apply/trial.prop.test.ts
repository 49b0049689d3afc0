import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Contact } from '../contact/contact.ts';
import { contactKey } from '../contact/same-contact.ts';
import type { Failure } from '../failure/failure.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { aWorld, manyAccounts } from '../gateway/memory/memory-world.builder.ts';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import type { Outcome } from '../journal/outcome.ts';
import { aContact } from '../resolve/policy.builder.ts';
import { aBench, changeTo, planOf } from './run.builder.ts';

/** What happened in a run, in order: a value was sent to an account, or an item ended. */
type Happening =
  | { readonly kind: 'sent'; readonly account: string; readonly value: string }
  | { readonly kind: 'ended'; readonly account: string; readonly value: string; readonly outcome: Outcome };

const values: readonly Contact[] = [
  aContact('Mary'),
  aContact('Nikki'),
  { ...aContact('Refused'), phone: 'call me' },
  aContact('Paulo'),
];

const troubles: readonly (Failure['kind'] | 'none')[] = ['none', 'none', 'none', 'denied', 'unavailable', 'other'];

interface Case {
  /** For each account, which value it gets and what goes wrong with writing it. */
  readonly items: readonly { readonly value: number; readonly trouble: Failure['kind'] | 'none' }[];
  readonly latency: number;
}

const anyCase: fc.Arbitrary<Case> = fc.record({
  items: fc.array(fc.record({ value: fc.nat({ max: values.length - 1 }), trouble: fc.constantFrom(...troubles) }), {
    minLength: 1,
    maxLength: 40,
  }),
  latency: fc.constantFrom(0, 10, 100),
});

const run = async ({ items, latency }: Case) => {
  const world = aWorld(manyAccounts(items.length));
  const ids = [...world.accounts.keys()].slice(2);
  const happened: Happening[] = [];
  const around = (gateway: Gateway): Gateway => ({
    ...gateway,
    putContact: (target, type, contact) => {
      happened.push({ kind: 'sent', account: target.accountId, value: contactKey(contact) });
      return gateway.putContact(target, type, contact);
    },
  });
  const fail = (operation: string, subject: string): Failure | undefined => {
    const trouble = items[ids.map(String).indexOf(subject)]?.trouble ?? 'none';
    // Each in its own words, so that no run is stopped for its denials.
    return operation === 'account:PutAlternateContact' && trouble !== 'none'
      ? aFailure({ operation, kind: trouble === 'denied' ? 'conflict' : trouble })
      : undefined;
  };
  const bench = aBench(world, {}, { around, fail, latency });
  const changes = ids.map((id, index) => changeTo(world, id, 'SECURITY', values[items[index]?.value ?? 0] ?? null));
  await bench.apply(planOf(changes, bench.clock.now()), {
    onEvent: (event) => {
      if (event.kind !== 'item') return;
      const { change, outcome } = event;
      const value = change.after ? contactKey(change.after) : '';
      happened.push({ kind: 'ended', account: change.account.id, value, outcome });
    },
  });
  return { ids, world, happened, outcomes: (await bench.record()).items };
};

/** Finds each sending of a value while another account had it on trial and none had confirmed it. */
const strayTrials = (happened: readonly Happening[]): readonly Happening[] => {
  const proven = new Set<string>();
  const trying = new Map<string, string>();
  const strays: Happening[] = [];
  for (const each of happened) {
    const { account, value } = each;
    if (each.kind === 'ended') {
      if (each.outcome.kind === 'done') proven.add(value);
      if (trying.get(value) === account) trying.delete(value);
      continue;
    }
    const elsewhere = (trying.get(value) ?? account) !== account;
    if (!proven.has(value) && elsewhere) strays.push(each);
    trying.set(value, account);
  }
  return strays;
};

it('sends each value to one account at a time until it was confirmed in one', async () => {
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(anyCase, async (given) => {
      const { happened } = await run(given);
      expect(strayTrials(happened)).toEqual([]);
      sent += happened.filter(({ kind }) => kind === 'sent').length;
    }),
    { numRuns: 150 },
  );
  expect(sent).toBeGreaterThan(150);
});

it('sends a value nowhere else once it was refused, and every other value everywhere', async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, async (given) => {
      const { happened, outcomes } = await run(given);
      const refusedAt = happened.findIndex(
        (each) => each.kind === 'ended' && each.outcome.kind === 'failed' && each.outcome.failure.kind === 'invalid',
      );
      const refused = happened[refusedAt]?.value;
      if (refusedAt >= 0) {
        const later = happened.slice(refusedAt).filter((each) => each.kind === 'sent');
        expect(later.map(({ value }) => value)).not.toContain(refused);
      }
      given.items.forEach(({ value, trouble }, item) => {
        const outcome = outcomes.get(item)?.outcome;
        const isRefused = contactKey(values[value] ?? aContact('none')) === refused;
        if (!isRefused) expect(outcome?.kind).toBe(trouble === 'none' && value !== 2 ? 'done' : 'failed');
      });
    }),
    { numRuns: 150 },
  );
});
