import type { ListedCommand } from '../command.ts';

/** Every command; a new one is one file and one line here. */
export const commands: readonly ListedCommand[] = [
  {
    name: 'init',
    summary: 'write a first policy file',
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'import',
    summary: 'make a policy from the live contacts, or from a spreadsheet',
    load: async () => (await import('./import.ts')).importPolicy,
  },
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
    summary: 'say which assignment won for an account and why, or which are in force where',
    load: async () => (await import('./explain.ts')).explain,
  },
  {
    name: 'report',
    summary: 'coverage and compliance: who is called, where the gaps are, the evidence for an auditor',
    load: async () => (await import('./report.ts')).report,
  },
  { name: 'show', summary: 'list live contacts', load: async () => (await import('./show.ts')).show },
  {
    name: 'where',
    summary: 'find an address, in the policy and in live contacts',
    load: async () => (await import('./where.ts')).where,
  },
  {
    name: 'replace',
    summary: 'put one address in the place of another in the policy, then plan',
    load: async () => (await import('./replace.ts')).replace,
  },
  {
    name: 'export',
    summary: 'write live contacts as a spreadsheet',
    load: async () => (await import('./export.ts')).exportSheet,
  },
  {
    name: 'set',
    summary: 'set a contact in many accounts, without a policy file',
    load: async () => (await import('./set.ts')).set,
  },
  {
    name: 'unset',
    summary: 'delete a contact in many accounts, without a policy file',
    load: async () => (await import('./unset.ts')).unset,
  },
  {
    name: 'doctor',
    summary: 'say who is calling, what that reaches, what is missing, and the fix',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  {
    name: 'iam',
    summary: 'print the least-privilege IAM policy for the policy file, the SCP and the trust policy',
    load: async () => (await import('./iam.ts')).iam,
  },
  {
    name: 'setup',
    summary: 'enable trusted access and register the delegated administrator',
    load: async () => (await import('./setup.ts')).setup,
  },
  {
    name: 'watch',
    summary: 'keep the organization in line: on a schedule, and as events come',
    load: async () => (await import('./watch/watch.ts')).watch,
  },
  {
    name: 'pause',
    summary: 'stop all writing of watches',
    load: async () => (await import('./pause.ts')).pause,
  },
  {
    name: 'unpause',
    summary: 'let watches write again',
    load: async () => (await import('./pause.ts')).unpause,
  },
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
    name: 'ui',
    summary: 'show everything in the browser, on this machine; reads only',
    load: async () => (await import('./ui.ts')).ui,
  },
  {
    name: 'demo',
    summary: 'the whole story on an emulated organization; needs no AWS',
    load: async () => (await import('./demo/demo.ts')).demo,
  },
];
