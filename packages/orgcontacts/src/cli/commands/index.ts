import type { ListedCommand } from '../command.ts';

/** Every command; a new one is one file and one line here. */
export const commands: readonly ListedCommand[] = [
  {
    name: 'validate',
    summary: 'check the policy file; offline',
    load: async () => (await import('./validate.ts')).validate,
  },
  {
    name: 'plan',
    summary: 'show what would change; changes nothing',
    load: async () => (await import('./plan.ts')).plan,
  },
  {
    name: 'apply',
    summary: 'carry out a saved plan, or plan, ask and carry out that plan',
    load: async () => (await import('./apply.ts')).apply,
  },
  {
    name: 'check',
    summary: 'find drift: exit 2 when anything differs, 6 when something is unknown',
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'explain',
    summary: 'say which assignment won for an account, and why',
    load: async () => (await import('./explain.ts')).explain,
  },
  { name: 'show', summary: 'list live contacts', load: async () => (await import('./show.ts')).show },
  {
    name: 'history',
    summary: 'list past runs, or one in detail; verify or prune them',
    load: async () => (await import('./history/history.ts')).history,
  },
  {
    name: 'resume',
    summary: 'go on with a run that was interrupted',
    load: async () => (await import('./resume.ts')).resume,
  },
  { name: 'undo', summary: 'put back what a run changed', load: async () => (await import('./undo.ts')).undo },
  {
    name: 'demo',
    summary: 'the whole story on an emulated organization; needs no AWS',
    load: async () => (await import('./demo/demo.ts')).demo,
  },
];
