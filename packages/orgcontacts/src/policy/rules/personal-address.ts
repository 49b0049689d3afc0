import { plainField } from '../plain-field.ts';
import { atValue, type Rule } from '../rule.ts';

/** An address that looks like one person's, and not a team's. */
export const personalAddress: Rule = ({ source, contacts }) =>
  contacts
    .filter(({ value }) => isPersonal(plainField(value, 'email')?.trim().toLowerCase() ?? ''))
    .map(({ path }) =>
      atValue(source, [...path, 'email'], {
        code: 'personal-address',
        message: "This address looks like one person's.",
        help: 'Use the address of a team or a list: people leave and go on holiday.',
      }),
    );

const isPersonal = (email: string): boolean => {
  const [local = '', domain = ''] = email.split('@');
  if (mailboxProviders.has(domain)) return true;
  const names = /^([a-z]{2,})\.([a-z]{2,})$/.exec(local)?.slice(1) ?? [];
  return names.length === 2 && !names.some((name) => teamWords.test(name));
};

/** Who gives addresses to anybody: what is there is somebody's own. */
const mailboxProviders = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com me.com aol.com gmx.de gmx.net web.de proton.me protonmail.com'.split(
    ' ',
  ),
);

/** Words that teams have in their addresses and people do not have in their names. */
const teamWords =
  /^(accounts?|accounting|admins?|alerts?|aws|billing|business|center|centre|central|cloud|compliance|contacts?|cost|costs|cyber|data|desk|devops|engineering|finance|finops|global|governance|group|help|helpdesk|incidents?|info|infra|infrastructure|invoices?|it|legal|mail|monitoring|network|noc|office|oncall|operations|ops|payable|platform|privacy|procurement|prod|production|risk|root|sec|secops|security|service|services|shared|site|soc|sre|staff|support|systems?|team|teams|tech|technology)$/;
