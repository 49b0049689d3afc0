import fc from 'fast-check';

/** Every mutant meets the same few examples, and nobody waits until a counterexample is small. */
fc.configureGlobal({ seed: 1, interruptAfterTimeLimit: 100, endOnFailure: true });
