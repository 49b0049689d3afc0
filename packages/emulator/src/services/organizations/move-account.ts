import { type Operation, ok, refuse } from '../../operation.ts';
import { moveAccount as move } from '../../world/place.ts';
import { memberOf } from '../../world/world-state.ts';
import { managementOnly, organizationsError } from './access.ts';
import { accountIdField, accountNotFound } from './describe-account.ts';
import { needsOn } from './organizations-needs.ts';
import { parentPattern } from './parent-field.ts';

const place = { type: 'string', required: true, max: 100, pattern: parentPattern } as const;

export const moveAccount: Operation = {
  name: 'MoveAccount',
  fields: [accountIdField, { name: 'SourceParentId', ...place }, { name: 'DestinationParentId', ...place }],
  authorize: managementOnly,
  needs: needsOn('AccountId', 'SourceParentId', 'DestinationParentId'),
  handle: ({ world, input }) => {
    const account = memberOf(world, String(input['AccountId']));
    if (!account) return refuse(accountNotFound);
    const { SourceParentId: from, DestinationParentId: to } = input;
    if (!world.units.has(String(from)) || account.parent !== from) return refuse(noSource);
    if (!world.units.has(String(to))) return refuse(noDestination);
    if (from === to) return refuse(duplicate);
    move(world, account, String(to));
    return ok();
  },
};

const noSource = organizationsError(
  'SourceParentNotFoundException',
  "You specified a source parent that doesn't exist.",
);

const noDestination = organizationsError(
  'DestinationParentNotFoundException',
  "You specified a destination parent that doesn't exist.",
);

const duplicate = organizationsError(
  'DuplicateAccountException',
  'That account is already present in the specified destination.',
);
