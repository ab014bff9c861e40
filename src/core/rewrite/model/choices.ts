import type { SiteNeed } from '../../callSite';
import type { Catalog, TargetRow } from '../../catalog/catalog';
import type { Alternative, Need } from '../../catalog/knowledge';
import { joinNeeds } from '../obstacles/needs';
import type { RewriteRequest } from '../plan';
import { familyOfModality, familyOfSurface, familyOfModel, type Family } from './families';

/** A model that moving call sites name, and what they ask of it. */
export interface NamedModel {
  readonly id: string;
  readonly surface: string | null;
  readonly need: SiteNeed;
}

/** The model that takes the place of another one. */
export interface ModelChoice {
  /** In the target's spelling. */
  readonly model: string;
  /** The catalog's reasons; absent where the model was asked for by name, or is the target's usual one. */
  readonly alternative?: Alternative;
}

type Asked = Pick<RewriteRequest, 'model' | 'memory'>;

/**
 * Which model of a target takes the place of which closed one. What call sites of one plan ask of the same closed model counts
 * together, so that one model takes its place everywhere: they may name it by one constant.
 */
export class ModelChoices {
  readonly #needs = new Map<string, SiteNeed>();
  readonly #chosen = new Map<string, ModelChoice | null>();

  constructor(
    private readonly catalog: Catalog,
    private readonly target: TargetRow,
    private readonly asked: Asked,
    named: readonly NamedModel[] = [],
  ) {
    for (const { id, surface, need } of named) {
      const key = keyOf(familyOfSurface(surface), id);
      this.#needs.set(key, joinNeeds([this.#needs.get(key) ?? {}, need]));
    }
  }

  /**
   * The model a surface is moved to: the one asked for where it is of the surface's kind, else the open alternative to `id` that
   * the target serves, else the target's usual one; null when none is known.
   * @param id the closed model's id, null where the code does not decide it
   * @param vendor the vendor it is called through
   */
  of(id: string | null, surface: string | null, vendor?: string): ModelChoice | null {
    const family = familyOfSurface(surface);
    const { model } = this.asked;
    if (model !== undefined && familyOfModel(this.catalog, this.target, model) === family) return { model };
    const key = JSON.stringify([keyOf(family, id ?? ''), vendor]);
    let chosen = this.#chosen.get(key);
    if (chosen === undefined) this.#chosen.set(key, (chosen = this.#choose(id, family, vendor)));
    return chosen;
  }

  #choose(id: string | null, family: Family, vendor: string | undefined): ModelChoice | null {
    const usual = this.target.models[family];
    const served = id === null ? [] : this.#served(id, family, vendor);
    const [first] = served;
    // The order of models that nobody compared says little: the target's own choice among them goes before it.
    const isUncompared = (each: ModelChoice | undefined): boolean => each?.alternative?.verdict === 'unknown';
    const choice = isUncompared(first) ? (served.find((each) => each.model === usual && isUncompared(each)) ?? first) : first;
    return choice ?? (usual === undefined ? null : { model: usual });
  }

  #served(id: string, family: Family, vendor: string | undefined): ModelChoice[] {
    const { modality } = this.catalog.model(id, vendor);
    if (modality === null || familyOfModality(modality) !== family) return [];
    const { memory } = this.asked;
    const need: Need = {
      ...this.#needs.get(keyOf(family, id)),
      ...(memory !== undefined && this.target.class === 'self-hosted' && { memory }),
    };
    return this.catalog.alternatives(id, need, vendor).flatMap((alternative) => {
      const model = this.catalog.servedAs(alternative.id, this.target.id);
      return model === null ? [] : [{ model, alternative }];
    });
  }
}

function keyOf(family: Family, id: string): string {
  return `${family} ${id}`;
}
