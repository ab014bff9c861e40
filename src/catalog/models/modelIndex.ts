import type { ModelFacts } from '../../core/catalog/catalog';
import { familyOf } from './families';
import type { PackedModels, PackedOffer } from './packed';
import { particularOf } from './particulars';
import { Retirements } from './retirements';
import { familiesOf, nameKey, readSpelling, type Spelling } from './spelling';

/** Cached look-ups; a workspace names few distinct ids, the bound only guards against generated input. */
const cacheLimit = 4096;

/** What an id came to. */
interface Resolved {
  readonly facts: ModelFacts;
  /** Number of the model's own row, null when a rule alone decided. */
  readonly row: number | null;
  /** The row nearest to it: its own, or that of the model it was tuned from. */
  readonly kin: number | null;
}

const unknown: ModelFacts = { id: null, lab: null, name: null, weights: 'unknown', modality: null, source: null };

/** Resolves model ids in any spelling over the compiled rows, then over the family rules. */
export class ModelIndex {
  private readonly data: PackedModels;
  private readonly cache = new Map<string, Resolved>();
  /** Row number by {@link nameKey} of its name and aliases. */
  private readonly byName = new Map<string, number>();
  private readonly offers = new Map<string, ReadonlyMap<string, PackedOffer>>();
  private readonly retirements: Retirements;

  /**
   * @param data the compiled rows
   * @param closedVendors vendors whose hosts serve nothing but closed weights, to the source of that: an id nobody knows
   * is closed there all the same
   * @param ownNames spellings (lower case) of the user's own rows, to their numbers; they go before every rule
   */
  public constructor(
    data: PackedModels,
    private readonly closedVendors: ReadonlyMap<string, string> = new Map(),
    private readonly ownNames: ReadonlyMap<string, number> = new Map(),
  ) {
    this.data = data;
    this.retirements = new Retirements(data);
    data.models.forEach(([name], index) => this.byName.set(nameKey(name.toLowerCase()), index));
    for (const [alias, index] of Object.entries(data.aliases)) this.byName.set(nameKey(alias), index);
  }

  /** What is known of `id` called through `provider` (vendor id, or a provider name of the data). Never throws. */
  public find(id: string, provider?: string): ModelFacts {
    return this.resolved(id, provider).facts;
  }

  /** Number of the row `id` stands for, and of the one nearest to it; null where there is none. Never throws. */
  public rowOf(id: string, provider?: string): { readonly row: number | null; readonly kin: number | null } {
    return this.resolved(id, provider);
  }

  /** Ids of all rows, sorted. */
  public ids(): string[] {
    return this.data.models.flatMap((_, row) => this.facts(row).id ?? []).sort();
  }

  private resolved(id: string, provider?: string): Resolved {
    const cacheKey = `${provider ?? ''}\n${id}`;
    const known = this.cache.get(cacheKey);
    if (known) return known;
    const vendor = provider === undefined ? undefined : this.vendorOf(provider);
    const spelling = readSpelling(id);
    const resolved = this.resolve(id, spelling, vendor);
    const { facts } = resolved;
    const retirement = this.retirements.find(spelling, facts.weights, vendor ?? spelling.route);
    const particular = facts.weights === 'open' ? undefined : particularOf(id, spelling);
    const more = { ...(retirement && { retirement }), ...(particular !== undefined && { particular }) };
    const found = Object.keys(more).length > 0 ? { ...resolved, facts: { ...facts, ...more } } : resolved;
    if (this.cache.size >= cacheLimit) this.cache.clear();
    this.cache.set(cacheKey, found);
    return found;
  }

  private resolve(id: string, spelling: Spelling, vendor?: string): Resolved {
    const own = this.ownNames.get(id.trim().toLowerCase());
    if (own !== undefined) return this.ofRow(own);
    if (spelling.fineTuned) return this.fineTune(spelling, vendor);
    const offer = vendor === undefined ? undefined : this.offersOf(vendor).get(id.toLowerCase());
    const row = offer?.[0] ?? this.exact(spelling.names);
    if (row !== null) return this.ofRow(row);
    const family = familyOf(spelling.names, vendor);
    if (!family) return { facts: this.unheardOf(vendor), row: null, kin: null };
    const kin = this.exact(familiesOf(spelling.names));
    const kinFacts = kin === null ? null : this.facts(kin);
    // A dated id of a known family: the family's row tells more, as long as it does not contradict the rule.
    if (kin !== null && kinFacts?.weights === family.weights && kinFacts.lab === family.lab) return this.ofRow(kin);
    const { lab, weights, modality, source } = family;
    return { facts: { ...unknown, lab, weights, modality, source }, row: null, kin: null };
  }

  private ofRow(row: number): Resolved {
    return { facts: this.facts(row), row, kin: row };
  }

  private unheardOf(vendor?: string): ModelFacts {
    const source = vendor === undefined ? undefined : this.closedVendors.get(vendor);
    return source === undefined ? unknown : { ...unknown, weights: 'closed', source };
  }

  /** Weights of a fine-tune made at a vendor stay there, even where the base model's are open. */
  private fineTune(spelling: Spelling, vendor?: string): Resolved {
    const base = this.exact(spelling.names) ?? this.exact(familiesOf(spelling.names));
    const facts = base === null ? null : this.facts(base);
    const family = familyOf(spelling.names, vendor);
    return {
      facts: {
        ...unknown,
        lab: facts?.lab ?? family?.lab ?? null,
        weights: 'closed',
        modality: facts?.modality ?? family?.modality ?? null,
        source: facts?.source ?? family?.source ?? null,
      },
      row: null,
      kin: base,
    };
  }

  private exact(names: readonly string[]): number | null {
    for (const name of names) {
      const row = this.byName.get(nameKey(name));
      if (row !== undefined) return row;
    }
    return null;
  }

  /** The facts of a row. */
  public facts(row: number): ModelFacts {
    const model = this.data.models[row];
    if (!model) return unknown;
    const [name, lab, weights, modality, source, , , title] = model;
    const labName = this.data.labs[lab] ?? null;
    return {
      id: labName === null ? name : `${labName}/${name}`,
      lab: labName,
      name: title === undefined || title === 0 ? null : title,
      weights: weights === 1 ? 'open' : 'closed',
      modality: this.data.modalities[modality] ?? null,
      source: this.data.sources[source] ?? null,
    };
  }

  private vendorOf(provider: string): string {
    return Object.hasOwn(this.data.providers, provider) ? (this.data.providers[provider] ?? provider) : provider;
  }

  private offersOf(vendor: string): ReadonlyMap<string, PackedOffer> {
    let offers = this.offers.get(vendor);
    if (!offers) {
      const rows = Object.hasOwn(this.data.offers, vendor) ? (this.data.offers[vendor] ?? {}) : {};
      offers = new Map(Object.entries(rows).map(([id, offer]) => [id.toLowerCase(), offer]));
      this.offers.set(vendor, offers);
    }
    return offers;
  }
}
