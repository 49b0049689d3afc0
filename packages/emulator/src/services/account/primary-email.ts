import type { Field } from '../../shape/field.ts';
import { accountAccess } from './account-access.ts';
import { accountIdField } from './reach-account.ts';

/** The account, which only the management account or its delegate can name, and has to (AWS service model). */
export const memberIdField: Field = { ...accountIdField, required: true };

/** A new primary e-mail address (AWS service model). */
export const primaryEmailField: Field = { name: 'PrimaryEmail', type: 'string', required: true, min: 5, max: 64 };

/** A one-time code (AWS service model). */
export const otpField: Field = { name: 'Otp', type: 'string', required: true, pattern: '[a-zA-Z0-9]{6}' };

/** Who may change the primary e-mail address of an account; the management account is told less than elsewhere when it names itself. */
export const emailUpdateAccess = (name: string): ReturnType<typeof accountAccess> =>
  accountAccess(name, {
    managementNamed: 'Access Denied',
    dependsOn: 'iam:UpdateAccountEmailAddress',
    keys: ({ input }) => ({ 'account:EmailTargetDomain': String(input['PrimaryEmail']).replace(/^.*@/, '') }),
  });
