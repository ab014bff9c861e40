import * as vscode from 'vscode';
import type { CallSite } from '../../core/callSite';
import { documentIdOf, rangeOf } from '../convert';
import type { CallSiteRef } from '../findingStore';
import type { EditorServices } from '../services';
import { sitesOf, type TreeNode } from '../treeModel';

/**
 * The closed call sites a command is about: what it was given (names from a link or the lightbulb, a node of the tree), else what
 * stands at the cursor.
 */
export async function selectedSites(services: EditorServices, argument: unknown): Promise<CallSiteRef[]> {
  const given = givenSites(argument);
  return given ?? (await sitesAtCursor(services)).map(({ file, fingerprint }) => ({ file, fingerprint }));
}

/** The id of the file a command is about: its argument, a URI from a menu, or the active editor. */
export function selectedFile(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  const document =
    argument instanceof vscode.Uri
      ? vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === argument.toString())
      : vscode.window.activeTextEditor?.document;
  return document && documentIdOf(document);
}

function givenSites(argument: unknown): CallSiteRef[] | undefined {
  if (Array.isArray(argument)) return argument.filter(isRef).map(({ file, fingerprint }) => ({ file, fingerprint }));
  if (isRef(argument)) return [{ file: argument.file, fingerprint: argument.fingerprint }];
  if (!isTreeNode(argument)) return undefined;
  const sites = sitesOf(argument);
  const wanted = argument.type === 'site' ? sites : sites.filter((site) => site.openness === 'closed');
  return wanted.map(({ file, fingerprint }) => ({ file, fingerprint }));
}

/** Closed call sites that the cursor touches, else those that start on its line. */
async function sitesAtCursor(services: EditorServices): Promise<CallSite[]> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return [];
  const { document, selection } = editor;
  const analysis = await services.documents.current(document);
  const closed = (analysis?.callSites ?? [])
    .filter((site) => site.openness === 'closed')
    .map((site) => ({ site, range: rangeOf(document, site.range) }));
  const touched = closed.filter(({ range }) => range.intersection(selection));
  const chosen = touched.length > 0 ? touched : closed.filter(({ range }) => range.start.line === selection.active.line);
  return chosen.map(({ site }) => site);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isRef(value: unknown): value is CallSiteRef {
  return isRecord(value) && typeof value['file'] === 'string' && typeof value['fingerprint'] === 'string';
}

/** Whether an argument of a command is a node of the tree. */
export function isTreeNode(value: unknown): value is TreeNode {
  return (
    isRecord(value) && ['vendor', 'model', 'site', 'accepted', 'configuration', 'kind', 'finding'].some((type) => value['type'] === type)
  );
}
