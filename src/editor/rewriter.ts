import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import { customTarget } from '../core/catalog/overrides';
import type { EndpointStyle, PlanRequest, ReplacementRequest, RewritePlan, RewriteRequest } from '../core/rewrite/plan';
import type { EngineService } from '../workspace/service/engineService';
import { uriOf } from './convert';
import type { DocumentWatcher } from './documentWatcher';
import type { CallSiteRef } from './findingStore';
import { isPlaced, openSource, type EditSource } from './placedEdits';
import { planEdit } from './planEdit';
import { settingsFor } from './settings';

/** How often a plan is made again because texts on disk and in the editor differ (line ends, a file just opened). */
const attempts = 3;

/** Where a rewrite goes when it does not go to the target of the settings, and how when not as they say. */
export interface Destination {
  /** That of the settings, with its model, when absent. */
  readonly target?: string;
  readonly model?: string;
  readonly style?: EndpointStyle;
}

/** A plan whose texts are those of the open documents at this moment. */
export interface FreshPlan {
  readonly plan: RewritePlan;
  /** Undefined when the documents don't hold the texts the plan was made for. */
  readonly edit: vscode.WorkspaceEdit | undefined;
}

/** Plans rewrites and turns them into edits. An edit made for another text than the present one is never handed out. */
export class Rewriter {
  readonly #engine: EngineService;
  readonly #documents: DocumentWatcher;
  readonly #catalog: () => Promise<Catalog>;
  readonly #related: () => readonly string[] | undefined;

  /** @param related files with call sites, once a scan has told them all; undefined before */
  constructor(
    engine: EngineService,
    documents: DocumentWatcher,
    catalog: () => Promise<Catalog>,
    related: () => readonly string[] | undefined = () => undefined,
  ) {
    this.#engine = engine;
    this.#documents = documents;
    this.#catalog = catalog;
    this.#related = related;
  }

  /** The request for some call sites, with the settings of the first one's file. Undefined without any. */
  request(refs: readonly CallSiteRef[], destination?: Destination): RewriteRequest | undefined {
    const request = this.requestForFiles([...new Set(refs.map((ref) => ref.file))], destination);
    return request && { ...request, sites: refs.map(({ file, fingerprint }) => ({ file, fingerprint })) };
  }

  /** The request for all closed call sites of some files. */
  requestForFiles(files: readonly string[], destination?: Destination): RewriteRequest | undefined {
    const first = files[0];
    if (first === undefined) return undefined;
    const { target, targetModel, endpointStyle, memory } = settingsFor(uriOf(first));
    const model = destination?.target === undefined ? targetModel : destination.model;
    const related = this.#related();
    return {
      files,
      target: destination?.target ?? target,
      style: destination?.style ?? endpointStyle,
      ...(related && { related }),
      ...(memory !== undefined && { memory }),
      ...(model !== undefined && { model }),
    };
  }

  /** The request to replace a call site's retired model by its vendor's own. */
  replacement({ file, fingerprint }: CallSiteRef): ReplacementRequest {
    const related = this.#related();
    return { files: [file], replace: { file, fingerprint }, ...(related && { related }) };
  }

  /** What a rewrite would do to the present texts. */
  async plan(request: PlanRequest): Promise<RewritePlan> {
    const missing = await this.#missingTarget(request);
    if (missing !== undefined) return nothing(request, missing);
    this.#documents.flush();
    const plan = await this.#engine.plan(request);
    const torn = plan.files.find((each) => !isPlaced(each));
    if (!torn) return plan;
    const reason = vscode.l10n.t('A part of this rewrite would fall outside of the notebook’s cells.');
    const refused = [{ file: torn.file, fingerprint: plan.moved.find(({ file }) => file === torn.file)?.fingerprint ?? '', reason }];
    return { ...plan, files: [], models: [], moved: [], steps: [], refused };
  }

  /** Why the target of a request can't be asked for; undefined for one that the catalog has. */
  async #missingTarget(request: PlanRequest): Promise<string | undefined> {
    if ('replace' in request || (await this.#catalog()).targets.has(request.target)) return undefined;
    if (request.target !== customTarget) return vscode.l10n.t('The catalog has no target “{0}”.', request.target);
    return vscode.l10n.t('The target “custom” has no address yet: describe it in the setting openward.customTarget.');
  }

  /** A plan together with its edit, for the texts as they are now. */
  async prepare(request: PlanRequest): Promise<FreshPlan> {
    let plan = await this.plan(request);
    let edit = await this.editOf(plan);
    // Opening the plan's files gives the engine their texts as the editor holds them, so the next plan fits.
    for (let attempt = 1; edit === undefined && attempt < attempts; attempt++) {
      plan = await this.plan(request);
      edit = await this.editOf(plan);
    }
    return { plan, edit };
  }

  /** The part of a file's rewrite that can't change results: what "fix all" does. */
  async prepareSafe(file: string): Promise<FreshPlan | undefined> {
    const whole = this.requestForFiles([file]);
    return whole && this.prepare({ ...whole, safeOnly: true });
  }

  /**
   * A plan over many call sites with its edit: what can change results is left out of the edit until it is ticked in the preview,
   * and what is ticked there from the start is a whole rewrite of its own.
   */
  async prepareScope(request: RewriteRequest): Promise<FreshPlan> {
    const fresh = await this.prepare(request);
    if (!fresh.edit || !fresh.plan.changesResults) return fresh;
    const safe = await this.plan({ ...request, safeOnly: true });
    return { plan: fresh.plan, edit: await this.editOf(fresh.plan, safe) };
  }

  /**
   * The edit of a plan, undefined when a document holds another text than the plan was made for.
   * @param safe the part of the plan that can't change results, where that is known
   */
  async editOf(plan: RewritePlan, safe?: RewritePlan): Promise<vscode.WorkspaceEdit | undefined> {
    const sources: EditSource[] = [];
    for (const edits of plan.files) sources.push(await openSource(edits));
    // From here on nothing waits, so that the texts compared are the texts edited.
    return planEdit(plan, sources, safe);
  }

  /**
   * Applies a plan as one undo step. False when the texts moved on since it was made: nothing is edited then and the user is
   * told so.
   */
  async apply(plan: RewritePlan): Promise<boolean> {
    const edit = await this.editOf(plan);
    if (!edit) {
      void vscode.window.showWarningMessage(staleMessage());
      return false;
    }
    // A refactoring of several files is saved as `files.refactoring.autoSave` says, like a rename.
    return vscode.workspace.applyEdit(edit, { isRefactoring: plan.files.length > 1 });
  }

  /** Name and model of where a rewrite goes, for titles made before there is a plan. */
  async destinationName(request: RewriteRequest): Promise<string> {
    return (await this.#catalog()).targets.get(request.target)?.name ?? request.target;
  }
}

/** The plan that does nothing, for one reason. */
function nothing(request: PlanRequest, reason: string): RewritePlan {
  const named = 'replace' in request ? [request.replace] : (request.sites ?? request.files.map((file) => ({ file, fingerprint: '' })));
  return {
    title: vscode.l10n.t('Rewrite'),
    steps: [],
    files: [],
    models: [],
    moved: [],
    warnings: [],
    refused: named.map((site) => ({ ...site, reason })),
    left: [],
    changesResults: false,
  };
}

/** What the user is told when an edit no longer fits its document. */
export function staleMessage(): string {
  return vscode.l10n.t('The code changed while the rewrite was prepared. Nothing was edited; try again.');
}
