import type { Retirement } from './catalog/catalog';
import type { Need } from './catalog/knowledge';
import type { ConfigurationFinding } from './configuration/finding';
import type { Location, TextRange } from './text/range';

/** What stands at a call site. DESIGN: `client` binds a client to a vendor, `model-binding` ties a framework object to a model, `call` sends through an SDK, `http` sends a raw request. */
export const callSiteKinds = ['client', 'model-binding', 'call', 'http'] as const;
export type CallSiteKind = (typeof callSiteKinds)[number];

/** Whose weights answer and where they run; `unknown` when the code does not decide it. */
export const opennessLevels = ['closed', 'open-hosted', 'self-hosted', 'unknown'] as const;
export type Openness = (typeof opennessLevels)[number];

/** How hard a closed call site is to move; `none` for a call site that is not closed. */
export const portabilityLevels = ['drop-in', 'adapt', 'locked', 'none'] as const;
export type Portability = (typeof portabilityLevels)[number];

/** Where a request goes. `variable` names the environment variable or setting that decides it, when one does. */
export interface Endpoint {
  readonly url: string | null;
  readonly source: 'default' | 'literal' | 'environment' | 'unknown';
  readonly variable?: string;
  /** The environment file in which that variable's value was read: the host's id. */
  readonly file?: string;
}

/** A retirement as it concerns a call site: its replacement is of the same lab and, as far as is known, here to stay. */
export interface SiteRetirement extends Retirement {
  /** Of the vendor that retires the model, for people. */
  readonly vendorName: string;
}

/** What a call site visibly asks of the model that answers it, beyond text. */
export type SiteNeed = Pick<Need, 'tools' | 'structuredOutput' | 'vision' | 'context'>;

/** A place in a cell of a notebook. */
export interface CellPlace {
  /** 0-based among all cells of the notebook, as Jupyter's files and VS Code's API count. */
  readonly index: number;
  /** The 1-based line of the cell's source on which it starts. */
  readonly line: number;
  /** The callee's offsets in the cell's source. */
  readonly range: TextRange;
}

/** One place in source where a request to a model leaves the program, or where a client or model object is bound to a vendor. */
export interface CallSite {
  /** The host's id of the file: an absolute path for files on disk. */
  readonly file: string;
  /** The callee: from the start of its chain to the end of its last name (`client.chat.completions.create`, `new OpenAI`, `openai`). */
  readonly range: TextRange;
  /** Where it stands in a notebook. */
  readonly cell?: CellPlace;
  readonly kind: CallSiteKind;
  /** Vendor id of the catalog, or `unknown`. */
  readonly vendor: string;
  /** The package through which the request goes; for raw HTTP the function or package that sends (`fetch`, `axios`). */
  readonly sdk: string;
  /** What is asked of the model: `chat`, `responses`, `messages`, `embeddings`, …; null for clients and bindings that don't decide it. */
  readonly surface: string | null;
  /** The model id as written, null when the code does not decide it or none applies. */
  readonly model: string | null;
  /** The text in the code that gives {@link model}, in this file or another one; absent where no single text does. */
  readonly modelAt?: Location & { readonly cell?: CellPlace };
  /** Present when the vendor that receives the request retires the model. */
  readonly retirement?: SiteRetirement;
  readonly openness: Openness;
  /** Present where a closed call asks for more than text. */
  readonly need?: SiteNeed;
  readonly portability: Portability;
  /** Why a locked site is locked, or what an `adapt` changes; one clause, no full stop. */
  readonly portabilityReason?: string;
  /** False where no model runs (file uploads, model lists) and for clients. */
  readonly inference: boolean;
  readonly endpoint: Endpoint;
  /** One sentence for people: vendor, model and what to do. */
  readonly message: string;
  /** Stable across edits elsewhere in the file: hash of file-relative facts and the ordinal among equal ones. */
  readonly fingerprint: string;
}

/** A call site the user accepted with a suppression comment; it is reported apart and never counts against a threshold. */
export interface AcceptedCallSite extends CallSite {
  /** The reason written in the comment; empty when none was given. */
  readonly reason: string;
}

/** What the analysis says of one file. */
export interface FileAnalysis {
  readonly file: string;
  readonly callSites: readonly CallSite[];
  readonly accepted: readonly AcceptedCallSite[];
  /** What a manifest or configuration file says of vendors; empty for source code. */
  readonly configuration: readonly ConfigurationFinding[];
  /** Files whose text the result depends on, besides the file itself. */
  readonly dependencies: readonly string[];
  /** False when the prefilter passed the file by without parsing it. */
  readonly parsed: boolean;
  /**
   * Where the findings' ranges begin and end, for people: offset, line and column one after the other, each place once. Absent where
   * who asked has the text at hand.
   */
  readonly places?: readonly number[];
  /** A line for the log when the file could be analysed only in part (syntax errors, too large, not text). */
  readonly problems: readonly string[];
}

/** Whether an analysis found anything at all. */
export function hasFindings({ callSites, accepted, configuration }: FileAnalysis): boolean {
  return callSites.length + accepted.length + configuration.length > 0;
}
