/** A function that could not be run, or failed for no known reason: what it did is found again, so that it is run once more. */
export const onceMore = {
  ErrorEquals: ['States.ALL'],
  IntervalSeconds: 10,
  MaxAttempts: 3,
  BackoffRate: 3,
} as const;

/** A policy that is wrong stays wrong, and a plan that is stale stays stale. */
export const never = { ErrorEquals: ['PolicyInvalid', 'PlanStale'], MaxAttempts: 0 } as const;

/**
 * Another execution has its turn: its batches are under fifteen minutes each, and whoever sees another one wait stands back for 90 seconds,
 * so that a try every 30 or 60 seconds is sure to come through. More than two hours of tries.
 */
export const inTurn = {
  ErrorEquals: ['TurnTaken'],
  IntervalSeconds: 30,
  MaxAttempts: 150,
  BackoffRate: 1.1,
  MaxDelaySeconds: 60,
} as const;
