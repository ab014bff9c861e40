import * as vscode from 'vscode';
import type { TargetRow } from '../../core/catalog/catalog';
import { ProbeError } from '../../probe/answer';
import { probe, type ProbeReport } from '../../probe/probe';
import type { EditorServices } from '../services';
import { chooseModel } from './models';
import { pickTarget, writeTarget } from './targets';

/** Milliseconds for one answer: a local server may have to load its model first. */
const timeout = 60_000;

/** Asks a target what it serves, and offers its models; the one thing in the editor that uses the network. */
export async function checkTarget(services: EditorServices, id: unknown): Promise<void> {
  const target = await targetOf(services, id, vscode.l10n.t('Check a target'));
  if (!target) return;
  const baseUrl = target.baseUrls.openai;
  if (baseUrl === undefined) {
    void vscode.window.showWarningMessage(vscode.l10n.t('{0} has no address that could be asked.', target.name));
    return;
  }
  const key = (await services.keys.get(target)) ?? target.keyPlaceholder ?? (await askForKey(services, target));
  if (key === undefined) return;
  try {
    const report = await asked(target, baseUrl, key);
    if (!report) return;
    await services.checks.answered(target, report);
    await tell(services, target, report);
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error;
    services.log.warn(`${target.name}: ${error.message}`);
    await services.checks.failed(target, error.message);
    const setKey = vscode.l10n.t('Set Key');
    const chosen = await vscode.window.showWarningMessage(`${target.name}: ${error.message}`, setKey);
    if (chosen === setKey) await askForKey(services, target);
  }
}

/** Keeps the key of a target in the secret storage; an empty one is forgotten. */
export async function setTargetKey(services: EditorServices, id: unknown): Promise<void> {
  const target = await targetOf(services, id, vscode.l10n.t('Set the key of a target'));
  if (target) await askForKey(services, target);
}

async function targetOf(services: EditorServices, id: unknown, title: string): Promise<TargetRow | undefined> {
  return typeof id === 'string' ? (await services.catalog()).targets.get(id) : pickTarget(services, title);
}

async function askForKey(services: EditorServices, target: TargetRow): Promise<string | undefined> {
  const key = await vscode.window.showInputBox({
    title: vscode.l10n.t('Key of {0}', target.name),
    prompt: vscode.l10n.t(
      'It is kept in VS Code’s secret storage and sent to {0} only. Leave it empty to forget it.',
      target.baseUrls.openai ?? target.name,
    ),
    password: true,
    ignoreFocusOut: true,
  });
  if (key !== undefined) await services.keys.set(target, key.trim());
  return key === undefined || key.trim() === '' ? undefined : key.trim();
}

/** The report; null when the user cancelled. */
function asked(target: TargetRow, baseUrl: string, key: string): Thenable<ProbeReport | null> {
  const title = vscode.l10n.t('Checking {0}', target.name);
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      const abort = new AbortController();
      const listener = token.onCancellationRequested(() => abort.abort());
      try {
        return await probe(target, { baseUrl, key, timeout, signal: abort.signal, onProgress: (message) => progress.report({ message }) });
      } catch (error) {
        if (abort.signal.aborted) return null;
        throw error;
      } finally {
        listener.dispose();
      }
    },
  );
}

async function tell(services: EditorServices, target: TargetRow, { baseUrl, models, checks }: ProbeReport): Promise<void> {
  const { log } = services;
  log.info(`${target.name} at ${baseUrl} serves: ${models.join(', ')}`);
  for (const { title, state, model, detail } of checks)
    log.info(
      `  ${title}: ${state}${[model, detail]
        .filter((part) => part !== null && part !== '')
        .map((part) => `, ${part ?? ''}`)
        .join('')}`,
    );
  const titlesOf = (...states: readonly string[]): string =>
    checks
      .filter(({ state }) => states.includes(state))
      .map(({ title }) => title)
      .join(', ');
  const [works, lacks] = [titlesOf('works'), titlesOf('fails', 'not-asked')];
  const choose = vscode.l10n.t('Choose Model');
  const showLog = vscode.l10n.t('Show Details');
  const message =
    lacks === ''
      ? vscode.l10n.t('{0} answers. It can do: {1}.', target.name, works)
      : vscode.l10n.t('{0} answers. It can do: {1}. It can not, or has no model for: {2}.', target.name, works === '' ? '–' : works, lacks);
  const chosen = await vscode.window.showInformationMessage(message, ...(models.length > 0 ? [choose] : []), showLog);
  if (chosen === showLog) log.show();
  if (chosen !== choose) return;
  await writeTarget(target.id);
  await chooseModel(services, undefined);
}
