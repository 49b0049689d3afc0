import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, pageRefusals, pageSizeRefusals } from './organizations-refusals.builder.ts';

const since = '2026-03-04T05:06:07.000Z';

export const listDelegatedAdministratorsParity: ParityScript = {
  operation: 'organizations:ListDelegatedAdministrators',
  cases: {
    'lists the one delegated administrator for Account Management, without its paths': {
      touches: 'reads',
      steps: (['management', 'delegated'] as const).map((as) => ({
        as,
        call: 'organizations:ListDelegatedAdministrators',
        input: { ServicePrincipal: 'account.amazonaws.com' },
        gives: {
          DelegatedAdministrators: [
            {
              Id: '${delegated}',
              Arn: 'arn:aws:organizations::${management}:account/${organization}/${delegated}',
              JoinedTimestamp: { $time: 'any' },
              DelegationEnabledDate: { $time: 'any' },
              Paths: { $absent: true },
            },
          ],
        },
      })),
    },
    'lists those of all services when none is named, each account once': {
      touches: 'emulator',
      emulator: {
        organization: {
          trustedServices: ['account.amazonaws.com', 'sso.amazonaws.com'].map((service) => ({ service, since })),
          delegatedAdministrators: [
            { accountId: '222233334444', service: 'account.amazonaws.com', since },
            { accountId: '222233334444', service: 'sso.amazonaws.com', since },
          ],
        },
      },
      steps: [
        {
          as: 'management',
          call: 'organizations:ListDelegatedAdministrators',
          gives: { DelegatedAdministrators: [{ Id: '${delegated}', DelegationEnabledDate: { $time: since } }] },
        },
        {
          as: 'management',
          call: 'organizations:ListDelegatedAdministrators',
          input: { ServicePrincipal: 'config.amazonaws.com' },
          gives: { DelegatedAdministrators: [] },
        },
      ],
    },
    ...pageRefusals('ListDelegatedAdministrators'),
    ...pageSizeRefusals('ListDelegatedAdministrators'),
    ...callerRefusals('ListDelegatedAdministrators', {}, 'management or delegated'),
  },
};
