import type { MatchedCall } from '../match/matcher';
import type { RewriteRecipe } from '../match/rewriteRecipe';
import type { ClientGroup } from './clients';
import type { PlanContext } from './context';
import { heedingOf, type Heeding } from './obstacles/heeded';
import { wayObstacle } from './obstacles/obstacles';
import { recipeFor } from './recipe';

/** Groups that are known to keep their client, or not to. */
const known = new WeakMap<ClientGroup, boolean>();

/**
 * How a client of a group moves to the target. Its own protocol is kept only where the target heeds all that the whole group asks;
 * where it does not, the client moves in the other way.
 */
export function recipeOf(context: PlanContext, group: ClientGroup, { route: { sdk } }: MatchedCall): RewriteRecipe | undefined {
  const usual = recipeFor(sdk, context.target);
  if (!usual?.heeded || !usual.otherwise) return usual;
  let keeps = known.get(group);
  if (keeps === undefined) known.set(group, (keeps = isKept(context, group)));
  return keeps ? usual : usual.otherwise;
}

function isKept({ analyses, target }: PlanContext, { sites }: ClientGroup): boolean {
  return sites.every(({ callSite, site }) =>
    site.matched.every((matched) => {
      const recipe = recipeFor(matched.route.sdk, target);
      if (!recipe?.heeded || callSite.kind === 'client') return true;
      return wayObstacle(matched, target, recipe) === null && heedingOf(analyses.linker, matched, recipe.heeded).unheeded === null;
    }),
  );
}

/** What the target makes of a call's request where the client of its group keeps its protocol; null where nothing is known of that. */
export function heedingIn(context: PlanContext, group: ClientGroup, matched: MatchedCall): Heeding | null {
  const heeded = recipeOf(context, group, matched)?.heeded;
  return heeded && matched.operation.site?.kind !== 'client' ? heedingOf(context.analyses.linker, matched, heeded) : null;
}
