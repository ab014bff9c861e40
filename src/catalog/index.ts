import type { Catalog, ModelFacts, TargetRow, VendorRow } from '../core/catalog/catalog';
import targetRows from './data/targets.json';
import vendorRows from './data/vendors.json';
import packed from './generated/models.json';
import { VendorIndex } from './hosts/vendorIndex';
import { ModelIndex } from './models/modelIndex';
import type { PackedModels } from './models/packed';
import { sdkDescriptions } from './sdks';
import { sharedVariablePrefixes } from './sharedPrefixes';

export { isPrivateHost } from './hosts/privateHost';

/** The vendor rows as data, in the table's order. */
export const vendors = vendorRows as readonly VendorRow[];
/** The target rows as data, in the table's order. */
export const targets = targetRows as readonly TargetRow[];

/** Vendors that serve their own closed models only. Azure is not one: its ids are deployment names, open models among them. */
const closedVendors = new Map(
  vendors.filter((row) => row.class === 'closed' && row.id !== 'azure-openai').map((row) => [row.id, row.source]),
);

let loaded: Catalog | undefined;

/**
 * The built-in catalog: vendors, SDK descriptions, models, targets. Pure data from the bundle, one instance for the
 * process; its indexes are built when first asked.
 */
export function loadCatalog(): Catalog {
  loaded ??= new BuiltInCatalog();
  return loaded;
}

class BuiltInCatalog implements Catalog {
  public readonly version = packed.version;
  public readonly vendors: ReadonlyMap<string, VendorRow> = new Map(vendors.map((row) => [row.id, row]));
  public readonly targets: ReadonlyMap<string, TargetRow> = new Map(targets.map((row) => [row.id, row]));
  public readonly sdks = sdkDescriptions;
  public readonly sharedVariablePrefixes = sharedVariablePrefixes;
  private vendorIndex: VendorIndex | undefined;
  private modelIndex: ModelIndex | undefined;

  public vendorOfUrl(url: string): VendorRow | null {
    this.vendorIndex ??= new VendorIndex(vendors);
    return this.vendorIndex.find(url);
  }

  public model(id: string, provider?: string): ModelFacts {
    this.modelIndex ??= new ModelIndex(packed as unknown as PackedModels, closedVendors);
    return this.modelIndex.find(id, provider);
  }
}
