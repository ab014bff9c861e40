import type { TextEdit } from '../text/textEdit';

/**
 * How a client is told base URL and key: its code reads them from the environment, with the target's values as the default; they stand
 * in its code; or the environment file (`.env`) sets the variables that the SDK reads anyway, and its code stays as it is.
 */
export const endpointStyles = ['environment', 'literal', 'env-file'] as const;
export type EndpointStyle = (typeof endpointStyles)[number];

/** Names a call site; fingerprints tell those of one file apart. */
export interface SiteName {
  readonly file: string;
  readonly fingerprint: string;
}

/** What the user asks to move. */
export interface RewriteRequest {
  /** Files whose closed call sites are to move; a shared client defined elsewhere moves with them. */
  readonly files: readonly string[];
  /**
   * Other files that may share clients with `files`: all in which the caller knows call sites. Their call sites are not asked
   * for, but move along with a client they share. Absent: the caller knows of no others, and a shared client is warned of.
   */
  readonly related?: readonly string[];
  /** Restricts the move to these call sites (and the client they share); all closed ones of `files` when absent. */
  readonly sites?: readonly SiteName[];
  /** Leaves out clients whose move can change results; they are named in {@link RewritePlan.left}. */
  readonly safeOnly?: boolean;
  /** Target id of the catalog. */
  readonly target: string;
  /**
   * Model id in the target's spelling. When absent, the open alternative to each closed model that the target serves, or the target's
   * usual model where the catalog knows of none (docs/alternatives.md).
   */
  readonly model?: string;
  /** Gigabytes of memory of the machine behind a self-hosted target: alternatives must fit into it. No limit when absent. */
  readonly memory?: number;
  readonly style: EndpointStyle;
}

/** What the user asks to replace: the retired model of a call site by the one its vendor offers instead. */
export interface ReplacementRequest {
  /** The call site's file. */
  readonly files: readonly string[];
  /** Other files whose call sites may read the same text: all in which the caller knows call sites. */
  readonly related?: readonly string[];
  readonly replace: SiteName;
}

/** Anything that can be planned. */
export type PlanRequest = RewriteRequest | ReplacementRequest;

/** Edits of one file, computed for exactly the text they name. */
export interface FileEdits {
  readonly file: string;
  /** The text the edits were computed for; whoever applies them must first check that the file still holds it. */
  readonly before: string;
  readonly edits: readonly TextEdit[];
  /** There is no such file yet. */
  readonly creates?: true;
  /** It holds values that are nobody's business: they are not shown but where the user looks at the file. */
  readonly secret?: true;
  /** The same edits by the cell they fall into, with offsets of its source; for notebooks only, in the order of {@link edits}. Fewer, where one is not within a cell. */
  readonly cells?: readonly CellEdit[];
}

/** An edit of a notebook's cell. */
export interface CellEdit extends TextEdit {
  /** 0-based among all cells of the notebook. */
  readonly cell: number;
}

export interface RewriteWarning extends SiteName {
  /** A clause that completes "after this rewrite …"; shown as the preview's label. */
  readonly reason: string;
}

/** A call site that is not moved, and why. */
export interface RewriteRefusal extends SiteName {
  readonly reason: string;
}

/** A closed model and what takes its place. */
export interface ModelChange {
  readonly from: string;
  readonly to: string;
  /** On what evidence: `MMLU-Pro 2 points lower`, `no public comparison`; null where the catalog did not choose it. */
  readonly evidence: string | null;
}

/** A rewrite: what changes, what to know about it, and what was left alone. Empty `files`: nothing to do or all refused. */
export interface RewritePlan {
  /** Imperative, for the lightbulb: `Rewrite to Ollama (qwen3:8b)`. */
  readonly title: string;
  /** What the plan does, one line a step, for previews and the command line. */
  readonly steps: readonly string[];
  readonly files: readonly FileEdits[];
  /** Which models take the place of which, each pair once. */
  readonly models: readonly ModelChange[];
  /** The call sites that move. */
  readonly moved: readonly SiteName[];
  readonly warnings: readonly RewriteWarning[];
  readonly refused: readonly RewriteRefusal[];
  /** Why clients were left out by {@link RewriteRequest.safeOnly}: what would change with them. */
  readonly left: readonly RewriteWarning[];
  /** True when results can change (embeddings, structured output, vision): never part of fix-all, always previewed. */
  readonly changesResults: boolean;
}
