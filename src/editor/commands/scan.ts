import * as vscode from 'vscode';
import type { EditorServices } from '../services';
import { treeViewId } from '../tree';

/**
 * Scans the workspace and tells the outcome once. Where Openward's views are in sight they show progress and the way to
 * cancel; else a notification does.
 */
export async function scan(services: EditorServices, viewVisible: boolean): Promise<void> {
  if (viewVisible) await scanQuietly(services);
  else await scanWithNotification(services);
  tellOutcome(services);
}

async function scanWithNotification({ scanner }: EditorServices): Promise<void> {
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Openward: scanning'), cancellable: true },
    async (progress, token) => {
      const subscriptions = [
        token.onCancellationRequested(() => scanner.cancel()),
        scanner.onDidChange(({ running }) => {
          if (running) progress.report({ message: vscode.l10n.t('{0} of {1} files', running.files, running.total) });
        }),
      ];
      try {
        await scanner.scan();
      } finally {
        for (const subscription of subscriptions) subscription.dispose();
      }
    },
  );
}

/** Scans with nothing but the view's own progress. */
export async function scanQuietly(services: EditorServices): Promise<void> {
  await vscode.window.withProgress({ location: { viewId: treeViewId } }, () => services.scanner.scan());
}

/** The same, for what holds now: a setting or the catalog changed. Nothing where no scan has told anything yet. */
export async function scanAnewQuietly({ scanner }: EditorServices): Promise<void> {
  if (scanner.state.last) await vscode.window.withProgress({ location: { viewId: treeViewId } }, () => scanner.scanAnew());
}

function tellOutcome({ scanner, store, log }: EditorServices): void {
  const { failure, last } = scanner.state;
  if (failure !== undefined) {
    const show = vscode.l10n.t('Show Log');
    void vscode.window.showErrorMessage(vscode.l10n.t('The scan failed. The log says why.'), show).then((answer) => {
      if (answer === show) log.show();
    });
    return;
  }
  const closed = store.exposure().openness.closed;
  const files = last?.result.stats.files ?? 0;
  const message = last?.result.cancelled
    ? vscode.l10n.t('Openward: scan cancelled after {0} files', files)
    : vscode.l10n.t('Openward: {0} closed call sites, {1} files read', closed, files);
  vscode.window.setStatusBarMessage(message, 8000);
}
