import type { ParityScript } from '../../parity/script.ts';
import { changing, regionRefusals, wrongStatus } from './region-refusals.builder.ts';
import { tooMany } from './setting-refusals.builder.ts';

const region = { RegionName: 'af-south-1' } as const;
const sixRegions = ['ap-east-1', 'ap-east-2', 'ap-south-2', 'ca-west-1', 'eu-south-1', 'eu-south-2'];

export const enableRegionParity: ParityScript = {
  operation: 'account:EnableRegion',
  cases: {
    'takes its time, during which nothing else can be done with the Region': {
      evidence: 'Observed on live AWS',
      touches: 'emulator',
      steps: [
        { as: 'member', call: 'account:EnableRegion', input: region, gives: {} },
        { as: 'member', call: 'account:GetRegionOptStatus', input: region, gives: { RegionOptStatus: 'ENABLING' } },
        { as: 'member', call: 'account:EnableRegion', input: region, refuses: changing },
        { as: 'member', call: 'account:DisableRegion', input: region, refuses: changing },
        { passSeconds: 120 },
        { as: 'member', call: 'account:GetRegionOptStatus', input: region, gives: { RegionOptStatus: 'ENABLED' } },
        { as: 'member', call: 'account:EnableRegion', input: region, refuses: wrongStatus },
      ],
    },
    'works for the named account': {
      touches: 'emulator',
      emulator: { instant: true },
      steps: [
        { as: 'delegated', call: 'account:EnableRegion', input: { ...region, AccountId: '${member}' }, gives: {} },
        { as: 'member', call: 'account:GetRegionOptStatus', input: region, gives: { RegionOptStatus: 'ENABLED' } },
      ],
    },
    'changes six Regions of an account at once': {
      evidence: 'The number is documented; the answer was not observed',
      touches: 'emulator',
      steps: [
        ...sixRegions.map((RegionName) => ({
          as: 'member' as const,
          call: 'account:EnableRegion' as const,
          input: { RegionName },
        })),
        { as: 'member', call: 'account:EnableRegion', input: region, refuses: tooMany },
      ],
    },
    'refuses a Region that is enabled by default': {
      evidence: 'Not observed',
      touches: 'emulator',
      steps: [{ as: 'member', call: 'account:EnableRegion', input: { RegionName: 'us-east-1' }, refuses: wrongStatus }],
    },
    ...regionRefusals('EnableRegion'),
  },
};
