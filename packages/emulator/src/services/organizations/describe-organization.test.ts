import { describe, expect, it } from 'vitest';
import { organizations } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';

describe('DescribeOrganization', () => {
  it.each([ids.management, ids.delegated, ids.member])(
    'shows %s the organization, in its old words',
    async (caller) => {
      const { status, headers, body } = await organizations(emulatorOf(), caller).call('DescribeOrganization');
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('application/x-amz-json-1.1');
      expect(body).toEqual({
        Organization: {
          Id: 'o-exampleorgid',
          Arn: 'arn:aws:organizations::111122223333:organization/o-exampleorgid',
          FeatureSet: 'ALL',
          MasterAccountArn: 'arn:aws:organizations::111122223333:account/o-exampleorgid/111122223333',
          MasterAccountId: '111122223333',
          MasterAccountEmail: 'aws+management@example.com',
          AvailablePolicyTypes: [],
        },
      });
    },
  );
});
