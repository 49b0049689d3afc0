import type { ServiceError, ServiceName } from '../operation.ts';

/**
 * What a throttled call gets. Account Management: seen in a real 429. Organizations answers 400, with Type and Message (AWS service
 * model); the value of Type was not observed.
 */
export const tooMany: Readonly<Record<ServiceName, ServiceError>> = {
  account: { code: 'TooManyRequestsException', status: 429, message: 'Too Many Requests' },
  organizations: {
    code: 'TooManyRequestsException',
    status: 400,
    message: 'Too Many Requests',
    members: { Type: 'RATE_LIMIT_EXCEEDED' },
  },
  sts: { code: 'Throttling', status: 400, message: 'Rate exceeded' },
};
