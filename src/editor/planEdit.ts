import * as vscode from 'vscode';
import type { FileEdits, RewritePlan } from '../core/rewrite/plan';
import { applyEdits, type TextEdit } from '../core/text/textEdit';
import { uriOf } from './convert';
import type { EditSource } from './placedEdits';

type Metadata = vscode.WorkspaceEditEntryMetadata;
type Entry = [vscode.TextEdit, Metadata];

/** Why a plan is previewed before it edits: it can change results, reaches into more than one file, or there is something to know. */
export function needsConfirmation(plan: RewritePlan): boolean {
  return plan.changesResults || plan.files.length > 1 || plan.warnings.length > 0;
}

/**
 * The edit of a plan over what was opened, in the order of its files; undefined where one holds another text than the plan was made
 * for. What needs a look goes through the refactor preview. There, edits that are to be confirmed are not ticked, and all others are:
 * what can change results has to be ticked, and the rest of the plan is only shown.
 * @param safe the part of the plan that can't change results, where that is known
 */
export function planEdit(plan: RewritePlan, sources: readonly EditSource[], safe?: RewritePlan): vscode.WorkspaceEdit | undefined {
  const preview = needsConfirmation(plan);
  const documents = new Map<string, { readonly uri: vscode.Uri; readonly entries: Entry[] }>();
  const made: MadeFile[] = [];
  for (const [index, fileEdits] of plan.files.entries()) {
    const placed = sources[index]?.(fileEdits);
    if (!placed) return undefined;
    const isSafe = safeEdits(plan, fileEdits, safe);
    const isWhole = fileEdits.creates === true && !fileEdits.edits.some(isSafe);
    if (fileEdits.creates) made.push({ fileEdits, isWhole });
    if (isWhole) continue;
    for (const { uri, edit, original } of placed) {
      const document = documents.get(uri.toString()) ?? { uri, entries: [] };
      documents.set(uri.toString(), document);
      document.entries.push([edit, isSafe(original) ? shown(plan) : confirmed(plan, fileEdits.file)]);
    }
  }
  const all = [...documents.values()];
  const isAsked =
    made.some(({ isWhole }) => isWhole) || all.some(({ entries }) => entries.some(([, { needsConfirmation: asked }]) => asked));
  if (preview && !isAsked) all[0]?.entries.push(lookFirst(plan));
  const result = new vscode.WorkspaceEdit();
  for (const each of made) makeFile(result, plan, each, preview);
  // A document is set once: setting it again would add to its edits.
  for (const { uri, entries } of all) {
    if (preview) result.set(uri, entries);
    else
      result.set(
        uri,
        entries.map(([edit]) => edit),
      );
  }
  return result;
}

/** A file that a plan makes. `isWhole`: it is ticked together with what it holds, where neither is ticked from the start. */
interface MadeFile {
  readonly fileEdits: FileEdits;
  readonly isWhole: boolean;
}

function makeFile(result: vscode.WorkspaceEdit, plan: RewritePlan, { fileEdits, isWhole }: MadeFile, preview: boolean): void {
  const { file, before, edits } = fileEdits;
  // An empty file would be left over where its text alone is not ticked.
  if (isWhole) {
    const contents = new TextEncoder().encode(applyEdits(before, edits));
    result.createFile(uriOf(file), { overwrite: false, contents }, confirmed(plan, file));
  } else result.createFile(uriOf(file), { overwrite: false }, preview ? shown(plan) : undefined);
}

/** Tells the edits of a file that a rewrite without risk makes as well. */
function safeEdits(plan: RewritePlan, { file }: FileEdits, safe: RewritePlan | undefined): (edit: TextEdit) => boolean {
  if (!plan.changesResults) return () => true;
  const keyOf = ({ range, newText }: TextEdit): string => JSON.stringify([range.start, range.end, newText]);
  const keys = new Set(safe?.files.find((each) => each.file === file)?.edits.map(keyOf) ?? []);
  return (edit) => keys.has(keyOf(edit));
}

function shown(plan: RewritePlan): Metadata {
  return { needsConfirmation: false, label: plan.title, description: plan.steps.join('; ') };
}

function confirmed(plan: RewritePlan, file: string): Metadata {
  const own = plan.warnings.filter((warning) => warning.file === file);
  const reasons = new Set((own.length > 0 ? own : plan.warnings).map(({ reason }) => reason));
  const label = reasons.size > 0 ? vscode.l10n.t('After this rewrite {0}', [...reasons].join('; ')) : plan.title;
  return { needsConfirmation: true, label, description: plan.steps.join('; ') };
}

/** VS Code shows a preview only for edits to be confirmed. One that changes nothing asks for it, so that all real ones are ticked. */
function lookFirst(plan: RewritePlan): Entry {
  const reasons = [...new Set(plan.warnings.map(({ reason }) => reason))];
  const label =
    reasons.length > 0
      ? vscode.l10n.t('To know: after this rewrite {0}', reasons.join('; '))
      : vscode.l10n.t('{0} files change together. Look through them, then apply', plan.files.length);
  return [vscode.TextEdit.insert(new vscode.Position(0, 0), ''), { needsConfirmation: true, label }];
}
