import * as vscode from 'vscode';
import { hasFindings, type AcceptedCallSite, type CallSite, type FileAnalysis } from '../core/callSite';
import type { ConfigurationFinding } from '../core/configuration/finding';
import { exposureOf, type Exposure } from '../core/exposure/exposure';

/** Names a call site, or a finding of a configuration file, across versions of its file. */
export interface CallSiteRef {
  readonly file: string;
  readonly fingerprint: string;
}

/** Files whose analysis was added, replaced or dropped. */
export interface FindingChange {
  readonly files: ReadonlySet<string>;
}

/** Analysis of an open document and the document version it belongs to. */
export interface OpenAnalysis {
  readonly version: number;
  readonly analysis: FileAnalysis;
}

/**
 * What is known of each file: an open document's analysis hides that of the last scan. Every surface renders this store.
 * Changes made in one turn of the event loop are told as one event.
 */
export class FindingStore implements vscode.Disposable {
  readonly #open = new Map<string, OpenAnalysis>();
  readonly #scanned = new Map<string, FileAnalysis>();
  readonly #changed = new vscode.EventEmitter<FindingChange>();
  #pending: Set<string> | undefined;

  /** Fires once for all changes of a turn. */
  readonly onDidChange = this.#changed.event;

  /** Files with an analysis that found something, ordered by path. */
  get analyses(): readonly FileAnalysis[] {
    const all = new Map(this.#scanned);
    for (const [file, { analysis }] of this.#open) all.set(file, analysis);
    return [...all.values()].filter(hasFindings).sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  }

  /** What all call sites, or those of one file, add up to. */
  exposure(file?: string): Exposure {
    const analyses = file === undefined ? this.analyses : [this.get(file) ?? []].flat();
    return exposureOf(analyses.flatMap((analysis) => analysis.callSites));
  }

  /** The analysis shown for a file. */
  get(file: string): FileAnalysis | undefined {
    return this.#open.get(file)?.analysis ?? this.#scanned.get(file);
  }

  /** The analysis of an open document with its version. */
  open(file: string): OpenAnalysis | undefined {
    return this.#open.get(file);
  }

  /** Whether the last scan knows of the file. */
  isScanned(file: string): boolean {
    return this.#scanned.has(file);
  }

  /** A call site by name; accepted ones too. Undefined when the code changed since the name was taken. */
  find(ref: CallSiteRef): CallSite | AcceptedCallSite | undefined {
    const analysis = this.get(ref.file);
    return [...(analysis?.callSites ?? []), ...(analysis?.accepted ?? [])].find((site) => site.fingerprint === ref.fingerprint);
  }

  /** A finding of a manifest or configuration file by name. */
  findConfiguration(ref: CallSiteRef): ConfigurationFinding | undefined {
    return this.get(ref.file)?.configuration.find((finding) => finding.fingerprint === ref.fingerprint);
  }

  /** Open files whose results depend on another file's text. */
  openDependents(file: string): string[] {
    return [...this.#open].filter(([id, { analysis }]) => id !== file && analysis.dependencies.includes(file)).map(([id]) => id);
  }

  /** Publishes the analysis of an open document. An older version than the one held is passed over. */
  setOpen(file: string, version: number, analysis: FileAnalysis): void {
    if ((this.#open.get(file)?.version ?? -1) > version) return;
    this.#open.set(file, { version, analysis });
    this.#touch(file);
  }

  /** Forgets an open document. Its analysis stays as the scan's result where a scan knows the file, until the file is read again. */
  close(file: string): void {
    const open = this.#open.get(file);
    if (!open) return;
    this.#open.delete(file);
    if (this.#scanned.has(file)) this.#scanned.set(file, open.analysis);
    this.#touch(file);
  }

  /** Replaces the results of the last scan. */
  replaceScan(analyses: readonly FileAnalysis[]): void {
    for (const file of this.#scanned.keys()) this.#touch(file);
    this.#scanned.clear();
    this.updateScan(analyses);
  }

  /** Adds or replaces results of single files of the scan. */
  updateScan(analyses: readonly FileAnalysis[]): void {
    for (const analysis of analyses) {
      this.#scanned.set(analysis.file, analysis);
      this.#touch(analysis.file);
    }
  }

  /** Drops files that are gone from the disk; open documents stay. */
  removeScanned(files: Iterable<string>): void {
    for (const file of files) if (this.#scanned.delete(file)) this.#touch(file);
  }

  /** Files on disk known to the scan that satisfy a test. */
  scannedFiles(test: (file: string) => boolean): string[] {
    return [...this.#scanned.keys()].filter(test);
  }

  dispose(): void {
    this.#changed.dispose();
    this.#open.clear();
    this.#scanned.clear();
  }

  #touch(file: string): void {
    if (!this.#pending) {
      this.#pending = new Set();
      queueMicrotask(() => {
        const files = this.#pending ?? new Set<string>();
        this.#pending = undefined;
        this.#changed.fire({ files });
      });
    }
    this.#pending.add(file);
  }
}
