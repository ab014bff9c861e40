import type { CallSite, Openness, Portability } from '../callSite';
import type { Retirement } from '../catalog/catalog';

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
  /** Models that the vendor which receives the requests retires, by the day on which they fail; those without a date last. */
  readonly retirements: readonly RetirementExposure[];
}

/** A model on its way out, and how much hangs on it. */
export interface RetirementExposure extends Omit<Retirement, 'vendor' | 'place'> {
  readonly model: string;
  /** Who receives the requests. */
  readonly vendor: string;
  /** Who retires it: the vendor itself, or the lab to which it hands requests on. */
  readonly retiredBy: string;
  readonly callSites: number;
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
  const retirements = new Map<string, RetirementExposure>();
  let count = 0;
  for (const site of callSites) {
    count++;
    openness[site.openness]++;
    if (site.openness === 'closed' && site.portability !== 'none') portability[site.portability]++;
    const row = vendors.get(site.vendor) ?? { callSites: 0, closed: 0, models: new Map<string, number>() };
    vendors.set(site.vendor, row);
    row.callSites++;
    if (site.openness === 'closed') row.closed++;
    if (site.retirement && site.model !== null) {
      const key = JSON.stringify([site.vendor, site.model]);
      const { vendor, model } = site;
      const { status, announced, shutdown, replacement, vendor: retiredBy, source, checked } = site.retirement;
      const facts = { model, vendor, retiredBy, status, announced, shutdown, replacement, source, checked };
      retirements.set(key, { ...facts, callSites: (retirements.get(key)?.callSites ?? 0) + 1 });
    }
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
    retirements: [...retirements.values()].sort(
      (a, b) =>
        compare(a.shutdown ?? lastDay, b.shutdown ?? lastDay) ||
        b.callSites - a.callSites ||
        compare(a.model, b.model) ||
        compare(a.vendor, b.vendor),
    ),
    vendors: [...vendors]
      .map(([vendor, row]) => ({
        vendor,
        callSites: row.callSites,
        closed: row.closed,
        models: [...row.models]
          .map(([model, callSites]) => ({ model, callSites }))
          .sort((a, b) => b.callSites - a.callSites || compare(a.model, b.model)),
      }))
      .sort((a, b) => b.callSites - a.callSites || compare(a.vendor, b.vendor)),
  };
}

/** Behind every date that is announced. */
const lastDay = '9999-12-31';

/** Code unit order: the same on every machine, unlike a locale's. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
