import type { Openness, Portability } from '../callSite';
import type { Catalog } from '../catalog/catalog';
import type { Linker } from '../link/linker';
import type { MatchedCall } from '../match/matcher';
import { anyTargetObstacle } from '../rewrite/obstacles';

export interface PortabilityVerdict {
  readonly portability: Portability;
  readonly reason?: string;
}

/** How hard a call site is to move: by what the rewrite planner would find in its way, whatever the target. */
export function portabilityOf(linker: Linker, catalog: Catalog, openness: Openness, matched: MatchedCall): PortabilityVerdict {
  if (openness !== 'closed') return { portability: 'none' };
  const obstacle = anyTargetObstacle(linker, catalog, matched);
  switch (obstacle?.kind) {
    case undefined:
      return { portability: 'drop-in' };
    case 'shape':
      return { portability: 'adapt', reason: obstacle.reason };
    case 'locked':
    case 'surface':
    case 'feature':
      return { portability: 'locked', reason: obstacle.reason };
  }
}
