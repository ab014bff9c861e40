import type { CallSite, Openness, Portability } from '../callSite';

/** What call sites add up to, for a file, a folder or a workspace. Counts exclude accepted call sites. */
export interface Exposure {
  readonly callSites: number;
  readonly openness: Readonly<Record<Openness, number>>;
  /** Closed call sites over those whose openness is decided, 0 to 1; null when none is decided. */
  readonly closedShare: number | null;
  /** Call sites per vendor, most first. */
  readonly vendors: readonly VendorExposure[];
  /**
   * Herfindahl–Hirschman index over vendors' shares of the closed call sites, 0 to 1: 1 is a single vendor; null without
   * closed call sites. Definition: sum of squared shares (US DOJ, Horizontal Merger Guidelines, on a 0–10,000 scale there).
   */
  readonly concentration: number | null;
  /** Closed call sites by portability. */
  readonly portability: Readonly<Record<Exclude<Portability, 'none'>, number>>;
}

export interface VendorExposure {
  readonly vendor: string;
  readonly callSites: number;
  readonly closed: number;
  readonly models: readonly { readonly model: string; readonly callSites: number }[];
}

/** Adds up call sites. Order of the input does not matter. */
export function exposureOf(callSites: Iterable<CallSite>): Exposure {
  const openness: Record<Openness, number> = { closed: 0, 'open-hosted': 0, 'self-hosted': 0, unknown: 0 };
  const portability = { 'drop-in': 0, adapt: 0, locked: 0 };
  const vendors = new Map<string, { callSites: number; closed: number; models: Map<string, number> }>();
  let count = 0;
  for (const site of callSites) {
    count++;
    openness[site.openness]++;
    if (site.openness === 'closed' && site.portability !== 'none') portability[site.portability]++;
    const row = vendors.get(site.vendor) ?? { callSites: 0, closed: 0, models: new Map<string, number>() };
    vendors.set(site.vendor, row);
    row.callSites++;
    if (site.openness === 'closed') row.closed++;
    if (site.model !== null) row.models.set(site.model, (row.models.get(site.model) ?? 0) + 1);
  }
  const decided = count - openness.unknown;
  const shares = [...vendors.values()].map((row) => row.closed / Math.max(openness.closed, 1));
  return {
    callSites: count,
    openness,
    closedShare: decided === 0 ? null : openness.closed / decided,
    concentration: openness.closed === 0 ? null : shares.reduce((sum, share) => sum + share * share, 0),
    portability,
    vendors: [...vendors]
      .map(([vendor, row]) => ({
        vendor,
        callSites: row.callSites,
        closed: row.closed,
        models: [...row.models]
          .map(([model, callSites]) => ({ model, callSites }))
          .sort((a, b) => b.callSites - a.callSites || a.model.localeCompare(b.model)),
      }))
      .sort((a, b) => b.callSites - a.callSites || a.vendor.localeCompare(b.vendor)),
  };
}
