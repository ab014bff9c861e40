import type { Openness, Portability } from '../callSite';
import type { Catalog } from '../catalog/catalog';
import type { Linker } from '../link/linker';
import type { MatchedCall } from '../match/matcher';
import { anyTargetObstacle } from '../rewrite/obstacles/obstacles';
import { waysOf } from '../rewrite/recipe';

export interface PortabilityVerdict {
  readonly portability: Portability;
  readonly reason?: string;
}

/** True where moving puts another package in the place of the vendor's. */
function exchangesPackage({ route: { sdk } }: MatchedCall): boolean {
  const { exchange } = sdk.rewrite ?? {};
  return (
    waysOf(sdk).some(({ translation }) => translation !== undefined) || (exchange !== undefined && !sdk.packages.includes(exchange.package))
  );
}

/** How hard a call site is to move: by what the rewrite planner would find in its way, whatever the target. */
export function portabilityOf(linker: Linker, catalog: Catalog, openness: Openness, matched: MatchedCall): PortabilityVerdict {
  if (openness !== 'closed') return { portability: 'none' };
  const obstacle = anyTargetObstacle(linker, catalog, matched);
  switch (obstacle?.kind) {
    case undefined:
      if (exchangesPackage(matched)) return { portability: 'adapt', reason: 'its provider comes from another package then' };
      return matched.route.exchange
        ? {
            portability: 'adapt',
            reason: `its client is of a class${matched.route.deployment ? ' for deployments' : ''} that only this vendor answers, and becomes another one then`,
          }
        : { portability: 'drop-in' };
    case 'shape':
      return { portability: 'adapt', reason: obstacle.reason };
    case 'locked':
    case 'surface':
    case 'feature':
      return { portability: 'locked', reason: obstacle.reason };
  }
}
