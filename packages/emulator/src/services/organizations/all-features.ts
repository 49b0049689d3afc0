import type { Context } from '../../operation.ts';
import type { WorldHandshake } from '../../world/handshake-file.ts';
import { organizationOf } from './access.ts';
import { closeHandshake, isOpen } from './handshakes.ts';

/** The actions of the two kinds of handshakes that all features take: the documents of the service disagree on which is which. */
export const featureActions = ({
  behaviour,
}: Pick<Context, 'behaviour'>): { readonly parent: FeatureAction; readonly child: FeatureAction } =>
  behaviour.allFeaturesActions === 'enable-first'
    ? { parent: 'ENABLE_ALL_FEATURES', child: 'APPROVE_ALL_FEATURES' }
    : { parent: 'APPROVE_ALL_FEATURES', child: 'ENABLE_ALL_FEATURES' };

type FeatureAction = Exclude<WorldHandshake['action'], 'INVITE'>;

/** The change to all features of the caller's organization that is under way. */
export const pendingFeatures = (context: Context): WorldHandshake | undefined => {
  const { id } = organizationOf(context);
  return [...context.world.handshakes.values()].find(
    ({ to, from, ...handshake }) => !to && from.organizationId === id && isOpen({ ...handshake, from }),
  );
};

/** Once everybody who was asked has approved, the management account can finish the change (AWS service model, EnableAllFeatures). */
export const approveFeatures = ({ world }: Context, approved: WorldHandshake): void => {
  const parent = world.handshakes.get(approved.parent ?? '');
  const asked = childrenOf(world.handshakes, approved.parent);
  if (parent && isOpen(parent) && asked.every(({ state }) => state === 'ACCEPTED')) parent.state = 'OPEN';
};

/** With the change, what was asked for it is taken back. */
export const cancelFeatures = ({ world, now }: Context, { id }: WorldHandshake): void => {
  for (const child of childrenOf(world.handshakes, id))
    if (isOpen(child)) closeHandshake(world, child, 'CANCELED', now);
};

const childrenOf = (
  handshakes: ReadonlyMap<string, WorldHandshake>,
  parent: string | undefined,
): readonly WorldHandshake[] =>
  [...handshakes.values()].filter((handshake) => handshake.parent !== undefined && handshake.parent === parent);
