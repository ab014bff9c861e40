import type { Catalog } from '../catalog/catalog';
import type { ModuleFacts } from '../facts/moduleFacts';
import type { Linker } from '../link/linker';
import { Matcher } from '../match/matcher';
import { SdkIndex } from '../match/sdkIndex';
import { ToldCalls } from '../match/toldCalls';
import { UnnamedSenders } from '../match/unnamedSenders';
import type { SdkDescription } from '../match/description';
import { sdksCalled } from '../prefilter/callShapes';
import type { Prefilter } from '../prefilter/prefilter';
import { prefilterFor } from '../prefilter/prefilterFor';
import type { Analysis } from './findSites';
import { RequestHelpers } from './requestHelpers';

/** The SDKs of one language and what recognises them: a package's name means another SDK in another language. */
export class LanguageAnalysis implements Analysis {
  readonly index: SdkIndex;
  readonly matcher: Matcher;
  readonly helpers: RequestHelpers;
  readonly senders: UnnamedSenders;
  readonly told: ToldCalls;
  readonly prefilter: Prefilter;
  /** SDKs by the signs of their calls. */
  readonly #called = new Map<string, readonly SdkDescription[]>();

  constructor(
    readonly catalog: Catalog,
    readonly linker: Linker,
    language: ModuleFacts['language'],
  ) {
    this.index = new SdkIndex(catalog.sdksOf(language), catalog.sdkNames(language));
    this.matcher = new Matcher(linker, this.index);
    this.senders = new UnnamedSenders(linker, this.index);
    this.told = new ToldCalls(linker, this.index);
    this.helpers = new RequestHelpers(linker, catalog, this.matcher, this.index);
    this.prefilter = prefilterFor(catalog, language);
  }

  /** The SDKs that the calls in a text can be of. */
  calledIn(text: string): ReadonlySet<SdkDescription> {
    return new Set([...this.prefilter.callsIn(text)].flatMap((word) => this.#sdksCalled(word)));
  }

  #sdksCalled(word: string): readonly SdkDescription[] {
    let known = this.#called.get(word);
    if (!known) this.#called.set(word, (known = sdksCalled(this.index.sdks, word)));
    return known;
  }
}
