/**
 * Adapters in memory, and a clock that jumps: for tests and simulations.
 *
 * @module orgcontacts/memory
 */
export type { MemoryCall, Weather } from './gateway/memory/answer.ts';
export { type MemoryGateway, makeMemoryGateway } from './gateway/memory/memory-gateway.ts';
export type { MemoryAccount, MemoryControlPolicy, MemoryUnit, MemoryWorld } from './gateway/memory/memory-world.ts';
export { makeMemoryJournalStore } from './journal/memory/memory-journal-store.ts';
export { makeVirtualClock, type VirtualClock } from './pace/virtual-clock.ts';
