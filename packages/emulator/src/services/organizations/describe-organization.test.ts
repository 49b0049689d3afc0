import { describe, expect, it } from 'vitest';
import { organizations } from '../../client.builder.ts';
import { emulatorOf, ids, smallWorld } from '../../world/worlds.builder.ts';

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
          AvailablePolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
        },
      });
    },
  );

  it('has no policies to offer without all features', async () => {
    const world = smallWorld({ featureSet: 'CONSOLIDATED_BILLING' });
    const { body } = await organizations(emulatorOf({ world }), ids.member).call('DescribeOrganization');
    expect(body).toMatchObject({ Organization: { FeatureSet: 'CONSOLIDATED_BILLING', AvailablePolicyTypes: [] } });
  });
});
