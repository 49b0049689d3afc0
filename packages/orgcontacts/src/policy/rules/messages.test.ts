import { expect, it } from 'vitest';
import { diagnosticsOf, withAssignments, withContacts, withTopLevel } from '../policy-text.builder.ts';

/** What is said, what to do about it, and the text that earns it. */
type Row = readonly [string, string, string];

const now = Date.UTC(2026, 10, 25);
const mary = 'name: Mary, title: Security, email: mary@example.com, phone: "+5"';

const matching = (selector: string): string => withAssignments(`- { match: ${selector}, security: desk }`);
const withName = (written: string): string => withContacts().replace('Mary Major', written);
const withPhone = (written: string): string => withContacts().replace('"+1 555 0100"', written);
const twice = (one: string, other: string): string =>
  withAssignments(`- { match: all, security: ${one} }`, `- { match: all, security: ${other} }`);

const noCondition = 'Say match: all for every account, or account, management, ou, tag, name or not.';
const template =
  'Expected between ${ and }: account.id, account.name, account.email, tag.KEY, tag.KEY:-default, env:NAME or file:PATH. Write $${ for ${ itself.';
const variableName = 'Expected a name as ORGCONTACTS_PHONE: capitals, digits and _.';
const fileName = 'Expected a path below the folder of the policy, as phones/security.txt.';

it.each<Row>([
  [
    'fill-missing never deletes, so absent could never come true.',
    'Give this assignment mode: enforce, or leave the type out.',
    withAssignments('- { match: all, mode: fill-missing, security: desk, billing: absent }'),
  ],
  ['The phone is all blanks.', 'Say who is to be reached.', withPhone('"  "')],
  [
    'The name has blanks around it, and AWS would keep them.',
    'Remove them, unless they are meant.',
    withName('"Mary "'),
  ],
  [
    'AWS would refuse this phone: AWS accepts digits, blanks and ( ) + - only.',
    'Change the value; lengths and patterns are those of AWS.',
    withPhone('"+1 555 0100 ext. 5"'),
  ],
  [
    'This address has a domain that the policy does not allow.',
    'Expected one of example.org, *.example.net; or add its domain to lint.allowedEmailDomains.',
    withTopLevel('lint: { allowedEmailDomains: [example.org, "*.example.net"] }'),
  ],
  [
    'This assignment assigns nothing.',
    'Add security, operations or billing with the name of a contact, absent or unmanaged.',
    withAssignments('- { match: all, security: desk }', '- match: { ou: Sandbox }'),
  ],
  ['This match has no condition.', noCondition, matching('{}')],
  ['This not has no condition.', 'Say what may not hold, or leave it out.', matching('{ not: {} }')],
  [
    'This condition on tags names no tag.',
    'Name a tag key and its value, or leave the condition out.',
    matching('{ ou: A, tag: {} }'),
  ],
  [
    'Every account that this assignment is for is excluded.',
    'Remove it, or the exclusion.',
    matching('{ ou: Sandbox }').concat('exclude: [{ ou: Sandbox }]\n'),
  ],
  [
    'Members can rename their account, and would choose their security contact by it.',
    'Match by ou or account, or by a tag that members may not change.',
    matching('{ name: "pay-*" }'),
  ],
  [
    "This address looks like one person's.",
    'Use the address of a team or a list: people leave and go on holiday.',
    withContacts().replace('mary@', 'mary.major@'),
  ],
  [
    'This phone number has no country code.',
    'Begin with + and the code of the country, as "+1 555 0100".',
    withPhone('"555 0100"'),
  ],
  ['This name looks as if it had never been filled in.', 'Put in what AWS shall find there.', withName('TODO')],
  [
    'Account 111122223333 stands in this list already.',
    'Remove it, or put in the account that was meant.',
    matching('{ account: ["111122223333", "111122223333"] }'),
  ],
  [
    'A contact cannot be called unmanaged.',
    'Give it another name: this word means something else.',
    withContacts(`unmanaged: { ${mary} }`),
  ],
  [
    'Nobody has said when this contact was last made sure of.',
    'Make sure that it reaches the right people, and write reviewed: with the date, as 2026-11-01.',
    withTopLevel('lint: { reviewEvery: 180d }'),
  ],
  [
    'This contact was reviewed 328 days ago; the policy asks for it every 180.',
    'Make sure that it still reaches the right people, and put the date here.',
    withPhone('"+1 555 0100", reviewed: 2026-01-01').concat('lint: { reviewEvery: 180d }\n'),
  ],
  [
    'This review has not happened yet.',
    'Write the day on which somebody made sure of the contact.',
    withPhone('"+1 555 0100", reviewed: 2062-01-01'),
  ],
  [
    'This is the address of the root user, to which AWS writes anyway.',
    'Use the address of those who shall be reached besides.',
    withContacts().replace('mary@example.com', '"${account.email}"'),
  ],
  [
    'All three contacts of this assignment have the same address.',
    'Give billing, operations and security mail to those who deal with it.',
    withAssignments('- { match: all, security: desk, billing: desk, operations: desk }'),
  ],
  [
    'The assignment at line 5 is for the same accounts and wants desk for SECURITY.',
    'Keep one of them, or make one more specific.',
    twice('desk', 'absent'),
  ],
  [
    'The assignment at line 5 is for the same accounts and wants absent for SECURITY.',
    'Keep one of them, or make one more specific.',
    twice('absent', 'desk'),
  ],
  [
    'The assignment at line 5 is for the same accounts and wants another contact for SECURITY.',
    'Keep one of them, or make one more specific.',
    twice(`{ ${mary} }`, 'desk'),
  ],
  ['The assignment at line 5 says the same for the same accounts.', 'Remove one of them.', twice('desk', 'desk')],
  ['Here ${account.size} is no variable.', template, withName('"${account.size}"')],
  ['Here a ${ has no } after it.', template, withName('"a ${account.id"')],
  ['HOME is no variable that a policy may read.', variableName, withName('"${env:HOME}"')],
  ['/etc/passwd is no file that a policy may read.', fileName, withName('"${file:/etc/passwd}"')],
  [
    'The variable ORGCONTACTS_NAME cannot be read here.',
    'Set it, as export ORGCONTACTS_NAME=…',
    withName('"${env:ORGCONTACTS_NAME}"'),
  ],
  [
    'The file names/desk.txt cannot be read here.',
    'Put it below the folder of the policy file; links are not followed.',
    withName('"${file:names/desk.txt}"'),
  ],
  [
    '"/Workloads" is no path of a unit.',
    'Begin below the root and leave out slashes at the ends, as Workloads/Prod; / alone is the root.',
    matching('{ ou: /Workloads }'),
  ],
  [
    'There is no contact dess.',
    'Did you mean desk? Define it under contacts, or say absent or unmanaged.',
    withAssignments('- { match: all, security: desk, billing: dess }'),
  ],
  [
    'There is no contact zebra.',
    'Define it under contacts, or say absent or unmanaged.',
    withAssignments('- { match: all, security: desk, billing: zebra }'),
  ],
  [
    'No assignment names the contact spare.',
    'Remove it, or add the assignment that is missing.',
    withContacts(`spare: { ${mary} }`),
  ],
])('says: %s And: %s', (message, help, text) => {
  expect(diagnosticsOf(text, { now }).map((each) => [each.message, each.help])).toEqual([[message, help]]);
});
