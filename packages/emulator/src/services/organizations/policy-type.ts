import type { Context, ServiceError } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import { organizationOf, organizationsError } from './access.ts';

/** The only type of policies that the emulator has. */
export const serviceControl = 'SERVICE_CONTROL_POLICY';

/** The member that names a type of policies; all types that there are (AWS service model). */
export const policyTypeField = (name: string): Field => ({
  name,
  type: 'string',
  required: true,
  values: [
    serviceControl,
    'RESOURCE_CONTROL_POLICY',
    'TAG_POLICY',
    'BACKUP_POLICY',
    'AISERVICES_OPT_OUT_POLICY',
    'CHATBOT_POLICY',
    'DECLARATIVE_POLICY_EC2',
    'SECURITYHUB_POLICY',
    'INSPECTOR_POLICY',
    'UPGRADE_ROLLOUT_POLICY',
    'BEDROCK_POLICY',
    'S3_POLICY',
    'NETWORK_SECURITY_DIRECTOR_POLICY',
  ],
});

/** Whether service control policies are enabled in the root. */
export const areServiceControlPoliciesEnabled = (context: Context): boolean =>
  organizationOf(context).policyTypes.includes(serviceControl);

/**
 * Refuses a type that the organization cannot use: service control policies need all features (AWS docs), and of the other types the
 * emulator has none. The wording is that of the service model, not observed.
 */
export const unavailableType = (context: Context, type: unknown): ServiceError | undefined =>
  type === serviceControl && organizationOf(context).featureSet === 'ALL'
    ? undefined
    : organizationsError(
        'PolicyTypeNotAvailableForOrganizationException',
        "You can't use the specified policy type with the feature set currently enabled for this organization.",
      );

/** The sentence is reported by users. */
export const typeNotEnabled = organizationsError(
  'PolicyTypeNotEnabledException',
  'This operation can be performed only for enabled policy types.',
);
