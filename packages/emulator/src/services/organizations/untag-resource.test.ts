import { describe, expect, it } from 'vitest';
import { ids } from '../../world/worlds.builder.ts';
import { management, misshapen, refusal, required } from './organizations.builder.ts';

describe('UntagResource', () => {
  it('takes tags away, and does not mind those that are not there', async () => {
    const client = management();
    await client.call('TagResource', { ResourceId: ids.member, Tags: [{ Key: 'env', Value: 'prod' }] });
    expect(await client.call('UntagResource', { ResourceId: ids.member, TagKeys: ['team', 'none'] })).toMatchObject({
      status: 200,
      body: {},
    });
    const { body } = await client.call('ListTagsForResource', { ResourceId: ids.member });
    expect(body).toEqual({ Tags: [{ Key: 'env', Value: 'prod' }] });
  });

  it('tells keys in another case apart', async () => {
    const client = management();
    await client.call('UntagResource', { ResourceId: ids.member, TagKeys: ['Team'] });
    const { body } = await client.call('ListTagsForResource', { ResourceId: ids.member });
    expect(body).toEqual({ Tags: [{ Key: 'team', Value: 'payments' }] });
  });

  it('needs a resource that is there, and keys', async () => {
    expect(await management().call('UntagResource', { TagKeys: [] })).toMatchObject(required('RESOURCE_ID'));
    expect(await management().call('UntagResource', { ResourceId: ids.member })).toMatchObject(required('TAG_KEYS'));
    expect(await management().call('UntagResource', { ResourceId: ids.unknown, TagKeys: ['a'] })).toMatchObject(
      refusal('TargetNotFoundException', "You specified a target that doesn't exist."),
    );
    for (const TagKeys of ['team', [5], [''], [null]])
      expect(await management().call('UntagResource', { ResourceId: ids.member, TagKeys })).toMatchObject(
        misshapen('TAG_KEYS'),
      );
  });
});
