import type { Language } from '../facts/moduleFacts';
import type { SdkDescription } from '../match/description';
import type { SdkNames } from '../match/sdkNames';
import type { Alternative, ModelDetails, Need, DatedRetirement } from './knowledge';

/** Who receives requests at a vendor's hosts. `carrier`: serves open and closed models alike, so the model id decides. */
export type VendorClass = 'closed' | 'open-host' | 'carrier' | 'self-hosted';

/** A row of the vendor table. Every row names the page its facts were read from and when. */
export interface VendorRow {
  readonly id: string;
  readonly name: string;
  readonly class: VendorClass;
  /**
   * Host patterns, lower case: `api.openai.com`, `*.openai.azure.com` (any labels in place of `*`),
   * with a port where the port decides (`localhost:11434`, `*:11434` for any host), with a path prefix where the path
   * decides (`host/openai/v1`, `*` for one segment; `*\/openai/deployments` on any host), with `$` where there must be no path (`localhost:8000$`).
   * `localhost` stands for every loopback name and address. The most literal pattern that matches wins.
   */
  readonly hosts: readonly string[];
  /** Environment variables that hold this vendor's keys, the usual one first. */
  readonly keyVariables: readonly string[];
  /** Environment variables that redirect this vendor's SDKs. */
  readonly baseUrlVariables: readonly string[];
  /** True where no closed model of another lab is served. */
  readonly ownModels?: true;
  readonly source: string;
  readonly accessed: string;
}

/** Whether a model's weights can be had. `unknown`: the catalog does not know the id. */
export type Weights = 'open' | 'closed' | 'unknown';

/** That a vendor stops serving a model, as its own page announced it. */
export interface Retirement {
  /** `retired`: gone; `deprecated`: announced. As of {@link checked}; compare {@link shutdown} with today. */
  readonly status: 'deprecated' | 'retired';
  /** ISO date of the announcement, null when the page gives none. */
  readonly announced: string | null;
  /** ISO date from which requests fail, null when the page gives none. */
  readonly shutdown: string | null;
  /** The replacement the vendor names, in its spelling. */
  readonly replacement: string | null;
  /** The vendor that retires it: the one asked for, or the lab behind a gateway that hands requests on. */
  readonly vendor: string;
  /**
   * Present where the vendor serves its models at two places with dates of their own: what the base URL contains at this one and,
   * for where it is not known, a regular expression on the SDK's name.
   */
  readonly place?: { readonly host: string; readonly sdk: string };
  readonly source: string;
  /** ISO date on which the source was last read. */
  readonly checked: string;
}

/** What is known of a model id, whatever its spelling. */
export interface ModelFacts {
  /** Catalog id (`openai/gpt-4o`), null for an id decided by a rule only (`ft:…`, `gpt-…`). */
  readonly id: string | null;
  readonly lab: string | null;
  readonly name: string | null;
  readonly weights: Weights;
  /** Embedding, chat, image, …; null when unknown. */
  readonly modality: string | null;
  readonly source: string | null;
  /** What it has of its own that no open model brings along (`a web search of its own for every answer`); absent for nothing known. */
  readonly particular?: string;
  /** Present when the vendor it is called through retires it. */
  readonly retirement?: Retirement;
}

/** Wire protocols that targets can speak. */
export type Protocol = 'openai' | 'anthropic' | 'gemini';

/** Protocols as people call them. */
export const protocolNames: Readonly<Record<Protocol, string>> = { openai: 'OpenAI', anthropic: 'Anthropic', gemini: 'Gemini' };

/** An open-weight endpoint the user migrates to. */
export interface TargetRow {
  readonly id: string;
  readonly name: string;
  readonly class: 'self-hosted' | 'open-hosted';
  /** Vendor id that a call site has once it goes to this target. */
  readonly vendor: string;
  /** Base URL by client protocol, as that protocol's official SDK wants it (OpenAI with `/v1`, Anthropic and Gemini without a version). Absent: not spoken. */
  readonly baseUrls: Partial<Record<Protocol, string>>;
  /** Surfaces served by protocol: `{ openai: ["chat", "embeddings"] }`. */
  readonly surfaces: Partial<Record<Protocol, readonly string[]>>;
  /** Features of requests that the target ignores or refuses, by the names the rewrite planner uses (`tool_choice`, `logprobs`). */
  readonly lacks: readonly string[];
  /** Pages for single features of {@link lacks}, where they stand elsewhere than the rest. */
  readonly sources?: Readonly<Record<string, string>>;
  /** Environment variable for the key, and the placeholder written when a local server ignores keys. */
  readonly keyVariable: string;
  readonly keyPlaceholder: string | null;
  /** Environment variable for the base URL. */
  readonly baseUrlVariable: string;
  /** Protocols in which the target takes keys as `Authorization: Bearer` only. */
  readonly bearer?: readonly Protocol[];
  /** Default model ids in the target's own spelling, by surface family. */
  readonly models: {
    readonly chat: string;
    readonly embeddings?: string;
    readonly images?: string;
    readonly transcriptions?: string;
    readonly speech?: string;
    readonly rerank?: string;
  };
  readonly source: string;
  readonly accessed: string;
}

/** The knowledge the core reads. Implemented by `src/catalog`, injected so that the core stays pure. */
export interface Catalog {
  /** Identifies the data, for caches and reports. */
  readonly version: string;
  readonly vendors: ReadonlyMap<string, VendorRow>;
  readonly targets: ReadonlyMap<string, TargetRow>;
  /** All SDKs. Most of what is said of them is made when it is first asked for: who needs one language asks for that. */
  readonly sdks: readonly SdkDescription[];
  /** First words of vendors' variables (`AWS`) that programs use for other things than models as well. */
  readonly sharedVariablePrefixes: ReadonlySet<string>;
  /** Vendors' variables that programs use for other things than models as well (`GITHUB_TOKEN`). */
  readonly sharedVariables: ReadonlySet<string>;
  /** Vendors' variables that tell of models only beside others that do (`GOOGLE_API_KEY`). */
  readonly doubtfulVariables: ReadonlySet<string>;
  /** The SDKs of one language, in the order of {@link Catalog.sdks}. */
  sdksOf(language: Language): readonly SdkDescription[];
  /** The names in their descriptions. */
  sdkNames(language: Language): SdkNames;
  /**
   * The vendor that answers at a URL, null when no row matches. Accepts URLs with holes: undecided parts are written as
   * `\uFFFC`, so `https://\uFFFC.openai.azure.com/openai` still finds its vendor.
   */
  vendorOfUrl(url: string): VendorRow | null;
  /** What is known of a model id; `provider` is the vendor id through which it is called, where spelling depends on it. Never throws. */
  model(id: string, provider?: string): ModelFacts;
  /** Ids of all models with a row of their own (`openai/gpt-4o`), sorted. */
  modelIds(): readonly string[];
  /** The whole row of a model as known, for showing; {@link Catalog.model} is what the pipeline asks. Never throws. */
  details(id: string, provider?: string): ModelDetails;
  /**
   * Whether and when the vendor stops serving a model, seen from a day.
   * @param today ISO date
   */
  retirement(id: string, today: string, provider?: string): DatedRetirement | null;
  /**
   * Open-weight models that can stand in for a closed one, the best evidence first; docs/alternatives.md has the rule. Empty
   * for open and unknown models, and where no open model meets the need.
   */
  alternatives(id: string, need?: Need, provider?: string): readonly Alternative[];
  /** The id under which a target serves a model (catalog id or any spelling of it), null when the catalog does not know one. */
  servedAs(id: string, target: string): string | null;
}
