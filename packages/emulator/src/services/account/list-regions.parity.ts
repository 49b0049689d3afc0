import type { ParityScript } from '../../parity/script.ts';
import { invalid } from './contact-refusals.builder.ts';
import { settingRefusals } from './setting-refusals.builder.ts';

export const listRegionsParity: ParityScript = {
  operation: 'account:ListRegions',
  cases: {
    'gives pages of twenty, sorted by name': {
      evidence: 'Observed on live AWS',
      touches: 'reads',
      steps: [
        {
          as: 'management',
          call: 'account:ListRegions',
          gives: { Regions: { $length: 20 }, NextToken: { $any: 'string' } },
          keep: { token: 'NextToken' },
        },
        {
          as: 'management',
          call: 'account:ListRegions',
          input: { NextToken: '${token}' },
          gives: { Regions: { $length: 14 }, NextToken: { $absent: true } },
        },
        {
          as: 'management',
          call: 'account:ListRegions',
          input: { MaxResults: 2 },
          gives: {
            Regions: [
              { RegionName: 'af-south-1', RegionOptStatus: { $any: 'string' } },
              { RegionName: 'ap-east-1', RegionOptStatus: { $any: 'string' } },
            ],
          },
        },
      ],
    },
    'filters by status; an empty filter is none': {
      evidence: 'Observed on live AWS',
      touches: 'reads',
      steps: [
        {
          as: 'management',
          call: 'account:ListRegions',
          input: { RegionOptStatusContains: ['ENABLED_BY_DEFAULT', 'ENABLED_BY_DEFAULT'] },
          gives: {
            Regions: {
              $contains: [
                { RegionName: 'us-east-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' },
                { RegionName: 'eu-west-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' },
              ],
            },
            NextToken: { $absent: true },
          },
        },
        {
          as: 'management',
          call: 'account:ListRegions',
          input: { RegionOptStatusContains: [] },
          gives: { Regions: { $length: 20 } },
        },
      ],
    },
    'refuses a status that is none': {
      evidence: 'Observed on live AWS',
      touches: 'reads',
      steps: [['enabled'], ['ENABLED', 'UNKNOWN']].map((filter) => ({
        as: 'management' as const,
        call: 'account:ListRegions' as const,
        input: { RegionOptStatusContains: filter },
        refuses: invalid(
          `[instance value ("${filter.at(-1)}") not found in enum (possible values: ["ENABLED","ENABLING","DISABLING","DISABLED","ENABLED_BY_DEFAULT"])]`,
        ),
      })),
    },
    'refuses a token that was never given out': {
      evidence: 'Observed on live AWS',
      touches: 'reads',
      steps: [
        {
          as: 'management',
          call: 'account:ListRegions',
          input: { NextToken: 'invalid-token' },
          refuses: { ...invalid('NextToken is malformed'), reason: 'fieldValidationFailed' },
        },
      ],
    },
    ...settingRefusals('ListRegions'),
  },
};
