import type { CallValue } from '../link/value';
import type { Route } from './route';

/** The construction that a route's requests go by: of a client, or of a model object where a ready-made provider makes it. */
export function constructionOf(route: Route): CallValue | null {
  const recipe = route.sdk.rewrite;
  return route.client ?? (recipe?.exchange || recipe?.own ? route.binding : null);
}
