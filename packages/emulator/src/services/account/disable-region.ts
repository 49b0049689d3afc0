import type { Operation } from '../../operation.ts';
import { accountIdField } from './reach-account.ts';
import { regionAccess, regionNameField } from './region-access.ts';
import { switchRegion } from './switch-region.ts';

/** Disabling took less than fifty seconds (observed on live AWS). */
export const disableRegion: Operation = {
  ...regionAccess('DisableRegion'),
  fields: [regionNameField, accountIdField],
  handle: (context) => switchRegion(context, { from: 'ENABLED', by: 'DISABLING', takes: 50_000 }),
};
