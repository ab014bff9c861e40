import type { RewriteRecipe } from '../../match/rewriteRecipe';

/** What servers are asked for once a call site that asks for `surface` has moved. */
export function exchangedSurface(recipe: RewriteRecipe | undefined, surface: string): string {
  return recipe?.exchange?.models[surface]?.surface ?? recipe?.asks?.[surface] ?? surface;
}
