import * as vscode from 'vscode';
import type { CallSite } from '../core/callSite';
import type { PlanRequest, RewritePlan, RewriteRequest, SiteName } from '../core/rewrite/plan';
import { servedAlternative } from './alternatives';
import { commands } from './commandIds';
import { documentIdOf, rangeOf } from './convert';
import { isOurs } from './diagnostics';
import type { CallSiteRef } from './findingStore';
import { documentSelector, isSupported } from './languages';
import { isRetiring, modelRange } from './retirementDiagnostics';
import { needsConfirmation } from './planEdit';
import { staleMessage } from './rewriter';
import type { EditorServices } from './services';
import { settingsFor } from './settings';

/** Rewrites of single call sites. */
export const rewriteKind = vscode.CodeActionKind.QuickFix.append('openward.rewrite');
/** Replacing a retired model by its vendor's own. */
export const replaceKind = vscode.CodeActionKind.QuickFix.append('openward.replace');
/** Accepting and looking at a call site. */
export const otherKind = vscode.CodeActionKind.QuickFix.append('openward.more');
/** All safe rewrites of a file. */
export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('openward');

/** A rewrite whose edit is made when the user picks it. */
class RewriteAction extends vscode.CodeAction {
  constructor(
    title: string,
    readonly request: PlanRequest,
    kind = rewriteKind,
  ) {
    super(title, kind);
  }
}

/** All safe rewrites of a file, planned when picked. */
class FixAllAction extends vscode.CodeAction {
  constructor(
    title: string,
    readonly file: string,
    /** On save nothing may ask: rewrites that need a preview are left out. */
    readonly silent: boolean,
  ) {
    super(title, fixAllKind);
  }
}

/** Registers the lightbulb's entries for closed call sites. */
export function registerCodeActions(services: EditorServices): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(documentSelector, new CodeActions(services), {
    providedCodeActionKinds: [replaceKind, rewriteKind, otherKind, fixAllKind],
  });
}

/** Provides the lightbulb's entries; exported for tests, because VS Code's own command leaves disabled entries out. */
export class CodeActions implements vscode.CodeActionProvider {
  readonly #services: EditorServices;

  constructor(services: EditorServices) {
    this.#services = services;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    if (!isSupported(document)) return [];
    const wants = (kind: vscode.CodeActionKind): boolean => !context.only || context.only.contains(kind);
    const analysis = await this.#services.documents.current(document);
    if (!analysis || token.isCancellationRequested) return [];
    const closed = analysis.callSites.filter((site) => site.openness === 'closed');
    const actions: vscode.CodeAction[] = [];
    if (wantsFixAll(context) && closed.length > 0) actions.push(await this.#fixAll(document, context));
    const isHit = (site: CallSite): boolean =>
      [rangeOf(document, site.range), ...(isRetiring(site) ? [modelRange(document, site)] : [])].some((each) => each.intersection(range));
    const hits = closed.filter(isHit);
    const retiring = analysis.callSites.filter((site) => isRetiring(site) && isHit(site));
    const diagnostics = context.diagnostics.filter(isOurs);
    if (wants(replaceKind)) actions.push(...(await this.#replacements(retiring)));
    if (hits.length > 0 && wants(rewriteKind)) {
      actions.push(...(await this.#alternatives(document, retiring)), ...(await this.#rewrites(hits)));
    }
    if (wants(otherKind)) actions.push(...others(hits, closed.length));
    for (const action of actions) if (action.kind && !action.kind.contains(fixAllKind)) action.diagnostics = diagnostics;
    return actions;
  }

  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    try {
      if (action instanceof RewriteAction) await this.#resolveRewrite(action);
      else if (action instanceof FixAllAction) await this.#resolveFixAll(action);
    } catch (error) {
      this.#services.log.error(`A rewrite could not be made: ${String(error)}`);
      void vscode.window.showErrorMessage(vscode.l10n.t('The rewrite could not be made. The log says why.'));
    }
    return action;
  }

  /** One replacement for each text that names a retired model. */
  async #replacements(retiring: readonly CallSite[]): Promise<vscode.CodeAction[]> {
    const byPlace = new Map(retiring.map((site) => [JSON.stringify(site.modelAt ?? site.fingerprint), site]));
    const offered = [...byPlace.values()].filter((site) => (site.retirement?.replacement ?? null) !== null);
    return this.#planned(offered.map((site) => ({ request: this.#services.rewriter.replacement(site), kind: replaceKind })));
  }

  /** Where another model is chosen for all rewrites: one to the model that the catalog puts first among those the target serves. */
  async #alternatives(document: vscode.TextDocument, retiring: readonly CallSite[]): Promise<vscode.CodeAction[]> {
    const closed = retiring.filter((site) => site.openness === 'closed');
    const [first] = closed;
    if (!first) return [];
    const { target, targetModel } = settingsFor(document.uri);
    if (targetModel === undefined) return [];
    const model = servedAlternative(await this.#services.catalog(), first, document.uri);
    if (model === undefined || model === targetModel) return [];
    const request = this.#services.rewriter.request(closed, { target, model });
    return request ? this.#planned([{ request, kind: rewriteKind }]) : [];
  }

  /** An action for each plan; one that can't be made is shown disabled, with the reason. */
  async #planned(wanted: readonly { readonly request: PlanRequest; readonly kind: vscode.CodeActionKind }[]): Promise<RewriteAction[]> {
    const actions: RewriteAction[] = [];
    for (const { request, kind } of wanted) {
      try {
        const plan = await this.#services.rewriter.plan(request);
        actions.push(actionOf(plan, request, kind));
      } catch (error) {
        this.#services.log.error(`A rewrite could not be planned: ${String(error)}`);
      }
    }
    return actions;
  }

  /** One rewrite for the call sites under the cursor. What can't be moved is shown disabled, with the reason. */
  async #rewrites(hits: readonly CallSite[]): Promise<vscode.CodeAction[]> {
    const request = this.#services.rewriter.request(hits);
    if (!request) return [];
    try {
      const plan = await this.#services.rewriter.plan(request);
      const action = actionOf(plan, request, rewriteKind, this.#sharing(plan, hits));
      if (!action.disabled) action.isPreferred = !plan.changesResults;
      const another = new vscode.CodeAction(vscode.l10n.t('Rewrite to another target…'), rewriteKind);
      another.command = { command: commands.rewriteTo, title: another.title, arguments: [hits.map(refOf)] };
      return [action, ...(await this.#throughEnvironmentFile(request, hits)), another];
    } catch (error) {
      this.#services.log.error(`A rewrite could not be planned: ${String(error)}`);
      return [];
    }
  }

  /** The smallest action of all, where it would do: `.env` says where requests go, and the client's code stays as it is. */
  async #throughEnvironmentFile({ style }: RewriteRequest, hits: readonly CallSite[]): Promise<vscode.CodeAction[]> {
    if (style === 'env-file') return [];
    const request = this.#services.rewriter.request(hits, { style: 'env-file' });
    const plan = request && (await this.#services.rewriter.plan(request));
    return request && plan && plan.files.length > 0 ? [actionOf(plan, request, rewriteKind, this.#sharing(plan, hits))] : [];
  }

  /** How many calls move along because they share the client. */
  #sharing({ moved }: RewritePlan, hits: readonly CallSite[]): number {
    const isOwn = (name: SiteName): boolean => hits.some((hit) => hit.file === name.file && hit.fingerprint === name.fingerprint);
    return moved.filter((name) => !isOwn(name) && this.#services.store.find(name)?.kind !== 'client').length;
  }

  async #fixAll(document: vscode.TextDocument, context: vscode.CodeActionContext): Promise<vscode.CodeAction> {
    const request = this.#services.rewriter.requestForFiles([documentIdOf(document)]);
    const target = request ? await this.#services.rewriter.destinationName(request) : '';
    return new FixAllAction(
      vscode.l10n.t('Rewrite closed calls in this file to {0}', target),
      documentIdOf(document),
      context.triggerKind === vscode.CodeActionTriggerKind.Automatic,
    );
  }

  async #resolveRewrite(action: RewriteAction): Promise<void> {
    const { edit } = await this.#services.rewriter.prepare(action.request);
    if (edit) action.edit = edit;
    else void vscode.window.showWarningMessage(staleMessage());
  }

  async #resolveFixAll(action: FixAllAction): Promise<void> {
    const fresh = await this.#services.rewriter.prepareSafe(action.file);
    if (!fresh?.edit || fresh.plan.files.length === 0 || (action.silent && needsConfirmation(fresh.plan))) return;
    action.edit = fresh.edit;
  }
}

function actionOf(plan: RewritePlan, request: PlanRequest, kind: vscode.CodeActionKind, sharing = 0): RewriteAction {
  const along =
    sharing === 0
      ? plan.title
      : sharing === 1
        ? vscode.l10n.t('{0}, 1 more call', plan.title)
        : vscode.l10n.t('{0}, {1} more calls', plan.title, sharing);
  const action = new RewriteAction(needsConfirmation(plan) ? vscode.l10n.t('{0}, preview', along) : along, request, kind);
  if (plan.files.length === 0) action.disabled = { reason: plan.refused[0]?.reason ?? vscode.l10n.t('There is nothing to rewrite here.') };
  return action;
}

/**
 * "Fix all" sends code to another server, which nobody means by a general `source.fixAll` on save: it must be asked for by its
 * own name, or picked from the menu of source actions.
 */
function wantsFixAll({ only, triggerKind }: vscode.CodeActionContext): boolean {
  if (!only) return false;
  if (fixAllKind.contains(only)) return true;
  return only.value === vscode.CodeActionKind.Source.value && triggerKind === vscode.CodeActionTriggerKind.Invoke;
}

function others(hits: readonly CallSite[], closed: number): vscode.CodeAction[] {
  const refs = hits.map(refOf);
  const first = refs[0];
  if (!first) return [];
  const entry = (title: string, command: string, argument: unknown): vscode.CodeAction => {
    const action = new vscode.CodeAction(title, otherKind);
    action.command = { command, title, arguments: [argument] };
    return action;
  };
  return [
    ...(closed > hits.length ? [entry(vscode.l10n.t('Rewrite all closed calls in this file'), commands.fixFile, first.file)] : []),
    entry(vscode.l10n.t('Accept this dependency…'), commands.accept, refs),
    entry(vscode.l10n.t('Show in Openward’s view'), commands.showInPanel, first),
  ];
}

function refOf(site: CallSite): CallSiteRef {
  return { file: site.file, fingerprint: site.fingerprint };
}
