import * as vscode from 'vscode';
import type { CallSite, SiteRetirement } from '../core/callSite';
import { retirementMessage } from '../core/retirement/message';
import { retirementState, type Day, type Standing } from '../core/retirement/standing';
import { documentIdOf, rangeOf } from './convert';
import { diagnosticSource } from './links';

const severities: Readonly<Record<Standing, vscode.DiagnosticSeverity>> = {
  retired: vscode.DiagnosticSeverity.Error,
  retiring: vscode.DiagnosticSeverity.Warning,
  deprecated: vscode.DiagnosticSeverity.Hint,
};

/** A call site whose model is retired. */
type RetiringSite = CallSite & { readonly model: string; readonly retirement: SiteRetirement };

/**
 * Marks models that their vendor retires: on the model's id where it stands in the document, else on the call site. An id that several
 * call sites name is marked once. The code links to the page that announces it.
 */
export function retirementDiagnostics(document: vscode.TextDocument, sites: readonly CallSite[], today: Day): vscode.Diagnostic[] {
  const marked = new Map<string, vscode.Diagnostic>();
  for (const site of sites.filter(isRetiring)) {
    const range = modelRange(document, site);
    const diagnostic = diagnosticOf(site, range, today);
    marked.set(JSON.stringify([range, diagnostic.message]), diagnostic);
  }
  return [...marked.values()];
}

/** Where a call site's retirement is shown. */
export function modelRange(document: vscode.TextDocument, { modelAt, range }: CallSite): vscode.Range {
  return rangeOf(document, modelAt?.file === documentIdOf(document) ? modelAt.range : range);
}

/** Whether the vendor that receives a call site's requests retires its model. */
export function isRetiring(site: CallSite): site is RetiringSite {
  return site.retirement !== undefined && site.model !== null;
}

function diagnosticOf({ model, retirement }: RetiringSite, range: vscode.Range, today: Day): vscode.Diagnostic {
  const { standing } = retirementState(retirement, today);
  const diagnostic = new vscode.Diagnostic(range, retirementMessage(model, retirement, today), severities[standing]);
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: standing, target: vscode.Uri.parse(retirement.source) };
  diagnostic.tags = [vscode.DiagnosticTag.Deprecated];
  return diagnostic;
}
