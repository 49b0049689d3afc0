import { describe, expect, it } from 'vitest';
import { organizations } from '../../client.builder.ts';
import { createEmulator } from '../../create-emulator.ts';
import { ids } from '../../world/worlds.builder.ts';
import { management, misshapen, refusal, required } from './organizations.builder.ts';

describe('ListOrganizationalUnitsForParent', () => {
  it('shows the units directly in the root with their ways', async () => {
    const { body } = await management().call('ListOrganizationalUnitsForParent', { ParentId: ids.root });
    const arn = 'arn:aws:organizations::111122223333:ou/o-exampleorgid';
    expect(body).toEqual({
      OrganizationalUnits: [
        {
          Id: ids.workloads,
          Arn: `${arn}/${ids.workloads}`,
          Name: 'Workloads',
          Path: 'o-exampleorgid/r-ex01/ou-ex01-workload1/',
        },
        {
          Id: ids.sandbox,
          Arn: `${arn}/${ids.sandbox}`,
          Name: 'Sandbox',
          Path: 'o-exampleorgid/r-ex01/ou-ex01-sandbox01/',
        },
      ],
    });
  });

  it('goes down four levels in a made-up organization', async () => {
    const client = organizations(createEmulator({ quotas: 'off' }), ids.management);
    const { body } = await client.call('ListOrganizationalUnitsForParent', { ParentId: 'ou-ex01-payments1' });
    expect(body).toMatchObject({
      OrganizationalUnits: [
        { Path: 'o-exampleorgid/r-ex01/ou-ex01-workload1/ou-ex01-prod00001/ou-ex01-payments1/ou-ex01-cards0001/' },
      ],
    });
  });

  it('shows an empty list where there is nothing below', async () => {
    const { body } = await management().call('ListOrganizationalUnitsForParent', { ParentId: ids.sandbox });
    expect(body).toEqual({ OrganizationalUnits: [] });
  });

  it('refuses parents as other lists do', async () => {
    const ask = (ParentId?: string) => management().call('ListOrganizationalUnitsForParent', { ParentId });
    expect(await ask('ou-ex01-nowhere01')).toMatchObject(
      refusal('ParentNotFoundException', "You specified parent that doesn't exist."),
    );
    expect(await ask()).toMatchObject(required('PARENT_ID'));
    expect(await ask('x')).toMatchObject(misshapen('PARENT_ID'));
  });
});
