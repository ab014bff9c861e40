import * as vscode from 'vscode';
import type { TargetRow } from '../../core/catalog/catalog';
import type { EndpointStyle, RewriteRequest } from '../../core/rewrite/plan';
import type { CallSiteRef } from '../findingStore';
import { staleMessage, type Destination } from '../rewriter';
import type { EditorServices } from '../services';
import { sentence } from '../wording';
import { applyAndTell, tell } from './outcome';
import { openCallSite } from './reveal';
import { selectedFile, selectedSites } from './selection';
import { pickTarget } from './targets';

/** Rewrites the given call sites, or those at the cursor, to the target of the settings. */
export async function rewrite(services: EditorServices, argument: unknown): Promise<void> {
  await rewriteSites(services, await selectedSites(services, argument));
}

/** The same, to a target picked from the list or given by id. */
export async function rewriteTo(services: EditorServices, argument: unknown, id: unknown): Promise<void> {
  const refs = await selectedSites(services, argument);
  if (refs.length === 0) {
    await rewriteSites(services, refs);
    return;
  }
  const { targets } = await services.catalog();
  const target = typeof id === 'string' ? targets.get(id) : await pickTarget(services, vscode.l10n.t('Rewrite to another target'));
  if (!target) return;
  const style = typeof id === 'string' ? undefined : await pickStyle(services, refs, target);
  if (style !== null) await rewriteSites(services, refs, { target: target.id, ...(style && { style }) });
}

/**
 * Asks how code is to be told, where the environment file could do it alone; undefined for what the settings say, null when the user
 * leaves.
 */
async function pickStyle(
  services: EditorServices,
  refs: readonly CallSiteRef[],
  target: TargetRow,
): Promise<EndpointStyle | undefined | null> {
  const request = services.rewriter.request(refs, { target: target.id, style: 'env-file' });
  const plan = request && (await services.rewriter.plan(request));
  if (!plan || plan.files.length === 0) return undefined;
  const items: readonly (vscode.QuickPickItem & { readonly style?: EndpointStyle })[] = [
    { label: vscode.l10n.t('In the code'), detail: vscode.l10n.t('The client is given the address and the key of {0}', target.name) },
    { label: vscode.l10n.t('Through .env'), detail: plan.steps.join('; '), style: 'env-file' },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('How code is told to ask {0}', target.name) });
  return picked ? picked.style : null;
}

/** Rewrites every call site of a file that can be moved without changing results. */
export async function fixFile(services: EditorServices, argument: unknown): Promise<void> {
  // From the explorer's menu the file need not be open.
  if (argument instanceof vscode.Uri) await services.documents.current(await vscode.workspace.openTextDocument(argument));
  const file = selectedFile(argument);
  const closed = (file === undefined ? undefined : services.store.get(file))?.callSites.filter((site) => site.openness === 'closed') ?? [];
  if (file === undefined || closed.length === 0) {
    tell(vscode.l10n.t('There is no closed call in this file.'));
    return;
  }
  const fresh = await services.rewriter.prepareSafe(file);
  if (fresh) await applyAndTell(services, fresh, closed);
}

async function rewriteSites(services: EditorServices, refs: readonly CallSiteRef[], destination?: Destination): Promise<void> {
  const request: RewriteRequest | undefined = services.rewriter.request(refs, destination);
  const [only, ...others] = refs;
  if (!request || !only) {
    tell(vscode.l10n.t('There is no closed call at the cursor.'));
    return;
  }
  // The edit is made where it can be seen.
  if (others.length === 0) await openCallSite(services, only);
  const { plan, edit } = await services.rewriter.prepare(request);
  if (plan.files.length === 0) {
    tell(sentence(plan.refused[0]?.reason ?? vscode.l10n.t('There is nothing to rewrite here.')));
    return;
  }
  await apply(edit, plan.files.length);
}

async function apply(edit: vscode.WorkspaceEdit | undefined, files: number): Promise<void> {
  if (!edit) void vscode.window.showWarningMessage(staleMessage());
  else await vscode.workspace.applyEdit(edit, { isRefactoring: files > 1 });
}
