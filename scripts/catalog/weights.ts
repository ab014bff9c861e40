import type { Weights } from '../../src/core/catalog/catalog';
import { familyOf } from '../../src/catalog/models/families';
import { nameKey, readSpelling } from '../../src/catalog/models/spelling';
import type { CatalogInput } from './input';

type Known = Exclude<Weights, 'unknown'>;

/** Whose word settled whether weights are open. */
export interface Verdict {
  readonly weights: Known;
  /** `lab`: the lab's own row; `family`: a sourced rule on the name; `listings`: how providers list it. */
  readonly by: 'lab' | 'family' | 'listings';
}

/** Below this share of right flags a provider's flag says nothing: several leave it at its default, false. */
const reliable = 0.95;

/** Settles whether a model's weights can be had, a property of the model and not of who lists it. */
export class WeightsJudge {
  private readonly labs = new Map<string, Known>();
  private readonly votes = new Map<string, { readonly provider: string; readonly open: boolean }[]>();
  private readonly trusted: ReadonlySet<string>;

  public constructor(input: CatalogInput) {
    for (const [id, model] of Object.entries(input.models.models)) {
      this.labs.set(nameKey(lastSegment(id).toLowerCase()), model.open_weights ? 'open' : 'closed');
    }
    const trusted = new Set<string>();
    for (const [provider, { models }] of Object.entries(input.providers.providers)) {
      let judged = 0;
      let right = 0;
      for (const [id, listing] of Object.entries(models)) {
        const { names } = readSpelling(id);
        const sure = this.fromLab(names) ?? familyOf(names)?.weights;
        if (sure !== undefined) {
          judged++;
          if ((sure === 'open') === listing.open) right++;
        }
        const key = nameKey(names[0] ?? id);
        const list = this.votes.get(key) ?? [];
        list.push({ provider, open: listing.open });
        this.votes.set(key, list);
      }
      if (judged > 0 && right / judged >= reliable) trusted.add(provider);
    }
    this.trusted = trusted;
  }

  /** The verdict on a model known by these names. */
  public judge(names: readonly string[]): Verdict {
    const lab = this.fromLab(names);
    if (lab) return { weights: lab, by: 'lab' };
    const family = familyOf(names);
    if (family) return { weights: family.weights, by: 'family' };
    const all = this.votes.get(nameKey(names[0] ?? '')) ?? [];
    const trusted = all.filter((vote) => this.trusted.has(vote.provider));
    const counted = trusted.length > 0 ? trusted : all;
    const open = counted.filter((vote) => vote.open).length;
    return { weights: open * 2 >= counted.length && open > 0 ? 'open' : 'closed', by: 'listings' };
  }

  private fromLab(names: readonly string[]): Known | undefined {
    for (const name of names) {
      const known = this.labs.get(nameKey(name));
      if (known) return known;
    }
    return undefined;
  }
}

function lastSegment(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
