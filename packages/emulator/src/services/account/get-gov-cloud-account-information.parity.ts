import type { ParityScript } from '../../parity/script.ts';
import { notFound, settingRefusals } from './setting-refusals.builder.ts';

export const getGovCloudAccountInformationParity: ParityScript = {
  operation: 'account:GetGovCloudAccountInformation',
  cases: {
    'reads the linked account, by the id of the standard one or to that itself': {
      touches: 'emulator',
      emulator: { accounts: { member: { govCloud: { accountId: '333344445555', state: 'ACTIVE' } } } },
      steps: [
        {
          as: 'management',
          call: 'account:GetGovCloudAccountInformation',
          input: { StandardAccountId: '${member}' },
          gives: { GovCloudAccountId: '333344445555', AccountState: 'ACTIVE' },
        },
        {
          as: 'member',
          call: 'account:GetGovCloudAccountInformation',
          gives: { GovCloudAccountId: '333344445555', AccountState: 'ACTIVE' },
        },
      ],
    },
    'knows no linked account': {
      evidence: 'That it is a 404 is in the service model; the sentence was not observed',
      touches: 'reads',
      steps: [
        {
          as: 'management',
          call: 'account:GetGovCloudAccountInformation',
          input: { StandardAccountId: '${member}' },
          refuses: notFound('No GovCloud account is linked to the account.'),
        },
      ],
    },
    'is not available for a standard account that is not active': {
      evidence: 'When AWS answers so was not observed',
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: 'account:GetGovCloudAccountInformation',
          input: { StandardAccountId: '${suspended}' },
          refuses: {
            error: 'ResourceUnavailableException',
            status: 424,
            message: 'The standard account is not active.',
          },
        },
      ],
    },
    ...settingRefusals('GetGovCloudAccountInformation', { target: 'StandardAccountId' }),
  },
};
