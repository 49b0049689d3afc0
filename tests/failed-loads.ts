import type { Reporter, TestModule } from 'vitest/node';

/** Makes a run fail where a test file does not even load: Stryker would take it for one that has no tests. */
export class FailedLoads implements Reporter {
  onTestModuleEnd(module: TestModule): void {
    const [error] = module.errors();
    if (error) throw new Error(`${module.relativeModuleId} does not load: ${error.message}`);
  }
}
