import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { account } from '../client.builder.ts';
import { worldWith } from '../services/sts/assume-role.builder.ts';
import { emulatorOf, ids } from '../world/worlds.builder.ts';
import type { Policies } from './access-request.ts';
import {
  anyPolicy,
  anyRequest,
  anyStatement,
  type RawPolicy,
  type RawStatement,
  readPolicy,
} from './any-policy.builder.ts';
import { evaluate } from './evaluate.ts';
import { matchPattern } from './match-pattern.ts';

/** Policies of every kind, as JSON holds them. */
const anyLayers = fc.record(
  {
    identity: fc.array(anyPolicy(), { maxLength: 3 }),
    boundary: anyPolicy(),
    session: fc.array(anyPolicy(), { minLength: 1, maxLength: 2 }),
    serviceControl: fc.array(fc.array(anyPolicy(), { maxLength: 2 }), { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['identity'] },
);
type Layers = typeof anyLayers extends fc.Arbitrary<infer Value> ? Value : never;

const readAll = ({ identity, boundary, session, serviceControl }: Layers): Policies => ({
  identity: identity.map(readPolicy),
  ...(boundary && { boundary: readPolicy(boundary) }),
  ...(session && { session: session.map(readPolicy) }),
  ...(serviceControl && { serviceControl: serviceControl.map((level) => level.map(readPolicy)) }),
});

/** Every list of policies that one more can be put in. */
const placesIn = ({ identity, session, serviceControl }: Layers): readonly RawPolicy[][] => [
  identity,
  ...(session ? [session] : []),
  ...(serviceControl ?? []),
];

/** Layers with one policy more in one of their places; what was generated stays as it is. */
const withMore = (layers: Layers, more: RawPolicy, at: number): Layers => {
  const copy = structuredClone(layers);
  const places = placesIn(copy);
  places[at % places.length]?.push(more);
  return copy;
};

/** Layers that allow everything which they do not deny. */
const opened = (layers: Layers): Layers => {
  const { boundary, ...copy } = structuredClone(layers);
  for (const place of placesIn(copy)) place.push(allow);
  return copy;
};

const allow = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' } as const] };
const deny = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' } as const] };

describe('an evaluation', () => {
  it('is denied by an explicit deny, wherever it is put', () => {
    fc.assert(
      fc.property(anyRequest, anyLayers, fc.nat(), (request, layers, at) => {
        const denying = withMore(layers, deny, at);
        expect(evaluate(request, readAll(denying))).toMatchObject({ kind: 'denied', isExplicit: true });
      }),
    );
  });

  it('does not turn from an allow into a denial because a policy is added that only allows', () => {
    fc.assert(
      fc.property(anyRequest, anyLayers, anyPolicy('Allow'), fc.nat(), (request, layers, more, at) => {
        const before = opened(layers);
        fc.pre(evaluate(request, readAll(before)).kind === 'allowed');
        expect(evaluate(request, readAll(withMore(before, more, at))).kind).toBe('allowed');
      }),
    );
  });

  it('does not turn from an allow into a denial because a statement is added that allows', () => {
    fc.assert(
      fc.property(anyRequest, anyPolicy(), anyStatement('Allow'), (request, policy, more) => {
        const added = { ...policy, Statement: [...policy.Statement, more] };
        fc.pre(evaluate(request, { identity: [readPolicy(policy)] }).kind === 'allowed');
        expect(evaluate(request, { identity: [readPolicy(added)] }).kind).toBe('allowed');
        const controlled = { identity: [readPolicy(policy)], serviceControl: [[readPolicy(policy)]] };
        expect(evaluate(request, { ...controlled, serviceControl: [[readPolicy(added)]] }).kind).toBe('allowed');
      }),
      { numRuns: 50 },
    );
  });

  it('does not depend on any order', () => {
    fc.assert(
      fc.property(anyRequest, anyLayers, (request, layers) => {
        const turned: Layers = {
          ...layers,
          identity: layers.identity.map(turnedRound).toReversed(),
          ...(layers.boundary && { boundary: turnedRound(layers.boundary) }),
          ...(layers.session && { session: layers.session.map(turnedRound).toReversed() }),
          ...(layers.serviceControl && {
            serviceControl: layers.serviceControl.map((level) => level.map(turnedRound).toReversed()),
          }),
        };
        expect(evaluate(request, readAll(turned))).toEqual(evaluate(request, readAll(layers)));
      }),
    );
  });

  it('reads the same policy from an object, from its text, and from its text again', () => {
    fc.assert(
      fc.property(anyPolicy(), (policy) => {
        const text = JSON.stringify(policy, undefined, 2);
        expect(readPolicy(text)).toEqual(readPolicy(policy));
        expect(readPolicy(JSON.stringify(JSON.parse(text)))).toEqual(readPolicy(policy));
      }),
    );
  });
});

/** A policy with its statements, and in them every list and mapping, the other way round. */
const turnedRound = ({ Version, Statement }: RawPolicy): RawPolicy => ({
  Version,
  // A statement that is turned round is a statement.
  Statement: Statement.map((statement) => reversed(statement) as RawStatement).toReversed(),
});

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed).toReversed();
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, reversed(each)] as const);
  return Object.fromEntries(entries.toReversed());
};

describe('a service control policy', () => {
  const contact = { AlternateContactType: 'SECURITY' };

  it('never touches the management account, and is what others are held by', async () => {
    await fc.assert(
      fc.asyncProperty(anyPolicy(), fc.constantFrom('root', 'account'), async (policy, at) => {
        const attached = { serviceControlPolicies: ['p-any000000'] };
        const world = worldWith(at === 'account' ? { management: attached, member: attached } : {}, {
          policyTypes: ['SERVICE_CONTROL_POLICY'],
          policies: [{ id: 'p-any000000', name: 'Any', description: '', content: JSON.stringify(policy), tags: {} }],
        });
        const units = world.units.map((unit) =>
          at === 'root' && unit.id === ids.root ? { ...unit, ...attached } : unit,
        );
        const emulator = emulatorOf({ world: { ...world, units } });
        const statusOf = async (caller: string, AccountId?: string) =>
          (await account(emulator, caller).call('GetAlternateContact', { ...contact, ...(AccountId && { AccountId }) }))
            .status;
        expect(await statusOf(ids.management)).toBe(404);
        expect(await statusOf(ids.management, ids.member)).toBe(404);
        const decision = evaluate(
          {
            action: 'account:GetAlternateContact',
            resource: `arn:aws:account::${ids.member}:account`,
            keys: { 'aws:PrincipalAccount': ids.member },
          },
          { identity: [], serviceControl: [[readPolicy(policy)]] },
          ['service-control'],
        );
        expect(await statusOf(ids.member)).toBe(decision.kind === 'allowed' ? 404 : 403);
      }),
    );
  });
});

describe('a pattern', () => {
  it('matches what the same regular expression matches', () => {
    const text = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', '*', '?', '.', ':', '\n') });
    const pattern = fc.string({ maxLength: 6, unit: fc.constantFrom('a', 'b', '*', '?', '.', ':') });
    fc.assert(
      fc.property(pattern, text, (wanted, found) => {
        const source = wanted.replaceAll(
          /[*?.]/g,
          (character) => ({ '*': '.*', '?': '.', '.': '\\.' })[character] ?? '',
        );
        expect(matchPattern(wanted, found)).toBe(new RegExp(`^${source}$`, 's').test(found));
      }),
      { numRuns: 2000 },
    );
  });

  it('matches itself without its wildcards, and any text as the value of a variable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        expect(matchPattern('${any}', text, () => ({ kind: 'value', value: text }))).toBe(true);
        expect(matchPattern(`*${text.replaceAll(/[*?$]/g, '')}*`, `x${text.replaceAll(/[*?$]/g, '')}y`)).toBe(true);
      }),
    );
  });
});
