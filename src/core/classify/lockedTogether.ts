import type { Site } from '../analyze/findSites';
import { constructionOf } from '../match/construction';

/**
 * Call sites as they are once what they share is regarded: a client moves with all its calls or not at all, so one that is locked
 * locks the others of its client in this file.
 */
export function lockedTogether(sites: readonly Site[]): readonly Site[] {
  const locked = new Map<unknown, Site>();
  for (const site of sites) {
    const { openness, portability } = site.classified;
    if (openness === 'closed' && portability === 'locked')
      for (const made of constructionsOf(site)) if (!locked.has(made)) locked.set(made, site);
  }
  return sites.map((site) => {
    const { classified } = site;
    const { openness, portability } = classified;
    const by = constructionsOf(site).flatMap((made) => locked.get(made) ?? [])[0];
    if (!by || openness !== 'closed' || portability === 'locked') return site;
    const together = classified.kind === 'client' ? 'a call through this client' : 'a call that shares its client';
    const portabilityReason = `${together} is locked: ${by.classified.portabilityReason ?? 'no open endpoint offers it'}`;
    return { ...site, classified: { ...classified, portability: 'locked', portabilityReason } };
  });
}

function constructionsOf({ matched }: Site): readonly unknown[] {
  // A table holds other providers too.
  return matched.flatMap(({ route }) => (route.client ? null : route.held?.place?.entry) ?? constructionOf(route)?.expression ?? []);
}
