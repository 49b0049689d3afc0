import type { ParityScript } from '../../parity/script.ts';
import { regionRefusals } from './region-refusals.builder.ts';

export const getRegionOptStatusParity: ParityScript = {
  operation: 'account:GetRegionOptStatus',
  cases: {
    'reads a Region that is enabled by default, in either context': {
      touches: 'reads',
      steps: [{}, { AccountId: '${member}' }].map((account) => ({
        as: 'management' as const,
        call: 'account:GetRegionOptStatus' as const,
        input: { RegionName: 'us-east-1', ...account },
        gives: { RegionName: 'us-east-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' },
      })),
    },
    'reads the account of the delegated administrator by its own id': {
      evidence: 'Observed on live AWS: the only account that may name itself',
      touches: 'reads',
      steps: [
        {
          as: 'delegated',
          call: 'account:GetRegionOptStatus',
          input: { RegionName: 'us-east-1', AccountId: '${delegated}' },
          gives: { RegionOptStatus: 'ENABLED_BY_DEFAULT' },
        },
      ],
    },
    ...regionRefusals('GetRegionOptStatus'),
  },
};
