import type { Site } from '../analyze/findSites';

/**
 * Call sites with clients that are told no address, where each model that they make is: such a client sends where its models do, as
 * far as this file shows.
 */
export function toldByModels(sites: readonly Site[]): readonly Site[] {
  return sites.map((site) => {
    const [matched] = site.matched;
    const { settings = {} } = matched?.operation ?? {};
    if (site.classified.kind !== 'client' || settings.baseUrl !== undefined || settings.host !== undefined) return site;
    const models = sites.filter(
      (other) => other.classified.kind === 'model-binding' && other.matched.some(({ route }) => route.client?.expression === site.call),
    );
    const [first] = models;
    const areTold = models.every(({ matched: all }) => all.every(({ route }) => route.settings.has('baseUrl')));
    const isOne = models.every(({ classified }) => classified.vendor === first?.classified.vendor);
    if (!first || !areTold || !isOne) return site;
    const { vendor, endpoint, openness } = first.classified;
    const classified = { ...site.classified, vendor, endpoint, openness };
    if (openness !== 'closed') {
      classified.portability = 'none';
      delete classified.portabilityReason;
    }
    return { ...site, classified };
  });
}
