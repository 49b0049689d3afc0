import { type Contact, contactFields } from '../../contact/contact.ts';
import { contactToSend, refusalOf } from '../../contact/contact-constraints.ts';
import { CliError } from '../cli-error.ts';
import type { CommandModule } from '../command.ts';
import { runOneOff, withOneOff } from '../one-off.ts';

/** Sets one contact in many accounts, without a policy file. */
export const set: CommandModule = {
  describe: (command) =>
    withOneOff(command)
      .requiredOption('--name <name>', 'who is called')
      .requiredOption('--title <title>', 'their title')
      .requiredOption('--email <address>', 'where AWS writes to')
      .requiredOption('--phone <number>', 'digits, blanks and ( ) + -')
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts set SECURITY --name "Mary Major" --title "Security Contact" \\
    --email security-contact@example.com --phone "+1(555)555-5555" --all
  orgcontacts set BILLING … --ou Workloads/Prod --dry-run

The same plan, limits, journal and undo as apply. What a policy file in this folder manages is not touched.
Exit status as for apply; 3 when the policy manages it.`,
      ),
  run: ({ io, command }) => {
    const contact = readContact(command.opts<Contact>());
    return runOneOff(io, command, { verb: 'set', want: { kind: 'contact', contactName: null, masked: [], contact } });
  },
};

const readContact = ({ name, title, email, phone }: Contact): Contact => {
  const contact = contactToSend({ name, title, email, phone });
  for (const field of contactFields) {
    const refusal = contact[field].trim() === '' ? 'it is empty' : refusalOf(field, contact[field]);
    if (refusal !== undefined) throw new CliError('error', `AWS would refuse this ${field}: ${refusal}.`);
  }
  return contact;
};
