import { keys, type Objects } from './objects.ts';

/**
 * Why nothing may be written in an organization now; undefined when it may. `orgcontacts pause --journal s3://BUCKET/ACCOUNT` puts the object
 * there that is looked for, and `unpause` takes it away.
 */
export const readPause = async (objects: Pick<Objects, 'get'>, name: string): Promise<string | undefined> =>
  (await objects.get(keys.paused(name))) === undefined ? undefined : 'somebody paused the deployment';
