import type { Catalog, ModelFacts, TargetRow, VendorRow } from '../core/catalog/catalog';
import type { Alternative, ModelDetails, Need, DatedRetirement } from '../core/catalog/knowledge';
import { retirementState } from '../core/retirement/standing';
import { Alternatives } from './alternatives/alternatives';
import targetRows from './data/targets.json';
import vendorRows from './data/vendors.json';
import packed from './generated/models.json';
import { VendorIndex } from './hosts/vendorIndex';
import { DetailsIndex } from './models/details';
import { ModelIndex } from './models/modelIndex';
import type { PackedModels } from './models/packed';
import { ServedNames } from './models/servedNames';
import { sdkDescriptions } from './sdks';
import { sharedVariablePrefixes } from './sharedPrefixes';

export { isPrivateHost } from './hosts/privateHost';

/** The vendor rows as data, in the table's order. */
export const vendors = vendorRows as readonly VendorRow[];
/** The target rows as data, in the table's order. */
export const targets = targetRows as readonly TargetRow[];

const models = packed as unknown as PackedModels;

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
  private detailsIndex: DetailsIndex | undefined;
  private openAlternatives: Alternatives | undefined;
  private servedNames: ServedNames | undefined;

  public vendorOfUrl(url: string): VendorRow | null {
    this.vendorIndex ??= new VendorIndex(vendors);
    return this.vendorIndex.find(url);
  }

  public model(id: string, provider?: string): ModelFacts {
    return this.models.find(id, provider);
  }

  public modelIds(): readonly string[] {
    return this.models.ids();
  }

  public details(id: string, provider?: string): ModelDetails {
    return this.rows.find(id, provider);
  }

  public retirement(id: string, today: string, provider?: string): DatedRetirement | null {
    const { retirement } = this.models.find(id, provider);
    return retirement ? { ...retirement, ...retirementState(retirement, today) } : null;
  }

  public alternatives(id: string, need?: Need, provider?: string): readonly Alternative[] {
    this.openAlternatives ??= new Alternatives(models, this.models, this.rows);
    return this.openAlternatives.find(id, need, provider);
  }

  public servedAs(id: string, target: string): string | null {
    const row = this.targets.get(target);
    this.servedNames ??= new ServedNames(models, this.models, this.rows);
    return row ? this.servedNames.find(id, row) : null;
  }

  private get models(): ModelIndex {
    return (this.modelIndex ??= new ModelIndex(models, closedVendors));
  }

  private get rows(): DetailsIndex {
    return (this.detailsIndex ??= new DetailsIndex(models, this.models));
  }
}
