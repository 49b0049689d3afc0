import { describe, expect, it } from 'vitest';
import { ids } from '../../world/worlds.builder.ts';
import { management, misshapen, refusal, required } from './organizations.builder.ts';

describe('ListTagsForResource', () => {
  it.each([
    [ids.member, [{ Key: 'team', Value: 'payments' }]],
    [ids.workloads, [{ Key: 'env', Value: 'prod' }]],
    [ids.root, []],
  ])('shows the tags of %s', async (resource, tags) => {
    const { body } = await management().call('ListTagsForResource', { ResourceId: resource });
    expect(body).toEqual({ Tags: tags });
  });

  it('gives pages of 20', async () => {
    const client = management();
    const Tags = Array.from({ length: 45 }, (_, index) => ({ Key: `key-${index}`, Value: '' }));
    await client.call('TagResource', { ResourceId: ids.root, Tags });
    const first = await client.call('ListTagsForResource', { ResourceId: ids.root });
    expect(first.body).toEqual({ Tags: Tags.slice(0, 20), NextToken: expect.any(String) });
    const second = await client.call('ListTagsForResource', {
      ResourceId: ids.root,
      NextToken: first.body['NextToken'],
    });
    expect(second.body['Tags']).toEqual(Tags.slice(20, 40));
  });

  it('refuses the token of another resource', async () => {
    const client = management();
    const Tags = Array.from({ length: 21 }, (_, index) => ({ Key: `key-${index}`, Value: '' }));
    await client.call('TagResource', { ResourceId: ids.root, Tags });
    const { body } = await client.call('ListTagsForResource', { ResourceId: ids.root });
    expect(
      await client.call('ListTagsForResource', { ResourceId: ids.workloads, NextToken: body['NextToken'] }),
    ).toMatchObject({ body: { Reason: 'INVALID_NEXT_TOKEN' } });
  });

  it.each([ids.unknown, ids.outsider, 'ou-ex01-nowhere01', 'r-ex02', 'p-unknown01', 'rp-unknown01', 'rt-unknown01'])(
    'does not know %s',
    async (resource) => {
      expect(await management().call('ListTagsForResource', { ResourceId: resource })).toMatchObject(
        refusal('TargetNotFoundException', "You specified a target that doesn't exist."),
      );
    },
  );

  it('needs the id of something that has tags', async () => {
    expect(await management().call('ListTagsForResource')).toMatchObject(required('RESOURCE_ID'));
    for (const id of ['o-exampleorgid', '12', 'x', 'p-short', 'car-12345678'])
      expect(await management().call('ListTagsForResource', { ResourceId: id })).toMatchObject(
        misshapen('RESOURCE_ID'),
      );
  });
});
