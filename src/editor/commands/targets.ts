import * as vscode from 'vscode';
import type { TargetRow } from '../../core/catalog/catalog';
import type { EditorServices } from '../services';
import { section, settingsFor, settingsScope } from '../settings';
import { targetItems, type TargetState } from '../targetItems';
import { chooseModel } from './models';

/** Lets the user pick a target; undefined when they leave without one, or go to describe one of their own. */
export async function pickTarget(services: EditorServices, title: string): Promise<TargetRow | undefined> {
  const targets = [...(await services.catalog()).targets.values()];
  const states = new Map<string, TargetState>();
  for (const target of targets) states.set(target.id, { key: await keyState(services, target), check: services.checks.get(target) });
  const picked = await vscode.window.showQuickPick(targetItems(targets, settingsFor().target, states), {
    title,
    placeHolder: vscode.l10n.t('Where requests go'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked?.describes) await vscode.commands.executeCommand('workbench.action.openSettings', `${section}.customTarget`);
  return picked?.target;
}

async function keyState({ keys }: EditorServices, target: TargetRow): Promise<TargetState['key']> {
  if ((await keys.get(target)) !== undefined) return 'stored';
  if (process.env[target.keyVariable]) return 'environment';
  return target.keyPlaceholder === null ? 'missing' : 'not-needed';
}

/**
 * Writes `openward.target`, for the workspace where there is one. A model chosen for another target would not fit and is cleared. A
 * user who picked the target is asked for its model next; Escape leaves that to the catalog.
 */
export async function chooseTarget(services: EditorServices, id: unknown): Promise<void> {
  const { targets } = await services.catalog();
  const target = typeof id === 'string' ? targets.get(id) : await pickTarget(services, vscode.l10n.t('Choose the target of rewrites'));
  if (!target) return;
  await writeTarget(target.id);
  if (typeof id !== 'string') await chooseModel(services, undefined);
}

/** Remembers a target for rewrites. */
export async function writeTarget(id: string): Promise<void> {
  const settings = vscode.workspace.getConfiguration(section);
  if (settingsFor().target === id) return;
  if (settingsFor().targetModel !== undefined) await settings.update('targetModel', '', settingsScope());
  await settings.update('target', id, settingsScope());
}
