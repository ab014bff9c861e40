import { sep } from 'node:path';
import * as vscode from 'vscode';
import type { CallSite } from '../../core/callSite';
import type { RewriteRequest } from '../../core/rewrite/plan';
import { fileIdOf } from '../convert';
import type { EditorServices } from '../services';
import { sitesOf } from '../treeModel';
import { vendorName } from '../wording';
import { applyAndTell, tell } from './outcome';
import { scanQuietly } from './scan';
import { isTreeNode } from './selection';

/** What a rewrite over many call sites is about. */
interface Scope {
  /** For people: `src/jobs`, `this workspace`. */
  readonly name: string;
  readonly contains: (site: CallSite) => boolean;
}

/** Rewrites the closed call sites of a folder: the one picked in the explorer, else that of the active file. */
export async function rewriteFolder(services: EditorServices, argument: unknown): Promise<void> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const uri = argument instanceof vscode.Uri ? argument : active && vscode.Uri.joinPath(active, '..');
  if (uri?.scheme !== 'file') {
    tell(vscode.l10n.t('Pick a folder in the explorer.'));
    return;
  }
  const folder = fileIdOf(uri);
  const within = folder.endsWith(sep) ? folder : folder + sep;
  await rewriteScope(services, { name: vscode.workspace.asRelativePath(uri), contains: ({ file }) => file.startsWith(within) });
}

/** Rewrites every closed call site of the workspace. */
export async function rewriteWorkspace(services: EditorServices): Promise<void> {
  await rewriteScope(services, { name: vscode.l10n.t('this workspace'), contains: () => true });
}

/** Rewrites everything that goes to one vendor: of a node of the tree, given by id, or picked. */
export async function rewriteVendor(services: EditorServices, argument: unknown): Promise<void> {
  const given = isTreeNode(argument) ? sitesOf(argument)[0]?.vendor : argument;
  const vendor = typeof given === 'string' ? given : await pickVendor(services);
  if (vendor === undefined) return;
  const name = vendorName(await services.catalog(), vendor);
  await rewriteScope(services, { name: vscode.l10n.t('everything from {0}', name), contains: (site) => site.vendor === vendor });
}

async function pickVendor(services: EditorServices): Promise<string | undefined> {
  if (!(await scanned(services))) return undefined;
  const catalog = await services.catalog();
  const counts = new Map<string, number>();
  for (const { vendor } of closedSites(services)) counts.set(vendor, (counts.get(vendor) ?? 0) + 1);
  const items = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([vendor, count]) => ({ vendor, label: vendorName(catalog, vendor), description: vscode.l10n.t('{0} closed', count) }));
  if (items.length === 0) {
    tell(vscode.l10n.t('No closed call was found.'));
    return undefined;
  }
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Rewrite everything from a vendor') }))?.vendor;
}

async function rewriteScope(services: EditorServices, { name, contains }: Scope): Promise<void> {
  // Without a scan, files that share a client with the scope's would be overlooked.
  if (!(await scanned(services))) return;
  const all = closedSites(services).filter(contains);
  const [sites, inCells] = [all.filter(({ cell }) => !cell), all.filter(({ cell }) => cell)];
  const request = services.rewriter.request(sites);
  if (!request) {
    tell(inCells.length > 0 ? notebookReason() : vscode.l10n.t('There is no closed call in {0}.', name));
    return;
  }
  const target = await services.rewriter.destinationName(request);
  const title = vscode.l10n.t('Openward: planning the rewrite of {0} to {1}', name, target);
  const fresh = await cancellable(title, vscode.l10n.t('{0} closed call sites', sites.length), () => prepare(services, request));
  if (!fresh) return;
  const cells = inCells.map(({ file, fingerprint }) => ({ file, fingerprint, reason: notebookReason() }));
  await applyAndTell(services, { ...fresh, plan: { ...fresh.plan, refused: [...fresh.plan.refused, ...cells] } }, sites);
}

function prepare({ rewriter }: EditorServices, request: RewriteRequest): ReturnType<typeof rewriter.prepareScope> {
  return rewriter.prepareScope(request);
}

/** True once the whole workspace is known; false when the user stops the scan that it takes, or it fails. */
async function scanned(services: EditorServices): Promise<boolean> {
  const { scanner } = services;
  if (scanner.state.last && !scanner.state.last.result.cancelled) return true;
  const stop = (): void => scanner.cancel();
  await cancellable(vscode.l10n.t('Openward: scanning first'), '', () => scanQuietly(services), stop);
  const { last, failure } = scanner.state;
  if (failure !== undefined) tell(vscode.l10n.t('The scan failed. The log says why.'));
  return failure === undefined && last !== undefined && !last.result.cancelled;
}

/** Runs work under a notification that can be cancelled; undefined when it was, and what comes of the work is let go of then. */
function cancellable<T>(title: string, message: string, work: () => Promise<T>, onCancel?: () => void): Thenable<T | undefined> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, (progress, token) => {
    if (message !== '') progress.report({ message });
    return new Promise<T | undefined>((resolve, reject) => {
      token.onCancellationRequested(() => {
        onCancel?.();
        resolve(undefined);
      });
      work().then(resolve, reject);
    });
  });
}

function closedSites({ store }: EditorServices): CallSite[] {
  return store.analyses.flatMap(({ callSites }) => callSites).filter(({ openness }) => openness === 'closed');
}

/** Why call sites in notebooks stay out of scopes. */
function notebookReason(): string {
  return vscode.l10n.t('Notebooks are rewritten one by one: with the lightbulb in a cell, or by openward fix.');
}
