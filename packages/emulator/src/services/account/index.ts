import type { Operation } from '../../operation.ts';
import { acceptPrimaryEmailUpdate } from './accept-primary-email-update.ts';
import { deleteAlternateContact } from './delete-alternate-contact.ts';
import { disableRegion } from './disable-region.ts';
import { enableRegion } from './enable-region.ts';
import { getAccountInformation } from './get-account-information.ts';
import { getAlternateContact } from './get-alternate-contact.ts';
import { getContactInformation } from './get-contact-information.ts';
import { getGovCloudAccountInformation } from './get-gov-cloud-account-information.ts';
import { getPrimaryEmail } from './get-primary-email.ts';
import { getPrimaryEmailUpdateStatus } from './get-primary-email-update-status.ts';
import { getRegionOptStatus } from './get-region-opt-status.ts';
import { listRegions } from './list-regions.ts';
import { putAccountName } from './put-account-name.ts';
import { putAlternateContact } from './put-alternate-contact.ts';
import { putContactInformation } from './put-contact-information.ts';
import { sendPhoneNumberVerification } from './send-phone-number-verification.ts';
import { startPrimaryEmailUpdate } from './start-primary-email-update.ts';
import { verifyPhoneNumber } from './verify-phone-number.ts';

/** AWS Account Management, API version 2021-02-01. */
export const accountOperations: readonly Operation[] = [
  acceptPrimaryEmailUpdate,
  deleteAlternateContact,
  disableRegion,
  enableRegion,
  getAccountInformation,
  getAlternateContact,
  getContactInformation,
  getGovCloudAccountInformation,
  getPrimaryEmail,
  getPrimaryEmailUpdateStatus,
  getRegionOptStatus,
  listRegions,
  putAccountName,
  putAlternateContact,
  putContactInformation,
  sendPhoneNumberVerification,
  startPrimaryEmailUpdate,
  verifyPhoneNumber,
];
