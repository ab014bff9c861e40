import type { Retirement, Weights } from '../../core/catalog/catalog';
import type { PackedModels, PackedRetirement } from './packed';
import { nameKey, type Spelling } from './spelling';

/** Gateways that hand a request on to the lab's own API: what the lab retires is gone there too. */
const passThrough = new Set(['openrouter', 'vercel-gateway', 'cloudflare-gateway', 'portkey', 'helicone', 'litellm', 'langsmith']);
/** Vendors that serve other labs' models on dates of their own. */
const carriers = new Set(['bedrock']);

/** Finds the retirement of a model at the vendor it is called through. */
export class Retirements {
  private readonly byVendor = new Map<string, ReadonlyMap<string, PackedRetirement>>();

  public constructor(private readonly data: Pick<PackedModels, 'retirements' | 'sources'>) {
    for (const [vendor, rows] of Object.entries(data.retirements)) {
      const byName = new Map<string, PackedRetirement>();
      for (const row of rows) {
        for (const name of row[0]) {
          const key = nameKey(name.toLowerCase());
          // Google lists the Gemini API before Vertex AI; the first row of a name counts.
          if (!byName.has(key)) byName.set(key, row);
        }
      }
      this.byVendor.set(vendor, byName);
    }
  }

  /**
   * Null when `vendor` keeps the model, or keeps dates of its own that the catalog does not know. Where the vendor is not
   * known (null), only closed models retire: open ones run wherever someone runs them.
   */
  public find(spelling: Spelling, weights: Weights, vendor: string | null): Retirement | null {
    if (vendor === null && weights === 'open') return null;
    for (const names of this.tables(vendor)) {
      for (const name of spelling.names) {
        const row = names.get(nameKey(name));
        if (row) return this.unpack(row);
      }
    }
    return null;
  }

  private tables(vendor: string | null): ReadonlyMap<string, PackedRetirement>[] {
    if (vendor !== null && !passThrough.has(vendor)) {
      const own = this.byVendor.get(vendor);
      return own ? [own] : [];
    }
    return [...this.byVendor].filter(([name]) => !carriers.has(name)).map(([, names]) => names);
  }

  private unpack([, status, announced, shutdown, replacement, source, checked]: PackedRetirement): Retirement {
    return {
      status: status === 2 ? 'retired' : 'deprecated',
      announced: announced === 0 ? null : announced,
      shutdown: shutdown === 0 ? null : shutdown,
      replacement: replacement === 0 ? null : replacement,
      source: this.data.sources[source] ?? '',
      checked,
    };
  }
}
