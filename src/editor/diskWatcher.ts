import { dirname, sep } from 'node:path';
import * as vscode from 'vscode';
import type { EngineService } from '../workspace/service/engineService';
import { isEnvironmentFile } from '../core/environment/files';
import { fileIdOf } from './convert';
import { disposeAll, type Owned } from './disposables';
import type { DocumentWatcher } from './documentWatcher';
import type { FindingStore } from './findingStore';
import { configurationFilesGlob, isSupportedFile, supportedFilesGlob } from './languages';
import type { Scanner } from './scanner';

/** Changes come in bursts (a branch is switched); they are looked at together. */
const pause = 300;
/** What decides which file an import means, and what variables are set to. */
const projectFilesGlob = '**/{package.json,tsconfig*.json,jsconfig*.json,.env,.env.local,.env.development}';

/** Keeps results in step with files changed on disk by others: version control, a formatter, another program. */
export class DiskWatcher implements vscode.Disposable {
  readonly #engine: EngineService;
  readonly #store: FindingStore;
  readonly #documents: DocumentWatcher;
  readonly #scanner: Scanner;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new Set<string>();
  readonly #subscriptions: readonly Owned[];
  #timer: NodeJS.Timeout | undefined;

  constructor(engine: EngineService, store: FindingStore, documents: DocumentWatcher, scanner: Scanner, log: vscode.LogOutputChannel) {
    this.#engine = engine;
    this.#store = store;
    this.#documents = documents;
    this.#scanner = scanner;
    this.#log = log;
    const files = vscode.workspace.createFileSystemWatcher(supportedFilesGlob, false, false, true);
    const project = vscode.workspace.createFileSystemWatcher(projectFilesGlob, false, false, true);
    const configuration = vscode.workspace.createFileSystemWatcher(configurationFilesGlob, true, false, true);
    // A deleted folder is told as itself, not file by file, so deletions are watched whatever the name.
    const deletions = vscode.workspace.createFileSystemWatcher('**', true, true, false);
    const note = (uri: vscode.Uri): void => this.#note(fileIdOf(uri));
    this.#subscriptions = [
      files,
      project,
      configuration,
      deletions,
      files.onDidChange(note),
      files.onDidCreate(note),
      project.onDidChange(note),
      project.onDidCreate(note),
      // Of files that are no project files only those are read again of which something is known, or that code reads.
      configuration.onDidChange((uri) => {
        const file = fileIdOf(uri);
        if (this.#store.isScanned(file) || this.#store.analyses.some(({ dependencies }) => dependencies.includes(file))) note(uri);
      }),
      deletions.onDidDelete((uri) => {
        // Only noted: by the time this is told the path may be there again, so what the disk holds is looked up.
        const gone = fileIdOf(uri);
        for (const file of this.#below(gone)) this.#note(file);
        if (isSupportedFile(gone) || isEnvironmentFile(gone)) this.#note(gone);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
        for (const { uri } of removed) this.#store.removeScanned(this.#below(fileIdOf(uri)));
      }),
      // What was typed and not saved is lost on close: the disk's text counts again.
      documents.onDidClose((file) => {
        if (this.#store.isScanned(file)) this.#note(file);
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    disposeAll(this.#subscriptions);
  }

  /** The scan's files at a path or in the folder there. */
  #below(path: string): string[] {
    return this.#store.scannedFiles((file) => file === path || file.startsWith(path + sep));
  }

  #note(file: string): void {
    this.#changed.add(file);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#update(), pause);
  }

  async #update(): Promise<void> {
    const changed = new Set(this.#changed);
    this.#changed.clear();
    try {
      const stale = new Set(changed);
      for (const file of changed) for (const dependent of await this.#engine.fileChanged(file)) stale.add(dependent);
      for (const file of this.#store.scannedFiles((known) => this.#dependsOn(known, changed))) stale.add(file);
      await this.#documents.refresh(stale);
      const closed = [...stale].filter((file) => !this.#documents.isOpen(file) && this.#store.isScanned(file));
      if (closed.length > 0) await this.#scanner.rescan(closed);
    } catch (error) {
      this.#log.error(`Changes on disk could not be followed: ${String(error)}`);
    }
  }

  #dependsOn(file: string, changed: ReadonlySet<string>): boolean {
    if (this.#store.get(file)?.dependencies.some((dependency) => changed.has(dependency)) === true) return true;
    // An environment file that is new can hold for all that is below it.
    return [...changed].some((other) => isEnvironmentFile(other) && file.startsWith(dirname(other) + sep));
  }
}
