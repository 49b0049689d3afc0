import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Runs properties after everything else, which is far quicker and finds most mutants. */
export class PropertiesLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isProperty = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith('.prop.test.ts');
    return files.toSorted((one, other) => Number(isProperty(one)) - Number(isProperty(other)));
  }
}
