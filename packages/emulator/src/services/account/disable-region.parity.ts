import type { ParityScript } from '../../parity/script.ts';
import { changing, regionRefusals, wrongStatus } from './region-refusals.builder.ts';

const region = { RegionName: 'af-south-1' } as const;

export const disableRegionParity: ParityScript = {
  operation: 'account:DisableRegion',
  cases: {
    'takes its time, during which nothing else can be done with the Region': {
      evidence: 'Observed on live AWS',
      touches: 'emulator',
      emulator: { accounts: { member: { regions: { 'af-south-1': { status: 'ENABLED' } } } } },
      steps: [
        { as: 'member', call: 'account:DisableRegion', input: region, gives: {} },
        { as: 'member', call: 'account:GetRegionOptStatus', input: region, gives: { RegionOptStatus: 'DISABLING' } },
        { as: 'member', call: 'account:DisableRegion', input: region, refuses: changing },
        { as: 'member', call: 'account:EnableRegion', input: region, refuses: changing },
        { passSeconds: 50 },
        { as: 'member', call: 'account:GetRegionOptStatus', input: region, gives: { RegionOptStatus: 'DISABLED' } },
        { as: 'member', call: 'account:DisableRegion', input: region, refuses: wrongStatus },
      ],
    },
    ...regionRefusals('DisableRegion'),
  },
};
