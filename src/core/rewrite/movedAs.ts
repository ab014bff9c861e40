import type { MatchedCall } from '../match/matcher';
import { movedBy } from '../match/route';
import type { Client, ClientGroup } from './clients';

/** True for a client that is asked for models through a table as well, which says nothing of how. */
function isPicked({ sites }: ClientGroup): boolean {
  return sites.some(({ site }) => site.matched.some(({ route }) => route.held !== null));
}

/** A call as it moves with its group: a provider that a table holds goes another way, with all that is asked of it. */
export function movedAs(group: ClientGroup, matched: MatchedCall): MatchedCall {
  const { route } = matched;
  const { picked } = route.sdk.rewrite ?? {};
  return picked && isPicked(group) ? { ...matched, route: { ...route, sdk: movedBy(route.sdk, picked) } } : matched;
}

/** A client as it moves with its group. */
export function clientMovedAs(group: ClientGroup, client: Client): Client {
  const matched = movedAs(group, client.matched);
  return matched === client.matched ? client : { ...client, matched };
}
