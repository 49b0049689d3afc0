import type { ParityCase } from '../../parity/script.ts';
import { refusal, refusedId, valueRefusals } from './organizations-refusals.builder.ts';

/** What every call that names a unit refuses; the sentence is that of the service model, not observed. */
export const unitRefusals = (name: string): Readonly<Record<string, ParityCase>> => ({
  'does not know a unit that is not there': refusedId(
    name,
    { OrganizationalUnitId: 'ou-zz99-nothing01' },
    refusal('OrganizationalUnitNotFoundException', "You specified an organizational unit that doesn't exist."),
  ),
  ...valueRefusals(
    name,
    { OrganizationalUnitId: 'ou-zz99-nothing01' },
    'OrganizationalUnitId',
    'ORGANIZATIONAL_UNIT_ID',
    'r-ex01',
  ),
});
