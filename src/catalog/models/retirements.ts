import type { Retirement, Weights } from '../../core/catalog/catalog';
import type { PackedModels, PackedRetirement } from './packed';
import { nameKey, type Spelling } from './spelling';

/** Gateways that hand a request on to the lab's own API: what the lab retires is gone there too. A proxy of one's own has names of its own. */
const passThrough = new Set(['openrouter', 'vercel-gateway', 'cloudflare-gateway', 'portkey', 'helicone', 'langsmith']);
/** Vendors that serve other labs' models on dates of their own. */
const carriers = new Set(['bedrock']);

/** Pages, by their beginning, on what a vendor serves at one of its places only: Google's Vertex AI has dates of its own. */
const placeOfPage: readonly { readonly page: string; readonly place: NonNullable<Retirement['place']> }[] = [
  { page: 'https://docs.cloud.google.com/', place: { host: 'aiplatform.googleapis.com', sdk: 'vertex' } },
  { page: 'https://ai.google.dev/', place: { host: 'generativelanguage.googleapis.com', sdk: '^(?!.*vertex)' } },
];

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
   * known (null) or only hands requests on, only closed models retire: open ones run wherever someone runs them. Nor does a
   * base model's date hold for what was tuned from it.
   */
  public find(spelling: Spelling, weights: Weights, vendor: string | null): Retirement | null {
    if (spelling.fineTuned || (weights === 'open' && (vendor === null || passThrough.has(vendor)))) return null;
    for (const [owner, names] of this.tables(vendor)) {
      for (const name of spelling.names) {
        const row = names.get(nameKey(name));
        if (row) return this.unpack(owner, row);
      }
    }
    return null;
  }

  private tables(vendor: string | null): (readonly [vendor: string, rows: ReadonlyMap<string, PackedRetirement>])[] {
    if (vendor !== null && !passThrough.has(vendor)) {
      const own = this.byVendor.get(vendor);
      return own ? [[vendor, own]] : [];
    }
    return [...this.byVendor].filter(([name]) => !carriers.has(name));
  }

  private unpack(vendor: string, [, status, announced, shutdown, replacement, source, checked]: PackedRetirement): Retirement {
    const page = this.data.sources[source] ?? '';
    const place = placeOfPage.find((row) => page.startsWith(row.page))?.place;
    return {
      status: status === 2 ? 'retired' : 'deprecated',
      announced: announced === 0 ? null : announced,
      shutdown: shutdown === 0 ? null : shutdown,
      replacement: replacement === 0 ? null : replacement,
      vendor,
      ...(place && { place }),
      source: page,
      checked,
    };
  }
}
