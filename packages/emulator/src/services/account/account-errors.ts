import type { ServiceError } from '../../operation.ts';

/** What was sent breaks a rule; most such answers say neither a reason nor a field (observed on live AWS). */
export const invalid = (message: string): ServiceError => ({ code: 'ValidationException', status: 400, message });

/** What was sent breaks a rule, with the reason and the field (observed on live AWS for Regions and tokens). */
export const invalidField = (
  name: string,
  message: string,
  reason: 'fieldValidationFailed' | 'invalidRegionOptTarget' = 'fieldValidationFailed',
): ServiceError => ({ ...invalid(message), members: { reason, fieldList: [{ name, message }] } });

/** There is nothing of the kind that was asked for (AWS service model). */
export const notFound = (message: string): ServiceError => ({
  code: 'ResourceNotFoundException',
  status: 404,
  message,
});

/** Something else is under way or in the way (AWS service model). */
export const conflict = (message: string): ServiceError => ({ code: 'ConflictException', status: 409, message });
