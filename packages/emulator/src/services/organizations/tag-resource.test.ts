import { describe, expect, it } from 'vitest';
import { ids } from '../../world/worlds.builder.ts';
import { badInput, management, misshapen, refusal, required } from './organizations.builder.ts';
import { immutable, managementOf, policedWorld, policyOf } from './policies.builder.ts';

const tag = (Key: unknown, Value: unknown = '') => ({ Key, Value });

const tagged = async (tags: unknown) => management().call('TagResource', { ResourceId: ids.member, Tags: tags });

describe('TagResource', () => {
  it('adds tags and overwrites those of the same key', async () => {
    const client = management();
    const Tags = [tag('team', 'cards'), tag('Team', 'x'), tag('größe', ''), tag('a b_.:/=+-@', 'c d')];
    expect(await client.call('TagResource', { ResourceId: ids.member, Tags })).toMatchObject({ status: 200, body: {} });
    const { body } = await client.call('ListTagsForResource', { ResourceId: ids.member });
    expect(body).toEqual({ Tags });
  });

  it('refuses a key that stands there twice', async () => {
    expect(await tagged([tag('a', '1'), tag('a', '2')])).toMatchObject(
      badInput('DUPLICATE_TAG_KEY', 'Tag keys must be unique.'),
    );
  });

  it.each([
    ['a key of AWS', tag('aws:created-by')],
    ['a key of AWS in capitals', tag('AWS:created-by')],
    ['an empty key', tag('')],
    ['a key that is too long', tag('k'.repeat(129))],
    ['a value that is too long', tag('k', 'v'.repeat(257))],
    ['a character that tags do not have', tag('a*b')],
    ['a value that is missing', { Key: 'k' }],
    ['a key that is missing', { Value: 'v' }],
    ['a value that is null', tag('k', null)],
    ['a key that is a number', tag(5)],
    ['a text for a tag', 'k=v'],
    ['null for a tag', null],
  ])('refuses %s', async (_, bad) => {
    const { status, body } = await tagged([tag('good'), bad]);
    expect({ status, type: body['__type'] }).toEqual({ status: 400, type: 'InvalidInputException' });
  });

  it('names the reason of a reserved key', async () => {
    expect((await tagged([tag('aws:x')])).body['Reason']).toBe('INVALID_SYSTEM_TAGS_PARAMETER');
  });

  it('stores nothing of a refused call', async () => {
    const client = management();
    await client.call('TagResource', { ResourceId: ids.member, Tags: [tag('new'), tag('aws:x')] });
    const { body } = await client.call('ListTagsForResource', { ResourceId: ids.member });
    expect(body).toEqual({ Tags: [tag('team', 'payments')] });
  });

  it('allows 50 tags, and no more', async () => {
    const client = management();
    const send = (from: number, to: number) =>
      client.call('TagResource', {
        ResourceId: ids.member,
        Tags: Array.from({ length: to - from }, (_, index) => tag(`key-${from + index}`)),
      });
    expect(await send(0, 49)).toMatchObject({ status: 200 });
    expect(await send(0, 49)).toMatchObject({ status: 200 });
    expect(await send(49, 50)).toMatchObject(
      refusal(
        'ConstraintViolationException',
        'You have exceeded the number of tags allowed on this resource.',
        'MAX_TAG_LIMIT_EXCEEDED',
      ),
    );
  });

  it('keeps a tag called __proto__ a tag', async () => {
    const client = management();
    await client.call('TagResource', { ResourceId: ids.root, Tags: [tag('__proto__', 'x'), tag('constructor', 'y')] });
    const { body } = await client.call('ListTagsForResource', { ResourceId: ids.root });
    expect(body).toEqual({ Tags: [tag('__proto__', 'x'), tag('constructor', 'y')] });
  });

  it('tags a policy, and never AWS’s own', async () => {
    const client = managementOf(policedWorld([policyOf('p-example001', 'First')]));
    const Tags = [tag('team', 'security')];
    expect(await client.call('TagResource', { ResourceId: 'p-example001', Tags })).toMatchObject({ status: 200 });
    expect((await client.call('ListTagsForResource', { ResourceId: 'p-example001' })).body).toEqual({ Tags });
    expect(await client.call('TagResource', { ResourceId: 'p-FullAWSAccess', Tags })).toMatchObject(immutable);
    expect((await client.call('ListTagsForResource', { ResourceId: 'p-FullAWSAccess' })).body).toEqual({ Tags: [] });
  });

  it('needs a resource that is there, and tags', async () => {
    expect(await management().call('TagResource', { Tags: [] })).toMatchObject(required('RESOURCE_ID'));
    expect(await management().call('TagResource', { ResourceId: ids.member })).toMatchObject(required('TAGS'));
    expect(await management().call('TagResource', { ResourceId: 'x', Tags: [] })).toMatchObject(
      misshapen('RESOURCE_ID'),
    );
    expect(await management().call('TagResource', { ResourceId: ids.unknown, Tags: [] })).toMatchObject(
      refusal('TargetNotFoundException', "You specified a target that doesn't exist."),
    );
    expect(await tagged('k=v')).toMatchObject(misshapen('TAGS'));
  });
});
