import type { TargetRow } from '../../core/catalog/catalog';
import { namesOf, type DetailsIndex } from './details';
import { factsRead } from './modelFacts';
import type { ModelIndex } from './modelIndex';
import type { PackedModels } from './packed';

/** Targets of one's own that load any weights by the name of their repository on Hugging Face. Hosted ones serve what they list. */
const byRepository = new Set(['vllm', 'sglang', 'tgi']);
const huggingFace = 'https://huggingface.co/';

/** Finds under which id a target serves a model. */
export class ServedNames {
  private readonly byVendor = new Map<string, ReadonlyMap<number, string>>();

  public constructor(
    private readonly data: PackedModels,
    private readonly models: ModelIndex,
    private readonly details: DetailsIndex,
  ) {}

  /** The id in the target's spelling, as its own listing, its row or the weights' repository give it; null when none does. */
  public find(id: string, target: TargetRow): string | null {
    const { row } = this.models.rowOf(id);
    if (row === null) return null;
    const listed = this.listedBy(target.vendor).get(row);
    if (listed !== undefined) return listed;
    const own = Object.values(target.models).find((name) => this.models.rowOf(name, target.vendor).row === row);
    if (own !== undefined) return own;
    const model = this.data.models[row];
    const served = model ? factsRead(namesOf(model)).served : {};
    if (Object.hasOwn(served, target.id)) return served[target.id] ?? null;
    const { weightsUrl } = this.details.ofRow(row);
    if (!byRepository.has(target.id) || weightsUrl?.startsWith(huggingFace) !== true) return null;
    return weightsUrl.slice(huggingFace.length);
  }

  private listedBy(vendor: string): ReadonlyMap<number, string> {
    const known = this.byVendor.get(vendor);
    if (known) return known;
    const names = new Map<number, string>();
    const offers = Object.hasOwn(this.data.offers, vendor) ? (this.data.offers[vendor] ?? {}) : {};
    for (const [id, [row]] of Object.entries(offers)) {
      // Of several listings (`:free`, `-fast`) the plain one is the shortest.
      const other = names.get(row);
      if (other === undefined || id.length < other.length) names.set(row, id);
    }
    this.byVendor.set(vendor, names);
    return names;
  }
}
