import type { Context, ServiceError } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import type { WorldHandshake } from '../../world/handshake-file.ts';
import { organizationsError } from './access.ts';

/** Which handshakes a list shows (AWS service model, HandshakeFilter). */
export const filterField: Field = {
  name: 'Filter',
  type: 'structure',
  members: [
    {
      name: 'ActionType',
      type: 'string',
      values: [
        'INVITE',
        'ENABLE_ALL_FEATURES',
        'APPROVE_ALL_FEATURES',
        'ADD_ORGANIZATIONS_SERVICE_LINKED_ROLE',
        'TRANSFER_RESPONSIBILITY',
      ],
    },
    { name: 'ParentHandshakeId', type: 'string', max: 34, pattern: 'h-[0-9a-z]{8,32}' },
  ],
};

/** Both at once cannot be asked for (AWS service model); the sentence was not observed. */
export const filterProblem = (context: Context): ServiceError | undefined => {
  const { ActionType, ParentHandshakeId } = filterIn(context);
  return ActionType !== undefined && ParentHandshakeId !== undefined ? tooMuch : undefined;
};

/** The handshakes of a world that the filter of a call lets through, and `isMine`, in the order in which they were sent. */
export const filtered = (
  context: Context,
  isMine: (handshake: WorldHandshake) => boolean,
): readonly WorldHandshake[] => {
  const { ActionType, ParentHandshakeId } = filterIn(context);
  return [...context.world.handshakes.values()].filter(
    (handshake) =>
      (ActionType ?? handshake.action) === handshake.action &&
      (ParentHandshakeId ?? handshake.parent) === handshake.parent &&
      isMine(handshake),
  );
};

interface Filter {
  readonly ActionType?: string;
  readonly ParentHandshakeId?: string;
}

/** Null is as good as nothing (observed on live AWS). */
const filterIn = ({ input }: Context): Filter => {
  // Its members were checked before, by its field.
  const { ActionType, ParentHandshakeId } = (input['Filter'] ?? {}) as { readonly [Name in keyof Filter]?: unknown };
  return {
    ...(typeof ActionType === 'string' && { ActionType }),
    ...(typeof ParentHandshakeId === 'string' && { ParentHandshakeId }),
  };
};

const tooMuch = organizationsError(
  'InvalidInputException',
  'You specified more filters than are allowed.',
  'MAX_LIMIT_EXCEEDED_FILTER',
);
