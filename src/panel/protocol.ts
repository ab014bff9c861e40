/**
 * The messages between the extension and its panel. This file is the whole of what both sides share: it imports nothing, so
 * that the panel's bundle holds nothing of the engine and the extension's nothing of the panel.
 */

/** Raised when a snapshot's shape changes, so that one saved by an older version is not shown by a newer one. */
export const protocolVersion = 3;

/** The order in which openness is always shown. */
export const opennessOrder = ['closed', 'open-hosted', 'self-hosted', 'unknown'] as const;
export type PanelOpenness = (typeof opennessOrder)[number];

/** Call sites by openness. */
export type OpennessCounts = Readonly<Record<PanelOpenness, number>>;

/** Closed call sites by portability. */
export interface PortabilityCounts {
  readonly 'drop-in': number;
  readonly adapt: number;
  readonly locked: number;
}

/** What the scan is doing. `no-folder`: there is nothing that could be scanned. While scanning, `total` may still grow. */
export type ScanStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'no-folder' }
  | { readonly kind: 'scanning'; readonly files: number; readonly total: number; readonly callSites: number }
  | { readonly kind: 'error'; readonly message: string };

/** The last scan that came to an end. */
export interface LastScan {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Files it walked. */
  readonly files: number;
  /** True when it was cancelled, so that only a part of the workspace is known. */
  readonly cancelled: boolean;
}

export interface VendorRow {
  readonly id: string;
  readonly name: string;
  readonly callSites: number;
  readonly openness: OpennessCounts;
}

export interface ModelRow {
  /** The id as the code spells it. */
  readonly model: string;
  readonly vendorName: string;
  readonly openness: PanelOpenness;
  readonly callSites: number;
}

/** A model that its vendor retires: requests fail; they will within 90 days; it was announced, for later or without a date. */
export interface RetirementRow {
  /** The id to send back in `openRetirement`. */
  readonly id: string;
  readonly model: string;
  readonly vendorName: string;
  readonly standing: 'retired' | 'retiring' | 'deprecated';
  /** ISO date from which requests fail, null where none is announced. */
  readonly shutdown: string | null;
  /** Days until then, 0 or less once it is there. */
  readonly daysLeft: number | null;
  /** What the vendor offers instead. */
  readonly replacement: string | null;
  /** ISO date on which the vendor's page was last read. */
  readonly checked: string;
  readonly callSites: number;
}

export interface FileRow {
  /** The id to send back in `openFile`. */
  readonly file: string;
  /** Path relative to its workspace folder, forward slashes; with the folder's name in front when there are several. */
  readonly path: string;
  readonly callSites: number;
  readonly openness: OpennessCounts;
}

/** What manifests and configuration files say; in no number of call sites. */
export interface ConfigurationCounts {
  readonly dependency: number;
  readonly credential: number;
  readonly setting: number;
  readonly files: number;
}

/** Everything the panel shows. Always sent whole: the panel keeps no knowledge of its own that could go stale. */
export interface OverviewState {
  readonly scan: ScanStatus;
  /** Null until a scan has come to an end. */
  readonly lastScan: LastScan | null;
  /** Name of the target that rewrites go to. */
  readonly target: string;
  readonly callSites: number;
  /** Call sites accepted with a reason; they are in no other number. */
  readonly accepted: number;
  readonly openness: OpennessCounts;
  /** Closed call sites over the decided ones, 0 to 1; null when none is decided. */
  readonly closedShare: number | null;
  /** Herfindahl–Hirschman index over the vendors of the closed call sites, 0 to 1; null without any. */
  readonly concentration: number | null;
  readonly portability: PortabilityCounts;
  /** Most call sites first. */
  readonly vendors: readonly VendorRow[];
  /** Most call sites first. */
  readonly models: readonly ModelRow[];
  /** Requests to a model whose id the code does not decide. */
  readonly undecidedModels: number;
  /** The next to go first, what is gone last. */
  readonly retirements: readonly RetirementRow[];
  readonly configuration: ConfigurationCounts;
  /** Ordered by path. */
  readonly files: readonly FileRow[];
}

/** From the extension to the panel. `sequence` grows with every state; a state that is not newer than the one shown is dropped. */
export interface StateMessage {
  readonly type: 'state';
  readonly sequence: number;
  readonly state: OverviewState;
}
export type ToPanel = StateMessage;

/** From the panel to the extension. Nothing is sent to a panel before it said `ready`. */
export type ToExtension =
  | { readonly type: 'ready' }
  | { readonly type: 'scan' }
  | { readonly type: 'cancelScan' }
  | { readonly type: 'openFolder' }
  | { readonly type: 'openFile'; readonly file: string }
  | { readonly type: 'openRetirement'; readonly id: string }
  | { readonly type: 'chooseTarget' }
  | { readonly type: 'showLog' };

/** Messages that carry nothing but their type. */
const plainTypes: ReadonlySet<string> = new Set(['ready', 'scan', 'cancelScan', 'openFolder', 'chooseTarget', 'showLog'] satisfies Exclude<
  ToExtension['type'],
  'openFile' | 'openRetirement'
>[]);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Reads what a panel sent; undefined for anything that is not a message of this protocol. */
export function readToExtension(value: unknown): ToExtension | undefined {
  if (!isRecord(value) || typeof value['type'] !== 'string') return undefined;
  if (value['type'] === 'openFile') return typeof value['file'] === 'string' ? { type: 'openFile', file: value['file'] } : undefined;
  if (value['type'] === 'openRetirement') return typeof value['id'] === 'string' ? { type: 'openRetirement', id: value['id'] } : undefined;
  return plainTypes.has(value['type']) ? ({ type: value['type'] } as ToExtension) : undefined;
}

/** Reads what the extension sent; undefined for anything else that arrives at the panel's window. The state itself is trusted: both sides ship together. */
export function readToPanel(value: unknown): ToPanel | undefined {
  if (!isRecord(value) || value['type'] !== 'state' || typeof value['sequence'] !== 'number' || !isRecord(value['state'])) return undefined;
  return value as unknown as StateMessage;
}
