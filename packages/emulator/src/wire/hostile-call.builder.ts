import fc from 'fast-check';
import type { ServiceName } from '../operation.ts';
import { accountOperations } from '../services/account/index.ts';
import { organizationsOperations } from '../services/organizations/index.ts';
import type { Field } from '../shape/field.ts';
import { ids } from '../world/worlds.builder.ts';
import {
  type HostileRequest,
  headersOf,
  junk,
  largeBody,
  oddPath,
  usualMethod,
  without,
} from './hostile-frame.builder.ts';
import { damaged, hostileValue, nestedJson, objectOf } from './hostile-json.builder.ts';

type Called = { readonly service: ServiceName; readonly name: string; readonly fields: readonly Field[] };

const calledOf = (service: ServiceName, operations: readonly { name: string; fields: readonly Field[] }[]) =>
  operations.map(({ name, fields }): Called => ({ service, name, fields }));

const jsonOperations = [
  ...calledOf('account', accountOperations),
  ...calledOf('organizations', organizationsOperations),
];

const policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] });

const primaryContact = {
  FullName: 'Mary Major',
  AddressLine1: '1 Main Street',
  City: 'Anytown',
  StateOrRegion: 'WA',
  PostalCode: '12345',
  CountryCode: 'US',
  PhoneNumber: '+15555550100',
};

const parts: readonly (readonly [RegExp, readonly unknown[]])[] = [
  [/(Account|Resource|Child|Target|Parent|Root|Unit)Id$/, Object.values(ids)],
  [/PolicyId$/, ['p-FullAWSAccess', 'p-12345678']],
  [/ContactType$/, ['SECURITY', 'BILLING', 'OPERATIONS', 'security']],
  [/Name$|Title/, ['Mary Major', 'us-east-1', 'eu-central-2']],
  [/Email/, ['mary@example.com', ' mary@example.com ']],
  [/Phone/, ['+1(555)555-5555']],
  [/Content/, [policy]],
  [/Type$|Filter$/, ['SERVICE_CONTROL_POLICY', 'ACCOUNT', 'ALL']],
  [/Principal$/, ['account.amazonaws.com', 'config.amazonaws.com']],
  [/^Tags$/, [[{ Key: 'env', Value: 'prod' }], []]],
  [/Keys$/, [['env']]],
  [/ContactInformation/, [primaryContact]],
];

/** What a member takes, going by its name, as JSON text. */
const plausible = ({ name, values, type, min = 1 }: Field): fc.Arbitrary<string> => {
  const known = parts.find(([pattern]) => pattern.test(name))?.[1] ?? [type === 'integer' ? min : 'x'];
  const taken: readonly unknown[] = values ? [...values, [...values]] : known;
  return fc.constantFrom(...taken).map((value) => JSON.stringify(value));
};

const someValue = (field: Field, weight: number): fc.Arbitrary<string> =>
  fc.oneof({ weight, arbitrary: plausible(field) }, { weight: 1, arbitrary: hostileValue });

/** Members that an operation does not have, or not all of them. */
const strangers = ['__proto__', 'constructor', 'toString', 'Unknown', '', 'AccountId', 'NextToken'] as const;

const bodyOf = ({ fields }: Called): fc.Arbitrary<string> => {
  const member = (field: Field, weight: number) => fc.tuple(fc.constant(field.name), someValue(field, weight));
  const sound = objectOf(fc.tuple(...fields.map((field) => member(field, 40))));
  const whole = objectOf(fc.tuple(...fields.map((field) => member(field, 3))));
  const stranger = fc.tuple(fc.constantFrom(...strangers), hostileValue);
  const some = objectOf(fc.array(fc.oneof(...fields.map((field) => member(field, 1)), stranger), { maxLength: 8 }));
  return fc.oneof(
    { weight: 14, arbitrary: sound },
    { weight: 4, arbitrary: whole },
    { weight: 4, arbitrary: some },
    { weight: 1, arbitrary: damaged(whole) },
    { weight: 1, arbitrary: hostileValue },
    { weight: 1, arbitrary: nestedJson },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
    { weight: 1, arbitrary: largeBody },
  );
};

/** A call of Account Management or Organizations, most of them almost right. */
export const jsonCall = fc.constantFrom(...jsonOperations).chain((called): fc.Arbitrary<HostileRequest> => {
  const isAccount = called.service === 'account';
  const usualPath = isAccount ? `/${called.name.charAt(0).toLowerCase()}${called.name.slice(1)}` : '/';
  const target = `AWSOrganizationsV20161128.${called.name}`;
  const usualTarget = fc.constant(isAccount ? undefined : target);
  return fc
    .record({
      method: usualMethod,
      path: fc.oneof({ weight: 12, arbitrary: fc.constant(usualPath) }, { weight: 1, arbitrary: oddPath }),
      headers: headersOf(called.service, isAccount ? 'application/json' : 'application/x-amz-json-1.1'),
      target: fc.oneof(
        { weight: 12, arbitrary: usualTarget },
        { weight: 1, arbitrary: fc.constantFrom(undefined, target, `${target}X`, 'AWSOrganizationsV20161128.', '.') },
        { weight: 1, arbitrary: junk.map((text) => `AWSOrganizationsV20161128.${text}`) },
      ),
      body: bodyOf(called),
    })
    .map(({ method, path, headers, target: named, body }) => ({
      method,
      path,
      headers: without({ ...headers, 'x-amz-target': named }),
      body,
    }));
});
