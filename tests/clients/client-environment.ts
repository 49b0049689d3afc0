import { spawnSync } from 'node:child_process';

/** Nothing of the machine's own AWS configuration: no profile, no endpoint, no credentials, and one attempt. */
export const clientEnvironment: Readonly<Record<string, string | undefined>> = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AWS|BOTO)_/.test(name))),
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_MAX_ATTEMPTS: '1',
  AWS_PAGER: '',
};

/** Why a program cannot be used here; undefined when it runs and ends well. */
export const reasonMissing = (program: string, args: readonly string[]): string | undefined => {
  const { error, status } = spawnSync(program, args, { env: clientEnvironment, stdio: 'ignore' });
  if (error) return `${program} is not there (${error.message}).`;
  return status === 0 ? undefined : `${program} ${args.join(' ')} ends with ${status}.`;
};
