import { expect, it } from 'vitest';
import { management } from './organizations.builder.ts';
import { managementOf, policedWorld } from './policies.builder.ts';

it('ListRoots shows the one root', async () => {
  const { status, body } = await management().call('ListRoots');
  expect(status).toBe(200);
  expect(body).toEqual({
    Roots: [
      {
        Id: 'r-ex01',
        Arn: 'arn:aws:organizations::111122223333:root/o-exampleorgid/r-ex01',
        Name: 'Root',
        PolicyTypes: [],
      },
    ],
  });
});

it('ListRoots shows the type of policies that is enabled', async () => {
  const { body } = await managementOf(policedWorld()).call('ListRoots');
  expect(body).toMatchObject({ Roots: [{ PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }] }] });
});
