import type { RewriteRecipe } from '../match/description';

/** What a surface that code asks for now is asked as after an exchange of providers; the surface itself where nothing changes. */
export function exchangedSurface(recipe: RewriteRecipe | undefined, surface: string): string {
  return recipe?.exchange?.models[surface]?.surface ?? surface;
}
