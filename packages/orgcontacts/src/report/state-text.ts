import type { CoverageState } from '../coverage/coverage-state.ts';

/** A state in words. */
export const stateText = (state: CoverageState): string => state.replaceAll('-', ' ');
