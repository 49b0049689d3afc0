import type { Operation } from '../../operation.ts';
import { accountIdField } from './reach-account.ts';
import { regionAccess, regionNameField } from './region-access.ts';
import { switchRegion } from './switch-region.ts';

/** Enabling took somewhat more than two minutes (observed on live AWS). */
export const enableRegion: Operation = {
  ...regionAccess('EnableRegion'),
  fields: [regionNameField, accountIdField],
  handle: (context) => switchRegion(context, { from: 'DISABLED', by: 'ENABLING', takes: 120_000 }),
};
