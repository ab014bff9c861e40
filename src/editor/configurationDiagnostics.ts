import * as vscode from 'vscode';
import type { ConfigurationFinding } from '../core/configuration/finding';
import { rangeOf } from './convert';
import { configurationDocumentation, diagnosticSource } from './links';

/** What a manifest or configuration file says, as hints: they sit under its names, and the Problems view does not list them. */
export function configurationDiagnostics(
  document: vscode.TextDocument,
  findings: readonly ConfigurationFinding[],
  repository: string,
): vscode.Diagnostic[] {
  return findings.map(({ kind, range, message }) => {
    const diagnostic = new vscode.Diagnostic(rangeOf(document, range), message, vscode.DiagnosticSeverity.Hint);
    diagnostic.source = diagnosticSource;
    diagnostic.code = { value: kind, target: configurationDocumentation(repository) };
    return diagnostic;
  });
}
