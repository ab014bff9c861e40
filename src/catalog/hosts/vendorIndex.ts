import type { VendorRow } from '../../core/catalog/catalog';
import { HOLE, domainOf, readAddress, type Address } from './address';
import { compilePattern, type HostPattern } from './pattern';

/** Where patterns stand that fix neither host nor port (`*\/openai/deployments`). */
const anyHost = ':';

/** Cached answers; a workspace names few distinct URLs, the bound only guards against generated input. */
const cacheLimit = 4096;

/**
 * Domains under which unrelated services live side by side: a hole in front of them (`https://\uFFFC.googleapis.com`)
 * does not say which.
 */
const sharedDomains = new Set([
  'googleapis.com',
  'amazonaws.com',
  'api.aws',
  'azure.com',
  'cloudflare.com',
  'github.com',
  'githubusercontent.com',
  'huggingface.co',
  'aliyuncs.com',
  'volces.com',
  'bytepluses.com',
  'oraclecloud.com',
  'tencent.com',
  'ibm.com',
  'ovh.net',
  'databricks.com',
]);

/** Finds the vendor of a URL, compiled once from the vendor rows. */
export class VendorIndex {
  /** Patterns by the last two labels of their host; patterns that fix only a port are under `:port`, only a path under {@link anyHost}. */
  private readonly byDomain = new Map<string, HostPattern[]>();
  private readonly cache = new Map<string, VendorRow | null>();

  public constructor(rows: Iterable<VendorRow>) {
    for (const row of rows) {
      for (const host of row.hosts) {
        const pattern = compilePattern(host, row);
        const bucket = this.byDomain.get(pattern.key);
        if (bucket) bucket.push(pattern);
        else this.byDomain.set(pattern.key, [pattern]);
      }
    }
    for (const bucket of this.byDomain.values()) bucket.sort((a, b) => b.rank - a.rank);
  }

  /** The vendor that answers at `url`, null when no row matches. Never throws. */
  public find(url: string): VendorRow | null {
    const known = this.cache.get(url);
    if (known !== undefined) return known;
    const address = readAddress(url);
    const found = address === null ? null : this.search(address);
    if (this.cache.size >= cacheLimit) this.cache.clear();
    this.cache.set(url, found);
    return found;
  }

  private search(address: Address): VendorRow | null {
    if (!address.host.includes(HOLE)) return this.match(address);
    for (const candidate of readings(address)) {
      const found = this.match(candidate);
      if (found) return found;
    }
    return this.byBrand(address.host);
  }

  private match(address: Address): VendorRow | null {
    const domain = this.byDomain.get(domainOf(address.host)) ?? [];
    const port = address.port === null ? [] : (this.byDomain.get(`:${address.port}`) ?? []);
    const fits = (pattern: HostPattern): boolean => pattern.matches(address);
    return (domain.find(fits) ?? port.find(fits) ?? this.byDomain.get(anyHost)?.find(fits))?.row ?? null;
  }

  /** `https://\uFFFC.openai.com`: whatever the hole holds, the domain has one vendor. */
  private byBrand(host: string): VendorRow | null {
    const tail = host.slice(host.lastIndexOf(HOLE) + 1);
    if (!/^\.[^.]+(?:\.[^.]+)+$/.test(tail)) return null;
    const domain = domainOf(tail.slice(1));
    if (sharedDomains.has(domain)) return null;
    const vendors = new Set((this.byDomain.get(domain) ?? []).filter((pattern) => pattern.literal).map((pattern) => pattern.row));
    const [only] = vendors;
    return vendors.size === 1 && only ? only : null;
  }
}

/** Ways to read a host with holes, the most literal first. */
function readings(address: Address): Address[] {
  const list = [address];
  // `${'https://api.openai.com'}${path}`: a hole right behind a whole host name begins the path or the port.
  const head = /^(.*[^.\-\uFFFC])\uFFFC+$/s.exec(address.host);
  if (head?.[1]) list.push({ ...address, host: head[1], path: HOLE + address.path });
  for (const reading of [...list]) {
    // `${scheme}api.openai.com`: a hole right before a whole host name ends before it.
    const rest = /^\uFFFC+([^.\uFFFC].*)$/s.exec(reading.host);
    if (rest?.[1]) list.push({ ...reading, host: rest[1] }, { ...reading, host: `${HOLE}.${rest[1]}` });
  }
  return list;
}
