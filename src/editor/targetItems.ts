import * as vscode from 'vscode';
import { protocolNames, type Protocol, type TargetRow } from '../core/catalog/catalog';
import type { TargetCheck } from './targetChecks';

/** An entry of the list of targets; `target` is absent for headings, and for the one that is not described yet. */
export interface TargetItem extends vscode.QuickPickItem {
  readonly target?: TargetRow;
  /** The entry that leads to the setting in which an endpoint of one's own is described. */
  readonly describes?: true;
}

/** What is known of a target beside its row. */
export interface TargetState {
  /** Where its key is found. */
  readonly key: 'stored' | 'environment' | 'not-needed' | 'missing';
  readonly check: TargetCheck | undefined;
}

/** The targets under headings, the chosen one marked. */
export function targetItems(targets: readonly TargetRow[], current: string, states: ReadonlyMap<string, TargetState>): TargetItem[] {
  const rows = (wanted: TargetRow['class']): TargetItem[] =>
    targets.filter((row) => row.class === wanted).map((row) => targetItem(row, row.id === current, states.get(row.id)));
  const heading = (label: string): TargetItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const own: TargetItem[] = targets.some(({ id }) => id === 'custom')
    ? []
    : [
        {
          label: vscode.l10n.t('Your own endpoint…'),
          detail: vscode.l10n.t('Any server that speaks the OpenAI protocol: its address and model go into the settings'),
          describes: true,
        },
      ];
  return [
    heading(vscode.l10n.t('Your own server')),
    ...rows('self-hosted'),
    ...own,
    heading(vscode.l10n.t('Open weights, hosted')),
    ...rows('open-hosted'),
  ];
}

function targetItem(target: TargetRow, isCurrent: boolean, state: TargetState | undefined): TargetItem {
  const url = target.baseUrls.openai ?? target.baseUrls.anthropic ?? target.baseUrls.gemini ?? '';
  const spoken = (Object.keys(target.baseUrls) as Protocol[]).map((protocol) => protocolNames[protocol]);
  const parts = [vscode.l10n.t('speaks {0}', spoken.join(', ')), ...(state ? [keyWords(target, state.key), checkWords(state.check)] : [])];
  return {
    target,
    label: isCurrent ? `$(check) ${target.name}` : target.name,
    description: isCurrent ? vscode.l10n.t('{0} · chosen now', url) : url,
    detail: parts.join(' · '),
  };
}

function keyWords({ keyVariable }: TargetRow, key: TargetState['key']): string {
  switch (key) {
    case 'stored':
      return vscode.l10n.t('key stored');
    case 'environment':
      return vscode.l10n.t('key in {0}', keyVariable);
    case 'not-needed':
      return vscode.l10n.t('needs no key');
    case 'missing':
      return vscode.l10n.t('no key yet ({0})', keyVariable);
  }
}

/** What the last check said. */
export function checkWords(check: TargetCheck | undefined): string {
  if (!check) return vscode.l10n.t('not checked');
  const day = new Date(check.at).toLocaleDateString();
  if (check.failure !== undefined) return vscode.l10n.t('did not answer on {0}', day);
  return check.models.length === 1
    ? vscode.l10n.t('answered on {0} with one model', day)
    : vscode.l10n.t('answered on {0} with {1} models', day, check.models.length);
}
