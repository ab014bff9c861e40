import * as vscode from 'vscode';
import type { CallSite, CallSiteKind } from '../core/callSite';

/** `source` of every diagnostic of ours. */
export const diagnosticSource = 'openward';

/** Codes of diagnostics of closed call sites; each is a heading of the README, so that its link explains it. */
export type FindingCode = 'closed-call' | 'closed-client' | 'closed-model';

/** The code under which a closed call site is reported. */
export function codeOf(kind: CallSiteKind): FindingCode {
  switch (kind) {
    case 'call':
    case 'http':
      return 'closed-call';
    case 'client':
      return 'closed-client';
    case 'model-binding':
      return 'closed-model';
  }
}

/** The page that explains a call site's code: the README's section in the repository the manifest names. */
export function documentationOf(site: CallSite, repository: string): vscode.Uri {
  return vscode.Uri.parse(`${repository.replace(/\.git$/, '')}#${codeOf(site.kind)}`);
}

/** The page that explains what configuration tells. */
export function configurationDocumentation(repository: string): vscode.Uri {
  return vscode.Uri.parse(`${repository.replace(/\.git$/, '')}#configuration`);
}

/** The repository's page as the manifest names it. */
export function repositoryOf(manifest: unknown): string {
  const { repository } = manifest as { repository?: string | { url?: string } };
  return (typeof repository === 'string' ? repository : repository?.url) ?? '';
}
