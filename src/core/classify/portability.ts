import type { Openness, Portability } from '../callSite';
import type { Catalog } from '../catalog/catalog';
import type { Operation, SdkDescription } from '../match/description';

export interface PortabilityVerdict {
  readonly portability: Portability;
  readonly reason?: string;
}

/** How hard a call site is to move: what the SDK's rewrite and the targets together allow. */
export function portabilityOf(catalog: Catalog, openness: Openness, sdk: SdkDescription, operation: Operation): PortabilityVerdict {
  if (openness !== 'closed') return { portability: 'none' };
  if (operation.locked !== undefined) return { portability: 'locked', reason: operation.locked };
  const surface = operation.site?.surface;
  const served = (protocol: 'openai' | 'anthropic'): boolean =>
    [...catalog.targets.values()].some((target) => surface === undefined || target.surfaces[protocol]?.includes(surface) === true);
  if (sdk.rewrite) {
    return served(sdk.rewrite.protocol)
      ? { portability: 'drop-in' }
      : { portability: 'locked', reason: `no open-weight server offers ${surface ?? 'this'}` };
  }
  return { portability: 'adapt', reason: `${sdk.id} cannot be pointed at an open endpoint without changing the code around it` };
}
