import { configurationPrefilterOf, type ConfigurationPrefilter, type ConfigurationSigns } from '../../core/configuration/prefilter';
import type { Language } from '../../core/facts/moduleFacts';
import { prefilterOf, type Prefilter } from '../../core/prefilter/prefilter';
import type { Signs } from '../../core/prefilter/signs';
import type { Stretches } from '../../core/prefilter/stretches';

/** Everything that files are searched for. */
export interface SoughtSigns {
  readonly code: readonly Sought<Signs>[];
  readonly configuration: Sought<ConfigurationSigns>;
}

interface Sought<T> {
  readonly signs: T;
  /** By which texts are searched for them. */
  readonly table: Stretches;
}

/** The prefilters of a catalog, each made when first asked for. */
export class Prefilters {
  readonly #signs: SoughtSigns;
  readonly #code = new Map<Language, Prefilter>();
  #configuration: ConfigurationPrefilter | undefined;

  constructor(signs: SoughtSigns) {
    this.#signs = signs;
  }

  /** Throws for a language without signs. */
  code(language: Language): Prefilter {
    let prefilter = this.#code.get(language);
    if (!prefilter) {
      const sought = this.#signs.code.find(({ signs }) => signs.language === language);
      if (!sought) throw new Error(`no signs of ${language}`);
      this.#code.set(language, (prefilter = prefilterOf(sought.signs, sought.table)));
    }
    return prefilter;
  }

  configuration(): ConfigurationPrefilter {
    const { signs, table } = this.#signs.configuration;
    return (this.#configuration ??= configurationPrefilterOf(signs, table));
  }
}
