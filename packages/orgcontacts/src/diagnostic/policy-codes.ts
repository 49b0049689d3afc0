import type { CodeMeaning } from './code-meaning.ts';

/** What can be wrong with a policy file, by itself or beside an organization. */
export const policyCodes = {
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
    severity: 'warning',
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
    severity: 'warning',
    title: 'An account named twice in one list',
    explanation: 'It does no harm, and often means that another account was meant.',
  },
  'empty-selector': {
    title: 'A match without a condition',
    explanation: 'Say which accounts: all, or a mapping with account, management, ou, tag, name or not.',
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
    severity: 'warning',
    title: 'A contact that no assignment names',
    explanation: 'It may be left over, or the assignment that should name it is missing.',
  },
  'same-selector-disagrees': {
    title: 'Two assignments for the same accounts want different things',
    explanation: 'Neither is more specific than the other, so neither could win. Say it once.',
  },
  'same-selector-repeats': {
    severity: 'warning',
    title: 'Two assignments for the same accounts say the same',
    explanation: 'The second one changes nothing.',
  },
  'absent-never-deletes': {
    title: 'absent under fill-missing',
    explanation:
      'fill-missing only creates, so absent could never come true. Give the assignment the mode enforce, or leave it out.',
  },
  template: {
    title: 'A template that cannot be filled in',
    explanation:
      'Between ${ and } stands account.id, account.name, account.email, tag.KEY, tag.KEY:-default, env:NAME or file:PATH. Write $${ where ${ itself is meant.',
  },
  'reference-name': {
    title: 'A reference to something that may not be read',
    explanation:
      'Only variables that begin with ORGCONTACTS_ and files below the folder of the policy are read, so that a policy from elsewhere cannot bring out other secrets of a machine.',
  },
  'reference-missing': {
    title: 'A reference to something that is not there',
    explanation:
      'Set the variable, or put the file where the policy expects it. References are resolved before anything is asked of AWS.',
  },
  'email-domain': {
    title: 'An address of a domain that is not allowed',
    explanation:
      'lint.allowedEmailDomains lists the domains that contacts may have. It is an error wherever the list is given: a slip here would send security mail to strangers.',
  },
  'bad-duration': {
    title: 'Not a number of days',
    explanation: 'reviewEvery is written in days, as 180d.',
  },
  'unknown-warning': {
    title: 'A warning that does not exist',
    explanation:
      'lint.errors and lint.ignore name warnings by their codes, as this page lists them. Errors cannot be ignored.',
  },
  placeholder: {
    severity: 'warning',
    title: 'A value that looks as if it was never filled in',
    explanation:
      'Words as todo and changeme, phones of one digit, and addresses at the domains that RFC 2606 keeps free for examples. Name such a domain under lint.allowedEmailDomains if it is meant.',
  },
  'same-address': {
    severity: 'warning',
    title: 'One address for all three contact types',
    explanation:
      'Billing, operations and security mail is meant for different people; when all of it goes to one address, urgent mail gets lost in the rest.',
  },
  'root-address': {
    severity: 'warning',
    title: 'A contact with the address of the root user',
    explanation:
      "AWS writes to the address of the root user anyway. An alternate contact that repeats it reaches nobody new, and checks as Prowler's count it as missing.",
  },
  'personal-address': {
    severity: 'warning',
    title: "An address that looks like one person's",
    explanation: 'People leave and go on holiday. The address of a team or a list keeps reaching somebody.',
  },
  'phone-country': {
    severity: 'warning',
    title: 'A phone number without country code',
    explanation: 'AWS calls from anywhere: begin with + and the code of the country.',
  },
  'review-overdue': {
    severity: 'warning',
    title: 'A contact that nobody has made sure of lately',
    explanation:
      'lint.reviewEvery says how old reviewed may be. Write or call to see that the contact still reaches the right people, then put the date there.',
  },
  'review-in-future': {
    severity: 'warning',
    title: 'A review that has not happened yet',
    explanation: 'A date after today would keep the reminder silent for as long; most often it is a slip.',
  },
  'name-routes-security': {
    severity: 'warning',
    title: 'The name of an account decides about its security contact',
    explanation:
      'Members can rename their accounts (account:PutAccountName), and would route their security mail by it. Use ou, account, or a tag that members may not change.',
  },
  'excluded-assignment': {
    severity: 'warning',
    title: 'An assignment for accounts that are excluded',
    explanation: 'It can never come true: excluded accounts are neither read nor written.',
  },
  'matches-nothing': {
    severity: 'warning',
    title: 'An assignment that matches no account',
    explanation:
      'Found only when the organization is read. Most often a tag value or name is misspelt, or the accounts are gone.',
  },
  'never-wins': {
    severity: 'warning',
    title: 'An assignment that decides nothing',
    explanation: 'It matches accounts, but more specific assignments decide about every one of them.',
  },
  'account-not-found': {
    severity: 'warning',
    title: 'An account that the organization does not have',
    explanation:
      'Found only when the organization is read. A digit may be wrong, and the account that was meant goes without; or the account has left.',
  },
  'tag-key-case': {
    severity: 'warning',
    title: 'A tag key that the organization has in another case',
    explanation:
      'Tag keys are case-sensitive in AWS: Team and team are two keys, and the one in the policy is on no account.',
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
