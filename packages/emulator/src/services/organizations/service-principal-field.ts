import type { Field } from '../../shape/field.ts';

/** The name of a service, as account.amazonaws.com (AWS service model). */
export const servicePrincipalField: Field = {
  name: 'ServicePrincipal',
  type: 'string',
  required: true,
  min: 1,
  max: 128,
  pattern: '[\\w+=,.@\\-]*',
};
