/** What one code means, for the reference page. */
export interface CodeMeaning {
  readonly title: string;
  /** Why it matters and what to do. */
  readonly explanation: string;
}

/** Every code a diagnostic can carry. Codes are stable; their wording is not. */
export const diagnosticCodes = {
  'yaml-syntax': {
    title: 'The file is not valid YAML',
    explanation:
      'Nothing can be read from a file that YAML itself does not understand. Mend the place that is shown; an editor with YAML support finds it too.',
  },
  'too-large': {
    title: 'The file is larger than a policy can sensibly be',
    explanation:
      'Files over 4 MiB are refused before they are parsed. Use selectors instead of listing accounts one by one.',
  },
  'wrong-type': {
    title: 'A value is of the wrong kind',
    explanation:
      'A text, list or mapping was expected and something else was found. YAML turns some words into numbers and booleans: phones, account ids and tag values belong in quotes.',
  },
  'unknown-key': {
    title: 'A key that means nothing here',
    explanation: 'Most often a slip of the pen. It is an error, since whatever it was meant to say would be ignored.',
  },
  'missing-key': {
    title: 'A key that is needed is not there',
    explanation:
      'AWS wants all four fields of a contact in every write; a policy needs its version, contacts and assignments.',
  },
  'not-supported-yet': {
    title: 'A part of the policy language that this version does not know',
    explanation:
      'Templates, references, inline contacts, lint, and the conditions name, management, not and {present: true} come later. They are refused rather than taken literally.',
  },
  'unsupported-version': {
    title: 'The policy is of another version',
    explanation: 'This program reads version 1.',
  },
  'unknown-mode': {
    title: 'The mode is none of the three',
    explanation: 'enforce creates, updates and deletes; fill-missing only creates; report-only only tells.',
  },
  'value-refused': {
    title: 'AWS would refuse this value',
    explanation:
      'Lengths and patterns are those of the AWS service model for PutAlternateContact. Found here, it costs a second; found by AWS, it stops a run.',
  },
  'blank-value': {
    title: 'A value of blanks only',
    explanation: 'Nobody can be reached by it, and what AWS does with it is not established.',
  },
  'outer-blanks': {
    title: 'Blanks around a value',
    explanation:
      'AWS keeps blanks around name, title and phone as they are (observed), so they will show in the console and in every comparison.',
  },
  'bad-date': {
    title: 'Not a date',
    explanation: 'reviewed is written as year, month and day, as 2026-11-01.',
  },
  'empty-text': {
    title: 'A text with nothing in it',
    explanation: 'A name, path or value is needed here.',
  },
  'account-id': {
    title: 'Not an account id',
    explanation:
      'An account id has twelve digits and belongs in quotes: without them YAML reads a number, and leading zeros are lost.',
  },
  'unit-path': {
    title: 'Not a path of a unit',
    explanation:
      'Paths begin below the root and have no slash at either end, as Workloads/Prod; / alone is the root; a slash inside a name is written \\/.',
  },
  'empty-list': {
    title: 'A list with nothing in it',
    explanation: 'A condition with an empty list would match nothing.',
  },
  'repeated-account': {
    title: 'An account named twice in one list',
    explanation: 'It does no harm, and often means that another account was meant.',
  },
  'empty-selector': {
    title: 'A match without a condition',
    explanation: 'Say which accounts: all, or a mapping with ou, tag or account.',
  },
  'empty-assignment': {
    title: 'An assignment that assigns nothing',
    explanation: 'It names none of security, operations and billing.',
  },
  'unknown-contact': {
    title: 'A contact that is not defined',
    explanation: 'Assignments name contacts of the section contacts, or say absent or unmanaged.',
  },
  'reserved-name': {
    title: 'A contact with a reserved name',
    explanation: 'absent and unmanaged mean something else in an assignment.',
  },
  'unused-contact': {
    title: 'A contact that no assignment names',
    explanation: 'It may be left over, or the assignment that should name it is missing.',
  },
  'same-selector-disagrees': {
    title: 'Two assignments for the same accounts want different things',
    explanation: 'Neither is more specific than the other, so neither could win. Say it once.',
  },
  'same-selector-repeats': {
    title: 'Two assignments for the same accounts say the same',
    explanation: 'The second one changes nothing.',
  },
  'absent-never-deletes': {
    title: 'absent under fill-missing',
    explanation:
      'fill-missing only creates, so absent could never come true. Give the assignment the mode enforce, or leave it out.',
  },
  'unit-not-found': {
    title: 'A unit that the organization does not have',
    explanation:
      'Found only when the organization is read. It stops the plan: an assignment for a unit that was renamed must not silently match nothing.',
  },
  'unit-ambiguous': {
    title: 'A path that two units have',
    explanation: 'Name the unit by its id.',
  },
  'unit-unreadable': {
    title: 'Whether the unit exists could not be read',
    explanation: 'A part of the tree could not be read, so nothing can be said about units that may lie in it.',
  },
} as const satisfies Readonly<Record<string, CodeMeaning>>;

export type DiagnosticCode = keyof typeof diagnosticCodes;
