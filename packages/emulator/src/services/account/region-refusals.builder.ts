import type { ParityCase } from '../../parity/script.ts';
import type { Refusal } from '../../parity/step.ts';
import { invalid } from './contact-refusals.builder.ts';
import { conflict, denial, settingRefusals } from './setting-refusals.builder.ts';

/** Observed on live AWS. */
export const wrongStatus: Refusal = {
  ...invalid('Unable to switch region status because of its current opt-in status.'),
  reason: 'invalidRegionOptTarget',
};

/** Observed on live AWS. */
export const changing = conflict(
  'Account ${member} and region af-south-1 is currently being enabled or disabled. Please wait until it finishes and then try again.',
);

/** The refusals that operations on one Region have in common, with those of all operations. */
export const regionRefusals = (name: string): Readonly<Record<string, ParityCase>> => {
  const touches = name.startsWith('Get') ? 'reads' : 'emulator';
  const call = (RegionName: string, refuses: Refusal) => ({
    as: 'member' as const,
    call: `account:${name}` as const,
    input: { RegionName },
    refuses,
  });
  return {
    'refuses a name that no Region of the partition has': {
      evidence: 'Observed on live AWS',
      touches,
      steps: ['unknown-region', 'cn-north-1'].map((region) =>
        call(region, {
          ...invalid(`${region} is not a valid region for opt-in or opt-out.`),
          reason: 'fieldValidationFailed',
        }),
      ),
    },
    'denies a name in capitals': {
      evidence: 'Observed on live AWS: a denial, and no bad request',
      touches,
      steps: [call('US-EAST-1', denial(name, 'member', 'You specified an invalid target region.'))],
    },
    'asks for the name': {
      touches,
      steps: [
        {
          as: 'member',
          call: `account:${name}`,
          refuses: { ...invalid('[object has missing required properties (["RegionName"])]'), beforeSending: true },
        },
      ],
    },
    ...settingRefusals(name, { values: { RegionName: 'af-south-1' } }),
  };
};
