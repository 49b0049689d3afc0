import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allowEverything } from './allow-everything.ts';
import { anyPolicy, anyRequest, readPolicy } from './any-policy.builder.ts';
import { evaluate } from './evaluate.ts';

const open = readPolicy({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } });
const policiesOf = (...effects: readonly ('Allow' | 'Deny')[]) =>
  fc.array(anyPolicy(...effects).map(readPolicy), { maxLength: 2 });

it('is said of policies under which every request is allowed', () => {
  const allowing = policiesOf('Allow').map((documents) => [...documents, open]);
  const layers = fc.record({ identity: allowing, session: allowing, serviceControl: fc.array(allowing) });
  fc.assert(
    fc.property(anyRequest, layers, fc.boolean(), (request, some, isBound) => {
      const policies = { ...some, ...(isBound && { boundary: open }) };
      expect(allowEverything(policies)).toBe(true);
      expect(evaluate(request, policies)).toEqual({ kind: 'allowed' });
    }),
  );
});

it('is not said of policies under which some request is denied', () => {
  const layer = fc
    .tuple(policiesOf(), fc.boolean())
    .map(([documents, isOpen]) => (isOpen ? [...documents, open] : documents));
  const layers = fc.record({ identity: layer, session: layer, serviceControl: fc.array(layer, { maxLength: 2 }) });
  fc.assert(
    fc.property(anyRequest, layers, (request, policies) => {
      if (evaluate(request, policies).kind === 'denied') expect(allowEverything(policies)).toBe(false);
    }),
  );
});
