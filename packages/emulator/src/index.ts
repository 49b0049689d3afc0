/** An emulator of AWS Account Management, Organizations and STS. */
export { type BehaviourName, behaviours } from './behaviour/behaviours.ts';
export type { Clock } from './clock.ts';
export type { LoggedCall } from './control/call-log.ts';
export { createEmulator, type Emulator, type EmulatorOptions } from './create-emulator.ts';
export type { FaultRule } from './fault/fault-rule.ts';
export type { LatencyChoice } from './fault/latency.ts';
export type { AccessRequest, Policies } from './iam/access-request.ts';
export { type Decision, evaluate, type PolicyLayer } from './iam/evaluate.ts';
export type { ConditionKeys } from './iam/holds.ts';
export { type PolicyUse, parsePolicyDocument, type ReadPolicyDocument } from './iam/parse-policy-document.ts';
export type { PolicyDocument } from './iam/policy-document.ts';
export type { Listening, Patience } from './listen.ts';
export type { QuotaChoice } from './quota/throttle.ts';
export { type ParsedWorld, parseWorld } from './world/parse-world.ts';
export type { World, WorldAccount, WorldUnit } from './world/world-file.ts';
