import { describe, expect, it } from 'vitest';
import { organizations } from '../../client.builder.ts';
import { createEmulator } from '../../create-emulator.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { badInput, management, misshapen, refusal, required } from './organizations.builder.ts';

describe('CreateOrganizationalUnit', () => {
  it('adds a unit below its parent, with its tags', async () => {
    const client = management();
    const { status, body } = await client.call('CreateOrganizationalUnit', {
      ParentId: ids.workloads,
      Name: 'Test & Größe / 1',
      Tags: [{ Key: 'env', Value: 'test' }],
    });
    const unit = body['OrganizationalUnit'] as { Id: string };
    expect(status).toBe(200);
    expect(unit).toEqual({
      Id: expect.stringMatching(/^ou-ex01-[a-z0-9]{8,32}$/),
      Arn: `arn:aws:organizations::111122223333:ou/o-exampleorgid/${unit.Id}`,
      Name: 'Test & Größe / 1',
      Path: `o-exampleorgid/r-ex01/ou-ex01-workload1/${unit.Id}/`,
    });
    expect((await client.call('ListOrganizationalUnitsForParent', { ParentId: ids.workloads })).body).toEqual({
      OrganizationalUnits: [unit],
    });
    expect((await client.call('ListTagsForResource', { ResourceId: unit.Id })).body).toEqual({
      Tags: [{ Key: 'env', Value: 'test' }],
    });
  });

  it('refuses the name of a sibling, and no other name', async () => {
    const client = management();
    expect(await client.call('CreateOrganizationalUnit', { ParentId: ids.root, Name: 'Workloads' })).toMatchObject(
      refusal('DuplicateOrganizationalUnitException', 'An OU with the same name already exists.'),
    );
    expect(await client.call('CreateOrganizationalUnit', { ParentId: ids.workloads, Name: 'Workloads' })).toMatchObject(
      {
        status: 200,
      },
    );
  });

  it('nests five deep below the root, and no deeper', async () => {
    const client = management();
    let parent: string = ids.root;
    for (let depth = 1; depth <= 5; depth++) {
      const { body } = await client.call('CreateOrganizationalUnit', { ParentId: parent, Name: `level ${depth}` });
      parent = (body['OrganizationalUnit'] as { Id: string }).Id;
    }
    expect(await client.call('CreateOrganizationalUnit', { ParentId: parent, Name: 'level 6' })).toMatchObject(
      refusal(
        'ConstraintViolationException',
        'You have exceeded the number of levels that OUs can be nested.',
        'OU_DEPTH_LIMIT_EXCEEDED',
      ),
    );
  });

  it('gives out no id twice, also after the world was saved and loaded', async () => {
    const first = emulatorOf();
    await organizations(first, ids.management).call('CreateOrganizationalUnit', { ParentId: ids.root, Name: 'A' });
    const second = createEmulator({ world: first.snapshot() });
    await organizations(second, ids.management).call('CreateOrganizationalUnit', { ParentId: ids.root, Name: 'B' });
    const { units } = second.snapshot();
    expect(units.map(({ name }) => name)).toEqual(['Root', 'Workloads', 'Sandbox', 'A', 'B']);
    expect(new Set(units.map(({ id }) => id)).size).toBe(5);
  });

  it('needs a parent that is there and a name', async () => {
    const create = (input: object) => management().call('CreateOrganizationalUnit', { ...input });
    expect(await create({ Name: 'A' })).toMatchObject(required('PARENT_ID'));
    expect(await create({ ParentId: ids.root })).toMatchObject(required('NAME'));
    expect(await create({ ParentId: ids.member, Name: 'A' })).toMatchObject(misshapen('PARENT_ID'));
    expect(await create({ ParentId: 'r-ex02', Name: 'A' })).toMatchObject(
      refusal('ParentNotFoundException', "You specified parent that doesn't exist."),
    );
    expect(await create({ ParentId: ids.root, Name: '' })).toMatchObject(
      badInput('MIN_LENGTH_EXCEEDED:NAME', 'You provided a value that is shorter than the minimum.'),
    );
    expect(await create({ ParentId: ids.root, Name: 'n'.repeat(129) })).toMatchObject(
      badInput('MAX_LENGTH_EXCEEDED:NAME', 'You provided a value that is longer than the maximum.'),
    );
  });

  it('refuses tags that are none', async () => {
    const Tags = [
      { Key: 'a', Value: '1' },
      { Key: 'a', Value: '2' },
    ];
    expect(await management().call('CreateOrganizationalUnit', { ParentId: ids.root, Name: 'A', Tags })).toMatchObject({
      body: { Reason: 'DUPLICATE_TAG_KEY' },
    });
  });
});
