import type { ServiceName } from './operation.ts';

/** What each service calls its own failure (AWS service models; STS: AWS docs, common errors). */
export const internalErrors: Readonly<Record<ServiceName, string>> = {
  account: 'InternalServerException',
  organizations: 'ServiceException',
  sts: 'InternalFailure',
};

/** How each service denies (AWS service models; that Organizations denies with 400 was observed on live AWS). */
export const denials: Readonly<Record<ServiceName, { readonly code: string; readonly status: number }>> = {
  account: { code: 'AccessDeniedException', status: 403 },
  organizations: { code: 'AccessDeniedException', status: 400 },
  sts: { code: 'AccessDenied', status: 403 },
};
