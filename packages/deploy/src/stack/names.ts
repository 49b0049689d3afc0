/** Names that other accounts and people rely on: policies of one account name what is in another. */
export const names = {
  /** The event bus in the delegated administrator. */
  bus: 'orgcontacts',
  queue: 'orgcontacts-events',
  deadLetters: 'orgcontacts-dead-letters',
  topic: 'orgcontacts-notices',
  machine: 'orgcontacts',
  dashboard: 'orgcontacts',
  functions: {
    begin: 'orgcontacts-begin',
    plan: 'orgcontacts-plan',
    apply: 'orgcontacts-apply',
    notice: 'orgcontacts-notice',
  },
  roles: {
    begin: 'orgcontacts-begin',
    plan: 'orgcontacts-plan',
    apply: 'orgcontacts-apply',
    notice: 'orgcontacts-notice',
    machine: 'orgcontacts-machine',
    schedule: 'orgcontacts-schedule',
    /** In the management account, and in members that forward their own edits. */
    forward: 'orgcontacts-forward',
    /** In the management account, for its own contacts. */
    readManagement: 'orgcontacts-read-management',
    writeManagement: 'orgcontacts-write-management',
    /** In the delegated administrator of another organization. */
    visit: 'orgcontacts-visit',
  },
} as const;

/** One of the functions. */
export type FunctionName = keyof typeof names.functions;
