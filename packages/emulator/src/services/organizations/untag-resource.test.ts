import { describe, expect, it } from 'vitest';
import { ids } from '../../world/worlds.builder.ts';
import { management, misshapen, refusal, required } from './organizations.builder.ts';
import { immutable, managementOf, policedWorld, policyOf } from './policies.builder.ts';

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

  it('takes tags from a policy, and never from AWS’s own', async () => {
    const policy = { ...policyOf('p-example001', 'First'), tags: { team: 'security', env: 'prod' } };
    const client = managementOf(policedWorld([policy]));
    const TagKeys = ['env'];
    expect(await client.call('UntagResource', { ResourceId: 'p-example001', TagKeys })).toMatchObject({ status: 200 });
    expect((await client.call('ListTagsForResource', { ResourceId: 'p-example001' })).body).toEqual({
      Tags: [{ Key: 'team', Value: 'security' }],
    });
    expect(await client.call('UntagResource', { ResourceId: 'p-FullAWSAccess', TagKeys })).toMatchObject(immutable);
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
