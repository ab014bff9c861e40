import type * as vscode from 'vscode';
import type { CallSite } from '../core/callSite';
import type { Catalog } from '../core/catalog/catalog';
import type { Alternative } from '../core/catalog/knowledge';
import { settingsFor } from './settings';

/**
 * Open models that can stand in for a call site's and can do what it uses, the best evidence first. Where rewrites go to a server of one's own, only those
 * that fit into its memory.
 */
export function openAlternatives(catalog: Catalog, { model, vendor, need }: CallSite, uri: vscode.Uri): readonly Alternative[] {
  if (model === null) return [];
  const { target, memory } = settingsFor(uri);
  const limited = memory !== undefined && catalog.targets.get(target)?.class === 'self-hosted';
  return catalog.alternatives(model, { ...need, ...(limited && { memory }) }, vendor);
}

/** The first of them that the target of the settings serves, as it spells it; undefined when it is not known to serve any. */
export function servedAlternative(catalog: Catalog, site: CallSite, uri: vscode.Uri): string | undefined {
  const { target } = settingsFor(uri);
  for (const { id } of openAlternatives(catalog, site, uri)) {
    const served = catalog.servedAs(id, target);
    if (served !== null) return served;
  }
  return undefined;
}
