import { dirname } from 'node:path';
import * as vscode from 'vscode';
import type * as catalogs from '../catalog';
import type { Catalog } from '../core/catalog/catalog';
import { joinOverrides, ownCatalogPath, type CatalogOverrides } from '../core/catalog/overrides';
import type { EngineService } from '../workspace/service/engineService';
import { disposeAll, type Owned } from './disposables';
import { section } from './settings';

type CatalogModule = Pick<typeof catalogs, 'catalogWith' | 'customTargetRow' | 'pathText' | 'readOverrides' | 'readOverridesText'>;

/** Changes of a file come in bursts. */
const pause = 300;
const setting = 'catalog';
const customSetting = 'customTarget';

/**
 * The catalog with the user's own rows in it: the `openward.catalog` setting and each folder's `.openward/catalog.json`. Faults
 * are marked in the file; rows without a fault hold all the same. Where there are no such rows, the catalog is not loaded for them.
 */
export class OwnCatalog implements vscode.Disposable {
  readonly #engine: EngineService;
  readonly #load: () => Promise<CatalogModule>;
  readonly #log: vscode.LogOutputChannel;
  readonly #faults = vscode.languages.createDiagnosticCollection('openward-catalog');
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly Owned[];
  #overrides: CatalogOverrides = {};
  #catalog: Promise<Catalog> | undefined;
  #toldSetting: string | undefined;
  #customFault: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #reading: Promise<void> = Promise.resolve();

  /** Fires when the engine has other rows than before; all earlier results are stale. */
  readonly onDidChange = this.#changed.event;

  constructor(engine: EngineService, load: () => Promise<CatalogModule>, log: vscode.LogOutputChannel) {
    this.#engine = engine;
    this.#load = load;
    this.#log = log;
    const files = vscode.workspace.createFileSystemWatcher(`**/${ownCatalogPath}`);
    // A deleted folder is told as itself, not file by file, and so may a new one be whose file is there at once.
    const folders = vscode.workspace.createFileSystemWatcher(`**/${dirname(ownCatalogPath)}`, false, true, false);
    const later = (): void => this.#later();
    this.#subscriptions = [
      this.#faults,
      this.#changed,
      files,
      folders,
      folders.onDidCreate(later),
      folders.onDidDelete(later),
      files.onDidChange(later),
      files.onDidCreate(later),
      files.onDidDelete(later),
      vscode.workspace.onDidChangeWorkspaceFolders(later),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if ([setting, customSetting].some((name) => event.affectsConfiguration(`${section}.${name}`))) later();
      }),
    ];
  }

  /** What is wrong with the setting that describes the custom target; undefined where nothing is, or it is not set. */
  get customFault(): string | undefined {
    return this.#customFault;
  }

  /** Reads the rows, and again whenever they change. */
  start(): void {
    this.#readNext();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    disposeAll(this.#subscriptions);
  }

  /** The catalog as it is now; loaded at the first use. */
  readonly current = (): Promise<Catalog> => {
    this.#catalog ??= this.#load().then(({ catalogWith }) => catalogWith(this.#overrides));
    return this.#catalog;
  };

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#readNext(), pause);
  }

  /** One reading after the other: an earlier one that took longer must not have the last word. */
  #readNext(): void {
    this.#reading = this.#reading.then(() => this.#read());
  }

  async #read(): Promise<void> {
    try {
      const inSettings = vscode.workspace.getConfiguration(section).get<unknown>(setting);
      const all = [await this.#fromCustomTarget(), await this.#fromSettings(inSettings)];
      this.#faults.clear();
      for (const { uri } of vscode.workspace.workspaceFolders ?? [])
        all.push(await this.#fromFile(vscode.Uri.joinPath(uri, ownCatalogPath)));
      this.#take(joinOverrides(all));
    } catch (error) {
      this.#log.error(`Own catalog rows could not be read: ${String(error)}`);
    }
  }

  #take(overrides: CatalogOverrides): void {
    const before = JSON.stringify(joinOverrides([this.#overrides]));
    if (JSON.stringify(overrides) === before) return;
    this.#overrides = overrides;
    this.#catalog = undefined;
    this.#engine.setOverrides(overrides);
    this.#changed.fire();
  }

  async #fromCustomTarget(): Promise<CatalogOverrides> {
    const said = vscode.workspace.getConfiguration(section).get<unknown>(customSetting);
    this.#customFault = undefined;
    const entries = Object.entries(typeof said === 'object' && said !== null ? said : {});
    const given = Object.fromEntries(entries.filter(([, value]) => typeof value === 'string' && value.trim() !== ''));
    if (Object.keys(given).length === 0) return {};
    const { customTargetRow } = await this.#load();
    const described = customTargetRow(given);
    if ('overrides' in described) return described.overrides;
    this.#customFault = described.fault;
    return {};
  }

  async #fromSettings(value: unknown): Promise<CatalogOverrides> {
    if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return {};
    const { readOverrides, pathText } = await this.#load();
    // Settings are proxies; what goes to a worker must be plain.
    const { overrides, faults } = readOverrides(JSON.parse(JSON.stringify(value)));
    const told = faults.map(({ path, reason }) => `${pathText(path)} ${reason}`).join('; ');
    if (told !== '' && told !== this.#toldSetting)
      void vscode.window.showWarningMessage(vscode.l10n.t('Openward: in the setting openward.catalog, {0}', told));
    this.#toldSetting = told;
    return overrides;
  }

  async #fromFile(uri: vscode.Uri): Promise<CatalogOverrides> {
    let text: string;
    try {
      text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch {
      return {};
    }
    const { readOverridesText } = await this.#load();
    const { overrides, faults } = readOverridesText(text);
    if (faults.length > 0) {
      const document = await vscode.workspace.openTextDocument(uri);
      const diagnostics = faults.map(({ message, offset, length }) => {
        const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + Math.max(length, 1)));
        const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
        diagnostic.source = 'Openward';
        return diagnostic;
      });
      this.#faults.set(uri, diagnostics);
    }
    return overrides;
  }
}
