import * as vscode from 'vscode';
import { commands } from '../commandIds';
import type { EditorServices } from '../services';
import { section } from '../settings';
import { treeViewId, type CallSiteTree } from '../tree';
import { accept } from './accept';
import { checkTarget, setTargetKey } from './checkTarget';
import { openCallSite } from './reveal';
import { fixFile, rewrite, rewriteTo } from './rewrite';
import { chooseModel } from './models';
import { scan } from './scan';
import { rewriteFolder, rewriteVendor, rewriteWorkspace } from './scopes';
import { selectedSites } from './selection';
import { chooseTarget } from './targets';

type Handler = (...parameters: unknown[]) => unknown;

/** Registers every command; `viewsVisible` tells whether the user sees a view that shows a scan's progress. Failures go to the log and are told once, calmly. */
export function registerCommands(services: EditorServices, tree: CallSiteTree, viewsVisible: () => boolean): vscode.Disposable {
  const handlers: Record<keyof typeof commands, Handler> = {
    scan: () => scan(services, viewsVisible()),
    cancelScan: () => services.scanner.cancel(),
    rewrite: (argument) => rewrite(services, argument),
    rewriteTo: (argument, target) => rewriteTo(services, argument, target),
    fixFile: (argument) => fixFile(services, argument),
    rewriteFolder: (argument) => rewriteFolder(services, argument),
    rewriteWorkspace: () => rewriteWorkspace(services),
    rewriteVendor: (argument) => rewriteVendor(services, argument),
    chooseModel: (model) => chooseModel(services, model),
    chooseTarget: (target) => chooseTarget(services, target),
    checkTarget: (target) => checkTarget(services, target),
    setTargetKey: (target) => setTargetKey(services, target),
    accept: (argument, reason) => accept(services, argument, reason),
    reveal: async (argument) => {
      const [ref] = await selectedSites(services, argument);
      if (ref) await openCallSite(services, ref);
    },
    showInPanel: async (argument) => {
      const [ref] = await selectedSites(services, argument);
      await vscode.commands.executeCommand(`${treeViewId}.focus`);
      if (ref) await tree.reveal(ref);
    },
    copyFingerprint: async (argument) => {
      const refs = await selectedSites(services, argument);
      if (refs.length > 0) await vscode.env.clipboard.writeText(refs.map((ref) => ref.fingerprint).join('\n'));
    },
    showLog: () => services.log.show(),
    openSettings: () => vscode.commands.executeCommand('workbench.action.openSettings', `@ext:openward.openward ${section}`),
    refresh: async () => {
      services.documents.restart();
      await services.scanner.rescan(services.store.scannedFiles(() => true));
      tree.refresh();
    },
  };
  const names = Object.keys(handlers) as (keyof typeof commands)[];
  return vscode.Disposable.from(
    ...names.map((name) =>
      vscode.commands.registerCommand(commands[name], async (...parameters: unknown[]) => {
        try {
          await handlers[name](...parameters);
        } catch (error) {
          services.log.error(`${commands[name]}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
          void vscode.window.showErrorMessage(vscode.l10n.t('That did not work. The log says why.'));
        }
      }),
    ),
  );
}
