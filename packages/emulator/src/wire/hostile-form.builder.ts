import fc from 'fast-check';
import { stsOperations } from '../services/sts/index.ts';
import { ids } from '../world/worlds.builder.ts';
import { type HostileRequest, headersOf, usualMethod, without } from './hostile-frame.builder.ts';
import { hostileValue } from './hostile-json.builder.ts';

const stsNames = stsOperations.map(({ name }) => name);

const formNames = [
  ...[
    'Action',
    'Version',
    'RoleArn',
    'RoleSessionName',
    'Policy',
    'DurationSeconds',
    'ExternalId',
    'Tags.member.1.Key',
  ],
  ...['Tags.member.1.Value', 'Tags.member.99999999.Key', 'PolicyArns.member.0.arn', '__proto__', 'constructor', ''],
];

/** A lone half character has no UTF-8, and cannot be percent-encoded. */
const encoded = (text: string): string => encodeURIComponent(Buffer.from(text.slice(0, 20_000)).toString());

const formValues = fc.oneof(
  fc.constantFrom(
    ...stsOperations.map(({ name }) => name),
    '2011-06-15',
    `arn:aws:iam::${ids.member}:role/admin`,
    '900',
  ),
  fc.constantFrom('', '%', '%zz', '%ff', '%00', '%ED%A0%80', '+', '=', '1e999', '-1', 'NaN', '<&>'),
  fc.string({ unit: 'binary', maxLength: 10 }),
  hostileValue.map(encoded),
);

const pairsOf = (names: readonly string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...names), formValues), { maxLength: 6 })
    .map((list) => list.map(([name, value]) => `${name}=${value}`));

/** What every operation of STS needs, or has no use for. */
const usualForm = `Version=2011-06-15&RoleArn=arn:aws:iam::${ids.member}:role/OrganizationAccountAccessRole&RoleSessionName=mary`;

const numbered = (part: string, count: number): string =>
  Array.from({ length: count }, (_, index) => part.replace('#', String(index + 1))).join('&');

const form = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...stsNames), pairsOf(formNames.slice(4)))
      .map(([name, list]) => [`Action=${name}`, usualForm, ...list].join('&')),
  },
  { weight: 2, arbitrary: pairsOf(formNames).map((list) => list.join('&')) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom(3, 1000, 20_000),
        fc.constantFrom('a=1', 'a.b.c=1', 'Tags.member.=', 'Tags.member.#.Key=k'),
      )
      .map(([count, part]) => `Action=AssumeRole&${usualForm}&${numbered(part, count)}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('.', 'a.', 'member.1.').map((part) => `${part.repeat(50_000)}=1`) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

/** A call of STS. */
export const formCall: fc.Arbitrary<HostileRequest> = fc
  .record({ method: usualMethod, headers: headersOf('sts', 'application/x-www-form-urlencoded'), body: form })
  .map(({ method, headers, body }) => ({ method, path: '/', headers: without(headers), body }));
