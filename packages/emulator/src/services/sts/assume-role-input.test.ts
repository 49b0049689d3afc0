import { describe, expect, it } from 'vitest';
import { sts } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { accessRoleOf, assume, policyOf, roleOf, textOf, trusting, worldWith } from './assume-role.builder.ts';

const role = accessRoleOf(ids.member);

const assumeWith = (more: Readonly<Record<string, string>>) => assume(emulatorOf(), ids.management, role, more);

/** The code and the sentence of a refusal. */
const refusal = ({ status, xml }: { readonly status: number; readonly xml: string }): string =>
  `${status} ${textOf(xml, 'Code')}: ${textOf(xml, 'Message')}`;

const detected = (...sentences: readonly string[]): string =>
  `400 ValidationError: ${sentences.length} validation error${sentences.length > 1 ? 's' : ''} detected: ${sentences.join('; ')}`;

const member = (value: string, at: string, must: string): string =>
  `Value ${value === 'null' ? value : `'${value}'`} at '${at}' failed to satisfy constraint: Member must ${must}`;

describe('the duration', () => {
  // Observed on live AWS, but for 9999.
  it.each(['900', '0900', '+900', '3600'])('%s is accepted', async (DurationSeconds) => {
    expect(await assumeWith({ DurationSeconds })).toMatchObject({ status: 200 });
  });

  it.each([' 900 ', '\t900\n', '900.0', '9e2', '2147483648', 'many', ''])(
    '%j is no number',
    async (DurationSeconds) => {
      const { status, xml } = await assumeWith({ DurationSeconds });
      expect({ status, code: textOf(xml, 'Code') }).toEqual({ status: 400, code: 'MalformedInput' });
    },
  );

  it.each([
    ['0', 'have value greater than or equal to 900'],
    ['899', 'have value greater than or equal to 900'],
    ['-5', 'have value greater than or equal to 900'],
    ['43201', 'have value less than or equal to 43200'],
  ])('%s is out of range', async (DurationSeconds, must) => {
    expect(refusal(await assumeWith({ DurationSeconds }))).toBe(
      detected(member(String(Number(DurationSeconds)), 'durationSeconds', must)),
    );
  });

  it('is not above the maximum of the role', async () => {
    expect(refusal(await assumeWith({ DurationSeconds: '3601' }))).toBe(
      '400 ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
    const roles = [roleOf('Long', trusting(ids.management), { maxSessionDuration: 43_200 })];
    const emulator = emulatorOf({ world: worldWith({ member: { roles } }) });
    const long = `arn:aws:iam::${ids.member}:role/Long`;
    const { status, xml } = await assume(emulator, ids.management, long, { DurationSeconds: '43200' });
    expect(status).toBe(200);
    expect(textOf(xml, 'Expiration')).toBe('2026-11-24T12:00:00Z');
  });

  it('is not told to somebody who may not assume the role', async () => {
    expect((await assume(emulatorOf(), ids.member, role, { DurationSeconds: '3601' })).status).toBe(403);
  });

  it('is an hour at most when the caller is a session itself', async () => {
    const roles = [roleOf('Long', trusting([ids.management, ids.member]), { maxSessionDuration: 43_200 })];
    const emulator = emulatorOf({ world: worldWith({ member: { roles } }) });
    const long = `arn:aws:iam::${ids.member}:role/Long`;
    const session = await assume(emulator, ids.management, long);
    expect(await assume(emulator, session, long, { DurationSeconds: '3600' })).toMatchObject({ status: 200 });
    expect(refusal(await assume(emulator, session, long, { DurationSeconds: '3601' }))).toBe(
      '400 ValidationError: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    );
  });
});

describe('the other members', () => {
  it('are required', async () => {
    const reply = await sts(emulatorOf(), ids.management, 'Action=AssumeRole&Version=2011-06-15');
    expect(refusal(reply)).toBe(
      detected(member('null', 'roleArn', 'not be null'), member('null', 'roleSessionName', 'not be null')),
    );
  });

  it.each([
    ['RoleArn', 'bogus', 'have length greater than or equal to 20'],
    ['RoleArn', `arn:aws:iam::${ids.member}:role/${'x'.repeat(2020)}`, 'have length less than or equal to 2048'],
    ['RoleSessionName', 'x', 'have length greater than or equal to 2'],
    ['RoleSessionName', 'x'.repeat(65), 'have length less than or equal to 64'],
    ['RoleSessionName', 'PowerUser/mary', 'satisfy regular expression pattern: [\\w+=,.@-]*'],
    ['RoleSessionName', 'märy', 'satisfy regular expression pattern: [\\w+=,.@-]*'],
    ['ExternalId', 'x', 'have length greater than or equal to 2'],
    ['ExternalId', 'x'.repeat(1225), 'have length less than or equal to 1224'],
    ['ExternalId', 'two words', 'satisfy regular expression pattern: [\\w+=,.@:\\/-]*'],
    ['SourceIdentity', 'two words', 'satisfy regular expression pattern: [\\w+=,.@-]*'],
    ['Policy', '', 'have length greater than or equal to 1'],
    ['Policy', '{"€":1}', 'satisfy regular expression pattern: [\\u0009\\u000A\\u000D\\u0020-\\u00FF]+'],
    ['TokenCode', '12345', 'have length greater than or equal to 6'],
    ['SerialNumber', 'x', 'have length greater than or equal to 9'],
  ])('%s %j breaks the shape', async (name, value, must) => {
    const at = name.charAt(0).toLowerCase() + name.slice(1);
    expect(refusal(await assumeWith({ [name]: value }))).toBe(detected(member(value, at, must)));
  });

  it.each(['a1', 'x'.repeat(64), 'mary.major@example.com', 'a+b=c,d-e_f'])('%j is a session name', async (name) => {
    expect(await assumeWith({ RoleSessionName: name })).toMatchObject({ status: 200 });
  });

  it('ask for a text where a structure stands', async () => {
    expect(refusal(await assumeWith({ 'ExternalId.member.1': 'x' }))).toMatch(/^400 MalformedInput: /);
  });

  it.each([
    `arn:aws:iam::${ids.member}:user/mary`,
    'arn:aws:s3:::a-bucket-of-some-name',
    `arn:aws:iam::${ids.member}:role/`,
    'arn:aws:iam::12345:role/OrganizationAccountAccessRole',
    'OrganizationAccountAccessRole',
  ])('RoleArn %s is not the ARN of a role', async (arn) => {
    expect(refusal(await assume(emulatorOf(), ids.management, arn))).toBe(
      '400 ValidationError: Request ARN is invalid',
    );
  });

  it('have no second factor to give', async () => {
    const SerialNumber = `arn:aws:iam::${ids.management}:mfa/mary`;
    expect(refusal(await assumeWith({ SerialNumber, TokenCode: '123456' }))).toBe(
      '403 AccessDenied: MultiFactorAuthentication failed with invalid MFA one time pass code.',
    );
    expect(refusal(await assumeWith({ SerialNumber }))).toBe(
      '403 AccessDenied: MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
    );
  });
});

describe('session policies', () => {
  const blanks = (count: number): string => JSON.stringify(policyOf({})).padEnd(count, ' ');

  it('tell how much room they take', async () => {
    expect(textOf((await assumeWith({ Policy: blanks(1024) })).xml, 'PackedPolicySize')).toBe('50');
    expect(textOf((await assumeWith({ Policy: blanks(2048) })).xml, 'PackedPolicySize')).toBe('100');
    const arn = 'arn:aws:iam::aws:policy/AdministratorAccess';
    expect(textOf((await assumeWith({ 'PolicyArns.member.1.arn': arn })).xml, 'PackedPolicySize')).toBe('3');
    expect(textOf((await assumeWith({})).xml, 'PackedPolicySize')).toBeUndefined();
  });

  it('have 2,048 characters at most, managed ones included', async () => {
    expect(refusal(await assumeWith({ Policy: blanks(2049) }))).toBe(
      '400 PackedPolicyTooLarge: Packed policy consumes 101% of allotted space, please use smaller policy.',
    );
    const arn = 'arn:aws:iam::aws:policy/AdministratorAccess';
    expect(refusal(await assumeWith({ Policy: blanks(2040), 'PolicyArns.member.1.arn': arn }))).toMatch(
      /^400 PackedPolicyTooLarge: Packed policy consumes 102%/,
    );
  });

  it.each([
    ['{', 'The policy is not in the valid JSON format.'],
    ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'The policy is not in the valid JSON format.'],
    ['{}', 'Syntax errors in policy.'],
    [JSON.stringify(policyOf({ Effect: 'Maybe' })), 'Syntax errors in policy.'],
    [JSON.stringify(policyOf({ Principal: '*' })), 'Syntax errors in policy.'],
    [JSON.stringify(policyOf({ Condition: { BinaryEquals: { 'aws:x': 'no-binary' } } })), 'Syntax errors in policy.'],
  ])('that are none are refused: %s', async (Policy, message) => {
    expect(refusal(await assumeWith({ Policy }))).toBe(`400 MalformedPolicyDocument: ${message}`);
  });

  it('are looked at only for those who may assume the role', async () => {
    expect((await assume(emulatorOf(), ids.member, role, { Policy: '{' })).status).toBe(403);
  });

  it('may be managed policies, as far as the emulator has them', async () => {
    const arns = (count: number, arn: string) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`PolicyArns.member.${at + 1}.arn`, arn]));
    const known = 'arn:aws:iam::aws:policy/AWSAccountManagementReadOnlyAccess';
    expect(await assumeWith(arns(10, known))).toMatchObject({ status: 200 });
    expect(refusal(await assumeWith(arns(11, known)))).toContain('Member must have length less than or equal to 10');
    expect(refusal(await assumeWith(arns(1, 'arn:aws:iam::aws:policy/None')))).toBe(
      '400 ValidationError: Policy arn:aws:iam::aws:policy/None does not exist or is not attachable.',
    );
    expect(refusal(await assumeWith(arns(1, 'short')))).toBe(
      detected(member('short', 'policyArns.1.member.arn', 'have length greater than or equal to 20')),
    );
  });
});

describe('session tags', () => {
  const tag = (at: number, Key: string, Value: string) => ({
    [`Tags.member.${at}.Key`]: Key,
    [`Tags.member.${at}.Value`]: Value,
  });

  it.each([
    [tag(1, '', 'x'), member('', 'tags.1.member.key', 'have length greater than or equal to 1')],
    [
      tag(1, 'x'.repeat(129), ''),
      member('x'.repeat(129), 'tags.1.member.key', 'have length less than or equal to 128'),
    ],
    [
      tag(1, 'a', 'x'.repeat(257)),
      member('x'.repeat(257), 'tags.1.member.value', 'have length less than or equal to 256'),
    ],
    [
      { ...tag(1, 'a', 'b'), ...tag(2, 'a<', 'b') },
      member('a<', 'tags.2.member.key', 'satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+'),
    ],
    [{ 'Tags.member.1.Key': 'a' }, member('null', 'tags.1.member.value', 'not be null')],
    [
      { ...tag(1, 'a', 'b'), 'TransitiveTagKeys.member.1': '' },
      member('', 'transitiveTagKeys.1.member', 'have length greater than or equal to 1'),
    ],
  ])('%j breaks the shape', async (more, problem) => {
    expect(refusal(await assumeWith(more))).toBe(detected(problem));
  });

  it('are 50 at most', async () => {
    const tags = (count: number) =>
      Object.assign({}, ...Array.from({ length: count }, (_, at) => tag(at + 1, `k${at}`, 'v')));
    expect(await assume(emulatorOf({ world: tagging }), ids.management, desk, tags(50))).toMatchObject({ status: 200 });
    expect(refusal(await assumeWith(tags(51)))).toBe(
      "400 ValidationError: 1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50",
    );
  });

  it('have each key once, in any case', async () => {
    expect(refusal(await assumeWith({ ...tag(1, 'team', 'x'), ...tag(2, 'Team', 'y') }))).toBe(
      '400 InvalidParameterValue: Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    );
  });

  it('have to be there to be passed on', async () => {
    expect(refusal(await assumeWith({ ...tag(1, 'team', 'x'), 'TransitiveTagKeys.member.1': 'env' }))).toBe(
      '400 InvalidParameterValue: The specified transitive tag key must be included in the requested tags.',
    );
  });

  const desk = `arn:aws:iam::${ids.member}:role/Desk`;
  const tagging = worldWith({ member: { roles: [roleOf('Desk', trusting(ids.management))] } });

  it('may be an empty list', async () => {
    expect(await assumeWith({ Tags: '', PolicyArns: '', TransitiveTagKeys: '' })).toMatchObject({ status: 200 });
  });
});
