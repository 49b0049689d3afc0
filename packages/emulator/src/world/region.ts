/** How far a Region is (AWS service model, RegionOptStatus). */
export const regionStatuses = ['ENABLED', 'ENABLING', 'DISABLING', 'DISABLED', 'ENABLED_BY_DEFAULT'] as const;
export type RegionStatus = (typeof regionStatuses)[number];

/** Launched before 20 March 2019: on in every account, and never switched (AWS docs: Enable or disable AWS Regions). */
const defaultRegions = [
  ...['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'],
  ...['ca-central-1', 'eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'sa-east-1'],
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'],
] as const;

/** Launched later: off until an account switches them on. Both lists as ListRegions gave them on live AWS in September 2026. */
export const optInRegions = [
  ...['af-south-1', 'ap-east-1', 'ap-east-2', 'ap-south-2', 'ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5'],
  ...['ap-southeast-6', 'ap-southeast-7', 'ca-west-1', 'eu-central-2', 'eu-south-1', 'eu-south-2', 'il-central-1'],
  ...['me-central-1', 'me-south-1', 'mx-central-1'],
] as const;

/** Every Region by its name, in the order of the names, with how it is in an account that never switched it. */
export const regions: ReadonlyMap<string, 'ENABLED_BY_DEFAULT' | 'DISABLED'> = new Map(
  [
    ...defaultRegions.map((name) => [name, 'ENABLED_BY_DEFAULT'] as const),
    ...optInRegions.map((name) => [name, 'DISABLED'] as const),
  ].toSorted(([one], [other]) => (one < other ? -1 : 1)),
);
