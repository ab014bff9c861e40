import * as vscode from 'vscode';
import type { CallSite } from '../core/callSite';
import type { Catalog, TargetRow } from '../core/catalog/catalog';
import type { Alternative, ModelDetails } from '../core/catalog/knowledge';
import { evidenceText } from '../core/rewrite/model/evidence';
import { joinNeeds } from '../core/rewrite/obstacles/needs';
import type { TargetCheck } from './targetChecks';

/** An entry of the list of models. */
export interface ModelItem extends vscode.QuickPickItem {
  /** Empty: the catalog chooses for each call. Absent for headings and for {@link asks}. */
  readonly model?: string;
  /** The entry that asks for an id. */
  readonly asks?: true;
}

/** What the list of models is made from. */
export interface ModelChoiceFacts {
  readonly catalog: Catalog;
  readonly target: TargetRow;
  readonly check: TargetCheck | undefined;
  /** Closed call sites of the workspace, as far as they are known. */
  readonly closed: readonly CallSite[];
  /** Gigabytes; undefined without a limit. */
  readonly memory: number | undefined;
  /** The model chosen now; undefined where the catalog chooses. */
  readonly current: string | undefined;
}

/** Alternatives listed for each closed model. */
const maxEach = 4;

/** What can be chosen as the model of rewrites: what the target really serves where it was asked, else what the catalog knows of it. */
export function modelItems(facts: ModelChoiceFacts): ModelItem[] {
  const { target, check, current } = facts;
  const heading = (label: string): ModelItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const marked = (item: ModelItem): ModelItem => (item.model === (current ?? '') ? { ...item, label: `$(check) ${item.label}` } : item);
  const served = check?.models ?? [];
  const listed =
    served.length > 0
      ? [
          heading(vscode.l10n.t('Served by {0} when it was checked', target.name)),
          ...served.map((model): ModelItem => ({
            model,
            label: model,
            description: factsText(facts.catalog.details(model, target.vendor)),
          })),
        ]
      : alternativeItems(facts, heading);
  const items: ModelItem[] = [
    {
      model: '',
      label: vscode.l10n.t('The catalog chooses'),
      detail: vscode.l10n.t('For each closed model the open alternative that {0} serves and that can do what the call uses', target.name),
    },
    ...listed,
    heading(''),
    { asks: true, label: vscode.l10n.t('Another model…'), detail: vscode.l10n.t('Type its id as {0} spells it', target.name) },
  ];
  return items.map(marked);
}

function alternativeItems(facts: ModelChoiceFacts, heading: (label: string) => ModelItem): ModelItem[] {
  const { catalog, target, closed } = facts;
  const seen = new Set<string>();
  const items: ModelItem[] = [];
  for (const [name, sites] of byModel(closed)) {
    const found = alternativesFor(facts, sites).flatMap((alternative): ModelItem[] => {
      const model = catalog.servedAs(alternative.id, target.id);
      if (model === null || seen.has(model)) return [];
      seen.add(model);
      return [{ model, label: model, description: factsText(alternative.details), detail: evidenceText(alternative) }];
    });
    if (found.length > 0) items.push(heading(vscode.l10n.t('In place of {0}, by the catalog', name)), ...found.slice(0, maxEach));
  }
  const usual = target.models.chat;
  if (!seen.has(usual)) {
    const description = factsText(catalog.details(usual, target.vendor));
    items.push(heading(vscode.l10n.t('Usual at {0}', target.name)), { model: usual, label: usual, description });
  }
  return items;
}

function alternativesFor({ catalog, target, memory }: ModelChoiceFacts, sites: readonly CallSite[]): readonly Alternative[] {
  const [first] = sites;
  if (!first || first.model === null) return [];
  const need = joinNeeds(sites.map((site) => site.need ?? {}));
  const limited = memory !== undefined && target.class === 'self-hosted';
  return catalog.alternatives(first.model, { ...need, ...(limited && { memory }) }, first.vendor);
}

/** Chat calls by the model they name, the most frequent first: one model is chosen for them, other kinds keep theirs. */
function byModel(closed: readonly CallSite[]): readonly (readonly [model: string, sites: readonly CallSite[]])[] {
  const groups = new Map<string, CallSite[]>();
  for (const site of closed) {
    if (site.model === null || ['embeddings', 'images', 'transcriptions', 'speech', 'rerank'].includes(site.surface ?? '')) continue;
    groups.set(site.model, [...(groups.get(site.model) ?? []), site]);
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

/** Licence, size in memory and context, as far as they are known. */
export function factsText({ licence, memory, context }: ModelDetails): string {
  return [
    licence?.name ?? null,
    memory === null ? null : vscode.l10n.t('{0} GB', Math.ceil(memory)),
    context === null ? null : vscode.l10n.t('{0}k context', Math.round(context / 1000)),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
