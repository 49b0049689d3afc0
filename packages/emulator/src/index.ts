/** An emulator of AWS Account Management, Organizations and STS. */
export { type BehaviourName, behaviours } from './behaviour/behaviours.ts';
export type { Clock } from './clock.ts';
export type { LoggedCall } from './control/call-log.ts';
export { createEmulator, type Emulator, type EmulatorOptions } from './create-emulator.ts';
export type { FaultRule } from './fault/faults.ts';
export type { Listening } from './listen.ts';
export type { QuotaChoice } from './quota/throttle.ts';
export { type ParsedWorld, parseWorld } from './world/parse-world.ts';
export type { World, WorldAccount, WorldUnit } from './world/world-file.ts';
