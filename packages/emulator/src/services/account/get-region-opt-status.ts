import { type Operation, ok, refuse } from '../../operation.ts';
import { accountIdField, targetOf } from './reach-account.ts';
import { noRegion, regionAccess, regionNameField } from './region-access.ts';
import { regionStatusOf } from './region-status.ts';

export const getRegionOptStatus: Operation = {
  ...regionAccess('GetRegionOptStatus'),
  fields: [regionNameField, accountIdField],
  handle: (context) => {
    const region = String(context.input['RegionName']);
    const status = regionStatusOf(targetOf(context), region, context.now);
    return status ? ok({ RegionName: region, RegionOptStatus: status }) : refuse(noRegion(region));
  },
};
