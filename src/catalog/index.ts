import type { Catalog, ModelFacts, TargetRow, VendorRow } from '../core/catalog/catalog';
import type { Alternative, ModelDetails, Need, DatedRetirement } from '../core/catalog/knowledge';
import type { CatalogOverrides } from '../core/catalog/overrides';
import { languages, type Language } from '../core/facts/moduleFacts';
import type { SdkDescription } from '../core/match/description';
import type { SdkNames } from '../core/match/sdkNames';
import { retirementState } from '../core/retirement/standing';
import { Alternatives } from './alternatives/alternatives';
import { VendorIndex } from './hosts/vendorIndex';
import { DetailsIndex } from './models/details';
import { ModelIndex } from './models/modelIndex';
import { ServedNames } from './models/servedNames';
import { builtInModels } from './overrides/builtInModels';
import { mergeRows, type MergedRows } from './overrides/merge';
import { targets, vendors } from './rows.built';
import { sdkNames, sdks } from './sdks/byLanguage.built';
import { doubtfulVariables, sharedVariablePrefixes, sharedVariables } from './sharedVariables';

export { isPrivateHost } from './hosts/privateHost';
export { customTargetRow, type CustomTarget } from './overrides/customTarget';
export { targets, vendors } from './rows.built';
export { readOverrides, readOverridesText, pathText } from './overrides/read';

const builtIn: MergedRows = { vendors, targets, models: builtInModels, ownNames: new Map(), ownFacts: new Map() };

let loaded: Catalog | undefined;

/**
 * The built-in catalog: vendors, SDK descriptions, models, targets. Pure data from the bundle, one instance for the
 * process; its indexes are built when first asked.
 */
export function loadCatalog(): Catalog {
  loaded ??= new LoadedCatalog(builtIn, builtInModels.version);
  return loaded;
}

/** The catalog with the user's own rows, which must be sound ({@link readOverrides}), in it; the built-in one without any. */
export function catalogWith(overrides: CatalogOverrides | undefined): Catalog {
  const rows = overrides && Object.values(overrides).flat().length > 0 ? mergeRows(vendors, targets, overrides) : undefined;
  return rows ? new LoadedCatalog(rows, `${builtInModels.version}+own`) : loadCatalog();
}

/** Vendors that serve their own closed models only. Azure is not one: its ids are deployment names, open models among them. */
function closedVendorsOf(rows: readonly VendorRow[]): ReadonlyMap<string, string> {
  return new Map(rows.filter((row) => row.class === 'closed' && row.id !== 'azure-openai').map((row) => [row.id, row.source]));
}

class LoadedCatalog implements Catalog {
  public readonly vendors: ReadonlyMap<string, VendorRow>;
  public readonly targets: ReadonlyMap<string, TargetRow>;
  public readonly sharedVariablePrefixes = sharedVariablePrefixes;
  public readonly sharedVariables = sharedVariables;
  public readonly doubtfulVariables = doubtfulVariables;
  private vendorIndex: VendorIndex | undefined;
  private modelIndex: ModelIndex | undefined;
  private detailsIndex: DetailsIndex | undefined;
  private openAlternatives: Alternatives | undefined;
  private servedNames: ServedNames | undefined;

  public constructor(
    private readonly merged: MergedRows,
    public readonly version: string,
  ) {
    this.vendors = new Map(merged.vendors.map((row) => [row.id, row]));
    this.targets = new Map(merged.targets.map((row) => [row.id, row]));
  }

  public get sdks(): readonly SdkDescription[] {
    return languages.flatMap((language) => sdks[language]);
  }

  public sdksOf(language: Language): readonly SdkDescription[] {
    return sdks[language];
  }

  public sdkNames(language: Language): SdkNames {
    return sdkNames[language];
  }

  public vendorOfUrl(url: string): VendorRow | null {
    this.vendorIndex ??= new VendorIndex(this.merged.vendors);
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
    this.openAlternatives ??= new Alternatives(this.merged.models, this.models, this.rows);
    return this.openAlternatives.find(id, need, provider);
  }

  public servedAs(id: string, target: string): string | null {
    const row = this.targets.get(target);
    this.servedNames ??= new ServedNames(this.merged.models, this.models, this.rows);
    return row ? this.servedNames.find(id, row) : null;
  }

  private get models(): ModelIndex {
    return (this.modelIndex ??= new ModelIndex(this.merged.models, closedVendorsOf(this.merged.vendors), this.merged.ownNames));
  }

  private get rows(): DetailsIndex {
    return (this.detailsIndex ??= new DetailsIndex(this.merged.models, this.models, this.merged.ownFacts));
  }
}
