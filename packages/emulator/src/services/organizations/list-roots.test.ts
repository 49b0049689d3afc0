import { expect, it } from 'vitest';
import { management } from './organizations.builder.ts';

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
