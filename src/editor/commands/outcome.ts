import * as vscode from 'vscode';
import type { CallSite } from '../../core/callSite';
import type { RewritePlan, SiteName } from '../../core/rewrite/plan';
import { uriOf } from '../convert';
import type { CallSiteRef } from '../findingStore';
import { staleMessage, type FreshPlan } from '../rewriter';
import type { EditorServices } from '../services';
import { sentence } from '../wording';
import { openCallSite } from './reveal';

/** Says something in passing. */
export function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}

/** Applies a plan over many call sites, and tells what moved, what did not and why. */
export async function applyAndTell(services: EditorServices, { plan, edit }: FreshPlan, asked: readonly CallSite[]): Promise<void> {
  const stayed = stayedOf(plan);
  if (plan.files.length === 0) {
    tellStayed(services, vscode.l10n.t('Nothing was rewritten.'), stayed);
    return;
  }
  if (!edit) {
    void vscode.window.showWarningMessage(staleMessage());
    return;
  }
  const applied = await vscode.workspace.applyEdit(edit, { isRefactoring: plan.files.length > 1 });
  if (!applied) return;
  const isClient = (moved: SiteName): boolean =>
    asked.some(({ file, fingerprint, kind }) => kind === 'client' && file === moved.file && fingerprint === moved.fingerprint);
  const calls = plan.moved.filter((moved) => !isClient(moved)).length;
  const done = plan.changesResults
    ? // What was ticked in the preview is not told to extensions.
      vscode.l10n.t('Openward rewrote what was ticked, of {0} calls in {1} files.', calls, plan.files.length)
    : vscode.l10n.t('Openward moved {0} calls in {1} files.', calls, plan.files.length);
  tellStayed(services, done, stayed);
}

/** A call site that was left where it is. */
interface Stayed extends CallSiteRef {
  readonly reason: string;
}

function stayedOf({ refused, left }: RewritePlan): readonly Stayed[] {
  return [...refused, ...left];
}

function tellStayed(services: EditorServices, done: string, stayed: readonly Stayed[]): void {
  if (stayed.length === 0) {
    tell(done);
    return;
  }
  const show = vscode.l10n.t('Show');
  const message =
    stayed.length === 1
      ? vscode.l10n.t('{0} One stays: {1}', done, sentence(stayed[0]?.reason ?? ''))
      : vscode.l10n.t('{0} {1} stay where they are.', done, stayed.length);
  // Not waited for: the command is done, and the message may stand for long.
  void vscode.window.showInformationMessage(message, show).then((chosen) => (chosen === show ? showStayed(services, stayed) : undefined));
}

interface StayedItem extends vscode.QuickPickItem {
  readonly stayed?: Stayed;
}

/** The call sites that stay, by reason; picking one opens it. */
export async function showStayed(services: EditorServices, stayed: readonly Stayed[]): Promise<void> {
  const picked = await vscode.window.showQuickPick(stayedItems(services, stayed), {
    title: vscode.l10n.t('Calls that stay, and why'),
    placeHolder: vscode.l10n.t('Pick one to open it'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked?.stayed) await openCallSite(services, picked.stayed);
}

/** Entries of the list, under a separator for each reason, the most frequent first. */
export function stayedItems({ store }: Pick<EditorServices, 'store'>, stayed: readonly Stayed[]): StayedItem[] {
  const byReason = new Map<string, Stayed[]>();
  for (const each of stayed) byReason.set(each.reason, [...(byReason.get(each.reason) ?? []), each]);
  return [...byReason]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([reason, group]): StayedItem[] => [
      { label: sentence(reason), kind: vscode.QuickPickItemKind.Separator },
      ...group.map((each): StayedItem => {
        const site = store.find(each);
        const path = vscode.workspace.asRelativePath(uriOf(each.file));
        const label = [site?.sdk, site?.surface ?? site?.kind].filter((part) => part !== undefined).join(' · ');
        return { stayed: each, label: label === '' ? path : label, description: path, detail: sentence(reason) };
      }),
    ]);
}
