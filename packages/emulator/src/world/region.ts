/** How far a Region is (AWS service model, RegionOptStatus). */
export const regionStatuses = ['ENABLED', 'ENABLING', 'DISABLING', 'DISABLED', 'ENABLED_BY_DEFAULT'] as const;
export type RegionStatus = (typeof regionStatuses)[number];
