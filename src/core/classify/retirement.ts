import type { CallSite, SiteRetirement } from '../callSite';
import type { Catalog, ModelFacts, Retirement } from '../catalog/catalog';

type Facts = Pick<CallSite, 'vendor' | 'model' | 'openness' | 'endpoint' | 'sdk'>;

/** Replacements that are retired themselves are followed this far. */
const maxSuccessors = 6;

/**
 * That the vendor which receives a call site's requests retires the model it names; undefined where it does not, or where the
 * catalog has no row for that vendor: another vendor's dates say nothing. A server of one's own retires nothing.
 */
export function retirementOf(catalog: Catalog, site: Facts): SiteRetirement | undefined {
  const { model, vendor, openness } = site;
  if (model === null || vendor === 'unknown' || openness === 'self-hosted') return undefined;
  const facts = catalog.model(model, vendor);
  const retirement = holding(facts, site);
  if (!retirement) return undefined;
  return {
    ...retirement,
    replacement: replacementFor(catalog, site, facts.lab, retirement),
    vendorName: catalog.vendors.get(retirement.vendor)?.name ?? retirement.vendor,
  };
}

/** The retirement of a model, where it holds at the place that a call site's requests go to. */
function holding({ retirement }: ModelFacts, { endpoint, sdk }: Facts): Retirement | undefined {
  const place = retirement?.place;
  if (place && !(endpoint.url === null ? new RegExp(place.sdk).test(sdk) : endpoint.url.includes(place.host))) return undefined;
  return retirement;
}

/** What the vendor offers instead: of the same lab, and the last in a row of replacements that are replaced themselves. */
function replacementFor(catalog: Catalog, site: Facts, lab: string | null, retirement: Retirement): string | null {
  let { replacement } = retirement;
  for (let hops = 0; replacement !== null && hops < maxSuccessors; hops++) {
    const facts = catalog.model(replacement, site.vendor);
    if (lab === null || facts.lab !== lab) return null;
    const next = holding(facts, site)?.replacement ?? null;
    if (next === null) return replacement;
    replacement = next;
  }
  return replacement;
}
