import type { Operation, ServiceError } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import { accountAccess } from './account-access.ts';
import { invalidField } from './account-errors.ts';
import { denied } from './reach-account.ts';

/** The member that names a Region (AWS service model). */
export const regionNameField: Field = { name: 'RegionName', type: 'string', required: true, min: 1, max: 50 };

/** Who may call an operation on one Region; a name in capitals is a denial, and no bad request (observed on live AWS). */
export const regionAccess = (name: string): Pick<Operation, 'name' | 'authorize' | 'needs' | 'check'> =>
  accountAccess(name, {
    keys: ({ input }) => ({ 'account:TargetRegion': String(input['RegionName']) }),
    check: (context) =>
      /^[a-z0-9-]+$/.test(String(context.input['RegionName']))
        ? undefined
        : denied(context, name, 'You specified an invalid target region.'),
  });

/** What a name gets that no Region of the partition has (observed on live AWS). */
export const noRegion = (region: string): ServiceError =>
  invalidField('RegionName', `${region} is not a valid region for opt-in or opt-out.`);
