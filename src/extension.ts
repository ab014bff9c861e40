import { join } from 'node:path';
import * as vscode from 'vscode';
import { version } from '../package.json';
import { Calendar } from './editor/calendar';
import { registerCodeActions } from './editor/codeActions';
import { registerCommands } from './editor/commands';
import { scanAnewQuietly, scanQuietly } from './editor/commands/scan';
import { publishContextKeys } from './editor/contextKeys';
import { Diagnostics } from './editor/diagnostics';
import { DiskWatcher } from './editor/diskWatcher';
import { DocumentWatcher } from './editor/documentWatcher';
import { FindingStore } from './editor/findingStore';
import { registerHover } from './editor/hover';
import { repositoryOf } from './editor/links';
import { OwnCatalog } from './editor/ownCatalog';
import { OverviewView } from './editor/panel/overviewView';
import { Rewriter } from './editor/rewriter';
import { Scanner } from './editor/scanner';
import type { EditorServices, OpenwardApi } from './editor/services';
import { section, settingsFor } from './editor/settings';
import { StatusBar } from './editor/statusBar';
import { TargetChecks } from './editor/targetChecks';
import { TargetKeys } from './editor/targetKeys';
import { CallSiteTree } from './editor/tree';
import type { CacheOptions } from './workspace/cache/store';
import { createEngineService } from './workspace/service/client';

/** Builds the extension's parts and ties them together. Nothing here parses or reads: the engine's worker starts at the first file. */
export function activate(context: vscode.ExtensionContext): OpenwardApi {
  const own = <T extends vscode.Disposable>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };

  const log = own(vscode.window.createOutputChannel('Openward', { log: true }));
  const engine = createEngineService({
    workerPath: context.asAbsolutePath('dist/worker.js'),
    scout: context.asAbsolutePath('dist/scout.js'),
    cache: cacheOf(context),
    codeFolder: codeFolderOf(context),
    log: (line) => log.warn(line),
  });
  own(new vscode.Disposable(() => void engine.dispose()));

  // The catalog is evaluated at its first use, so that activation does not wait for its data.
  const ownCatalog = own(new OwnCatalog(engine, () => import('./catalog'), log));
  const catalog = ownCatalog.current;
  const calendar = own(new Calendar());
  const store = own(new FindingStore());
  const documents = own(new DocumentWatcher(engine, store, log));
  const scanner = own(new Scanner(engine, store, log));
  own(new DiskWatcher(engine, store, documents, scanner, log));
  const related = (): readonly string[] | undefined => (scanner.state.last ? store.analyses.map(({ file }) => file) : undefined);
  const rewriter = new Rewriter(engine, documents, catalog, related);
  const keys = new TargetKeys(context.secrets);
  const checks = new TargetChecks(context.globalState);
  const services: EditorServices = { engine, store, documents, scanner, rewriter, calendar, catalog, keys, checks, log };

  const repository = repositoryOf(context.extension.packageJSON);
  own(new Diagnostics(store, calendar, repository));
  own(registerHover(services, repository));
  own(registerCodeActions(services));
  own(new StatusBar(store));
  const tree = own(new CallSiteTree(services));
  const overview = own(new OverviewView(context.extensionUri, services));
  own(vscode.window.registerWebviewViewProvider(OverviewView.id, overview));
  own(registerCommands(services, tree, () => tree.visible || overview.visible));
  own(publishContextKeys(scanner));
  own(
    vscode.workspace.onDidChangeConfiguration((event) => {
      const isCovered = event.affectsConfiguration(`${section}.configuration`);
      if (isCovered || event.affectsConfiguration(`${section}.scan.maxFileSize`)) documents.restart();
      if (isCovered) void scanAnewQuietly(services);
    }),
  );

  own(
    ownCatalog.onDidChange(() => {
      documents.restart();
      void scanAnewQuietly(services);
    }),
  );

  documents.start();
  ownCatalog.start();
  if (settingsFor().scanOnStartup) void scanQuietly(services);
  return { ...services, tree, ownCatalog };
}

/** Where the workers' compiled code is kept: one for all workspaces. */
function codeFolderOf({ globalStorageUri: storage }: vscode.ExtensionContext): string | undefined {
  return storage.scheme === 'file' ? join(storage.fsPath, 'code') : undefined;
}

/** Where results of scans are kept: with the workspace's own storage where there is a workspace. */
function cacheOf({ storageUri, globalStorageUri }: vscode.ExtensionContext): CacheOptions | undefined {
  const storage = storageUri ?? globalStorageUri;
  if (storage.scheme !== 'file') return undefined;
  return { folder: join(storage.fsPath, 'scans'), version };
}
