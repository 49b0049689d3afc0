import { access } from 'node:fs/promises';

/** Whether there is a file or folder of this name that can be seen. */
export const fileExists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
