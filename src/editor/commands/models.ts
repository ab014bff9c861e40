import * as vscode from 'vscode';
import type { TargetRow } from '../../core/catalog/catalog';
import { modelItems } from '../modelItems';
import type { EditorServices } from '../services';
import { section, settingsFor, settingsScope } from '../settings';
import { tell } from './outcome';

/** Lets the user choose the model that rewrites name at the target of the settings, or takes it as given. */
export async function chooseModel(services: EditorServices, given: unknown): Promise<void> {
  const { target, targetModel, memory } = settingsFor();
  const catalog = await services.catalog();
  const row = catalog.targets.get(target);
  if (typeof given === 'string') {
    await writeModel(given);
    return;
  }
  if (!row) {
    tell(vscode.l10n.t('The target “{0}” is not there. Choose another one first.', target));
    return;
  }
  const closed = services.store.analyses.flatMap(({ callSites }) => callSites).filter(({ openness }) => openness === 'closed');
  const items = modelItems({ catalog, target: row, check: services.checks.get(row), closed, memory, current: targetModel });
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Model of {0} for rewrites', row.name),
    placeHolder: vscode.l10n.t('Which model takes the place of closed ones'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  const model = picked?.asks ? await askModel(row, targetModel) : picked?.model;
  if (model !== undefined) await writeModel(model);
}

function askModel(target: TargetRow, current: string | undefined): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Model of {0} for rewrites', target.name),
    prompt: vscode.l10n.t('The id as {0} spells it. Leave it empty to let the catalog choose.', target.name),
    placeHolder: target.models.chat,
    ...(current !== undefined && { value: current }),
  });
}

async function writeModel(model: string): Promise<void> {
  await vscode.workspace.getConfiguration(section).update('targetModel', model.trim(), settingsScope());
}
