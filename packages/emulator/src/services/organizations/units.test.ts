import { describe, expect, it } from 'vitest';
import { organizations } from '../../client.builder.ts';
import { createEmulator } from '../../create-emulator.ts';
import { emulatorOf, ids, makeClock, smallWorld } from '../../world/worlds.builder.ts';
import { management } from './organizations.builder.ts';

describe('a unit', () => {
  it('can have the name back that it had, and not that of a sibling', async () => {
    const client = management();
    const rename = (Name: string) =>
      client.call('UpdateOrganizationalUnit', { OrganizationalUnitId: ids.sandbox, Name });
    expect(await rename('Sandbox')).toMatchObject({ status: 200 });
    expect(await rename('Workloads')).toMatchObject({ body: { __type: 'DuplicateOrganizationalUnitException' } });
    expect(await rename('Play')).toMatchObject({ body: { OrganizationalUnit: { Id: ids.sandbox, Name: 'Play' } } });
  });

  it('is gone from its parent once it was deleted, and with it its tags', async () => {
    const emulator = emulatorOf();
    const client = organizations(emulator, ids.management);
    const made = await client.call('CreateOrganizationalUnit', { ParentId: ids.sandbox, Name: 'Below' });
    const { Id } = made.body['OrganizationalUnit'] as { readonly Id: string };
    const remove = (id: string) => client.call('DeleteOrganizationalUnit', { OrganizationalUnitId: id });
    expect(await remove(ids.sandbox)).toMatchObject({ body: { __type: 'OrganizationalUnitNotEmptyException' } });
    expect(await remove(Id)).toMatchObject({ status: 200 });
    expect(
      (await client.call('ListChildren', { ParentId: ids.sandbox, ChildType: 'ORGANIZATIONAL_UNIT' })).body,
    ).toEqual({ Children: [] });
    expect(await client.call('ListTagsForResource', { ResourceId: Id })).toMatchObject({
      body: { __type: 'TargetNotFoundException' },
    });
    expect(emulator.snapshot().units.map(({ id }) => id)).toEqual([ids.root, ids.workloads, ids.sandbox]);
  });

  it('is one of 2,000 at most', async () => {
    const world = smallWorld();
    const many = Array.from({ length: 1997 }, (_, index) => ({
      id: `ou-ex01-many${String(index).padStart(4, '0')}`,
      name: `n${index}`,
      parent: ids.root,
      tags: {},
    }));
    const full = { ...world, units: [...world.units, ...many] };
    const client = organizations(createEmulator({ world: full, quotas: 'off', clock: makeClock() }), ids.management);
    const create = (Name: string) => client.call('CreateOrganizationalUnit', { ParentId: ids.root, Name });
    expect(await create('last')).toMatchObject({ status: 200 });
    expect(await create('more')).toMatchObject({ body: { Reason: 'OU_NUMBER_LIMIT_EXCEEDED' } });
  });
});
