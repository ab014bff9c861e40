import * as vscode from 'vscode';
import type { TargetRow } from '../../core/catalog/catalog';
import type { EditorServices } from '../services';
import { section, settingsFor } from '../settings';

interface TargetItem extends vscode.QuickPickItem {
  readonly target: TargetRow;
}

/** Lets the user pick a target; undefined when they leave without one. */
export async function pickTarget(services: EditorServices, title: string): Promise<TargetRow | undefined> {
  const { targets } = await services.catalog();
  const current = settingsFor().target;
  const items = [...targets.values()].map((target): TargetItem => {
    const description = target.baseUrls.openai ?? target.baseUrls.anthropic;
    return {
      target,
      label: target.name,
      ...(description !== undefined && { description }),
      detail:
        target.id === current
          ? vscode.l10n.t('Chosen now. Model: {0}', target.models.chat)
          : vscode.l10n.t('Model: {0}', target.models.chat),
    };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Where requests go'),
    matchOnDescription: true,
  });
  return picked?.target;
}

/** Writes `openward.target`, for the workspace where there is one. A model chosen for another target would not fit and is cleared. */
export async function chooseTarget(services: EditorServices, id: unknown): Promise<void> {
  const { targets } = await services.catalog();
  const target = typeof id === 'string' ? targets.get(id) : await pickTarget(services, vscode.l10n.t('Choose the target of rewrites'));
  if (!target) return;
  const scope = vscode.workspace.workspaceFolders ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  const settings = vscode.workspace.getConfiguration(section);
  if (settingsFor().target !== target.id && settingsFor().targetModel !== undefined) await settings.update('targetModel', '', scope);
  await settings.update('target', target.id, scope);
}
