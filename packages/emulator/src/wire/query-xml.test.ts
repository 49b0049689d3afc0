import { describe, expect, it } from 'vitest';
import { sts } from '../client.builder.ts';
import { textOf } from '../services/sts/assume-role.builder.ts';
import { emulatorOf, ids } from '../world/worlds.builder.ts';
import { parseForm } from './parse-form.ts';

const membersOf = (body: string): unknown => {
  const form = parseForm(body);
  return form.kind === 'form' ? form.members : form.error;
};

const malformed = (message: string): object => ({ code: 'MalformedInput', status: 400, message });

describe('a form', () => {
  it.each([
    ['', {}],
    ['&&', {}],
    ['a=1', { a: '1' }],
    ['a', { a: '' }],
    ['=b', { '': 'b' }],
    ['a=b=c', { a: 'b=c' }],
    ['a=x+y%20z', { a: 'x y z' }],
    ['a%2Bb=%26%3D', { 'a+b': '&=' }],
    ['a=%E2%82%AC%F0%9F%99%82', { a: '€🙂' }],
    ['DurationSeconds=0900', { DurationSeconds: 900 }],
    ['Tags.member.1.Key=k&Tags.member.1.Value=v', { Tags: [{ Key: 'k', Value: 'v' }] }],
    ['T.member.2=b&T.member.1=a', { T: ['a', 'b'] }],
    ['T.member.01=a', { T: ['a'] }],
    ['A.B.C=x', { A: { B: { C: 'x' } } }],
    ['A.member=x', { A: { member: 'x' } }],
  ])('%j is read', (body, members) => {
    expect(membersOf(body)).toEqual(members);
  });

  it('has no members that it did not bring along', () => {
    const members = membersOf('__proto__.x=1&constructor=2');
    expect(Object.entries(members as object)).toEqual([
      ['__proto__', { x: '1' }],
      ['constructor', '2'],
    ]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  // The sentences are observed on live AWS.
  it.each([
    ['0', '0 is not a valid index'],
    ['-1', "Key -1 may not have a leading '-'"],
    ['one', 'Start of list found where not expected'],
    ['+1', 'Start of list found where not expected'],
    ['12', 'Excessively sparse input would skip 11 list elements'],
    ['22', 'Excessively sparse input would skip 21 list elements'],
    ['9999999999999', 'Start of list found where not expected'],
  ])('has no member %s of a list', (index, message) => {
    expect(membersOf(`T.member.${encodeURIComponent(index)}=a`)).toEqual(malformed(message));
  });

  it('may leave a few members of a list out', () => {
    expect(membersOf('T.member.11=a')).toEqual({ T: [...Array.from({ length: 10 }, () => null), 'a'] });
    expect(membersOf('T.member.15=c&T.member.1=a&T.member.8=b')).toMatchObject({ T: { length: 15 } });
    expect(membersOf('T.member.1=a&T.member.12=b')).toEqual(
      malformed('Excessively sparse input would skip 11 list elements'),
    );
  });

  it.each(['%', 'a=%', 'a=%zz', '%E2%82=x', 'a=%FF', 'a=%C0%80'])('%j is no encoding', (body) => {
    expect(membersOf(body)).toMatchObject({ code: 'MalformedQueryString', status: 404 });
  });

  it.each(['a=1&a=1', 'a=1&b=2&a=3', 'T.member.1=a&T.member.1=b'])('%j says a thing twice', (body) => {
    expect(membersOf(body)).toMatchObject({
      code: 'MalformedInput',
      message: expect.stringContaining('more than once'),
    });
  });

  it.each(['a=1&a.b=2', 'a.b=2&a=1', 'a.b.c=1&a.b=2'])('%j is a text and a structure at once', (body) => {
    expect(membersOf(body)).toEqual(malformed('Start of structure or map found where not expected.'));
  });

  it('is not nested without end', () => {
    expect(membersOf(`${'a.'.repeat(100_000)}b=1`)).toEqual(malformed('The request is nested too deep.'));
  });
});

describe('a request to STS', () => {
  const refusalOf = async (form: string) => {
    const { status, xml } = await sts(emulatorOf(), ids.member, form);
    return { status, code: textOf(xml, 'Code'), message: textOf(xml, 'Message') };
  };

  it.each([
    ['Action=GetCallerIdentity', 'GetCallerIdentity', 'NO_VERSION_SPECIFIED'],
    ['Action=GetCallerIdentity&Version=', 'GetCallerIdentity', ''],
    ['Action=GetCallerIdentity&Version=2010-05-08', 'GetCallerIdentity', '2010-05-08'],
    ['Version=2011-06-15', '', '2011-06-15'],
    ['Action.member.1=GetCallerIdentity&Version=2011-06-15', '', '2011-06-15'],
    ['Action=getCallerIdentity&Version=2011-06-15', 'getCallerIdentity', '2011-06-15'],
    ['Action=toString&Version=2011-06-15', 'toString', '2011-06-15'],
  ])('names an action of a version: %j', async (form, action, version) => {
    expect(await refusalOf(form)).toEqual({
      status: 400,
      code: 'InvalidAction',
      message: `Could not find operation ${action} for version ${version}`,
    });
  });

  it('may carry members that nobody knows', async () => {
    const form = 'Action=GetCallerIdentity&Version=2011-06-15&Other.member.1.x=1';
    expect((await sts(emulatorOf(), ids.member, form)).status).toBe(200);
  });

  it('that cannot be read is refused in XML', async () => {
    expect(await refusalOf('Action=GetCallerIdentity&Version=2011-06-15&x=%zz')).toEqual({
      status: 404,
      code: 'MalformedQueryString',
      message: 'The query string contains a syntax error.',
    });
  });

  it('may name the character set of its form', async () => {
    const emulator = emulatorOf();
    expect((await sts(emulator, ids.member)).status).toBe(200);
  });
});
