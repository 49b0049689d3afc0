import fc from 'fast-check';

const answers = ['TooManyRequests', 'InternalServer', 'ServiceUnavailable', 'AccessDenied', 'ExpiredCredentials'];

const operation = fc.constantFrom(
  ...['PutAlternateContact', 'DeleteAlternateContact', 'GetAlternateContact', 'account:*', '*'],
);

/** What strikes for ever must not be sure to strike: no call would come to its end. */
const often: fc.Arbitrary<object> = fc.oneof(
  fc.record({ times: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ probability: fc.double({ min: 0.01, max: 0.4, noNaN: true }) }),
  fc.record({
    probability: fc.constant(0.5),
    times: fc.integer({ min: 1, max: 20 }),
    after: fc.integer({ min: 0, max: 9 }),
  }),
);

const what: fc.Arbitrary<object> = fc.oneof(
  fc.record({
    operation,
    error: fc.constantFrom(...answers, 'ConnectionReset'),
    when: fc.constantFrom('before', 'after'),
  }),
  fc.record({ operation, error: fc.constant('ConnectionReset'), when: fc.constant('after') }),
  fc.record({ operation, error: fc.constant('SlowBody'), milliseconds: fc.integer({ min: 1, max: 20 }) }),
  fc.constant({ operation: 'GetAlternateContact', error: 'StaleRead' }),
  fc.constant({ operation: 'account:*', error: 'Untyped400' }),
);

/** Rules for failures of every kind, through which every call comes to its end if it is tried often enough. */
export const faultRules = fc.array(
  fc.tuple(what, often).map(([rule, how]) => ({ ...rule, ...how })),
  { maxLength: 5 },
);
