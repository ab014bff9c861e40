import type { CallValue } from '../link/value';
import type { Route } from './route';

/**
 * The construction that a route's requests go by: of a client, of a model object where a ready-made provider makes it, or of the table
 * that holds such a provider.
 */
export function constructionOf(route: Route): CallValue | null {
  const recipe = route.sdk.rewrite;
  const held = route.held?.place && recipe?.exchange ? route.held.place.call : null;
  return route.client ?? held ?? (recipe?.exchange || recipe?.own ? route.binding : null);
}
