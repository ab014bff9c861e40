import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { CallSite, FileAnalysis } from '../../core/callSite';
import type { Catalog } from '../../core/catalog/catalog';
import type { Day } from '../../core/retirement/standing';
import { readToExtension, type ToExtension, type ToPanel } from '../../panel/protocol';
import { commands } from '../commandIds';
import { rangeOf, uriOf } from '../convert';
import type { ScanState } from '../scanner';
import { section, settingsFor } from '../settings';
import { vendorName } from '../wording';
import { overviewHtml } from './overviewHtml';
import { firstCallSite, overviewState, retirementSites } from './overviewState';

/** The part of the editor's services that the panel reads; it changes things through commands only. */
export interface OverviewServices {
  readonly store: {
    readonly onDidChange: vscode.Event<unknown>;
    readonly analyses: readonly FileAnalysis[];
    get(file: string): FileAnalysis | undefined;
  };
  readonly scanner: { readonly onDidChange: vscode.Event<unknown>; readonly state: ScanState };
  readonly calendar: { readonly onDidChange: vscode.Event<unknown>; readonly today: Day };
  readonly catalog: () => Promise<Catalog>;
  readonly log: vscode.LogOutputChannel;
}

/** Changes that follow each other within this time are sent as one; milliseconds. */
const settleTime = 50;

/** The webview view `openward.overview`: sends snapshots to the panel and runs what it asks for. */
export class OverviewView implements vscode.WebviewViewProvider, vscode.Disposable {
  /** The view's id in the manifest. */
  static readonly id = 'openward.overview';

  readonly #services: OverviewServices;
  readonly #root: vscode.Uri;
  readonly #subscriptions: vscode.Disposable[] = [];
  #view: vscode.WebviewView | undefined;
  /** True from the page's `ready` until it is hidden; VS Code throws a hidden page away. */
  #ready = false;
  #sequence = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(extensionUri: vscode.Uri, services: OverviewServices) {
    this.#services = services;
    this.#root = vscode.Uri.joinPath(extensionUri, 'dist');
    const refresh = (): void => this.#refresh();
    this.#subscriptions.push(
      services.store.onDidChange(refresh),
      services.scanner.onDidChange(refresh),
      services.calendar.onDidChange(refresh),
      vscode.workspace.onDidChangeWorkspaceFolders(refresh),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(section)) refresh();
      }),
    );
  }

  /** True while the panel can be seen: it shows a scan's progress itself. */
  get visible(): boolean {
    return this.#view?.visible ?? false;
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#view = view;
    this.#ready = false;
    const { webview } = view;
    webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [this.#root] };
    const subscriptions = [
      webview.onDidReceiveMessage((value: unknown) => void this.#receive(value)),
      view.onDidChangeVisibility(() => {
        if (!view.visible) this.#ready = false;
      }),
      view.onDidDispose(() => {
        for (const subscription of subscriptions) subscription.dispose();
        if (this.#view !== view) return;
        this.#view = undefined;
        this.#ready = false;
      }),
    ];
    webview.html = overviewHtml({
      scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(this.#root, 'panel.js')).toString(),
      nonce: randomBytes(16).toString('base64url'),
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #refresh(): void {
    if (!this.#ready || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#post();
    }, settleTime);
  }

  async #post(): Promise<void> {
    try {
      const catalog = await this.#services.catalog();
      if (!this.#view || !this.#ready) return;
      const { target } = settingsFor();
      // Built after the wait: two posts on their way must not overtake each other with older contents.
      const state = overviewState({
        analyses: this.#services.store.analyses,
        scan: this.#services.scanner.state,
        canScan: (vscode.workspace.workspaceFolders ?? []).some((folder) => folder.uri.scheme === 'file'),
        today: this.#services.calendar.today,
        target: catalog.targets.get(target)?.name ?? target,
        vendorName: (vendor) => vendorName(catalog, vendor),
        pathOf: (file) => vscode.workspace.asRelativePath(uriOf(file)),
      });
      await this.#view.webview.postMessage({ type: 'state', sequence: this.#sequence++, state } satisfies ToPanel);
    } catch (error) {
      this.#services.log.error(`The overview could not be updated: ${String(error)}`);
    }
  }

  async #receive(value: unknown): Promise<void> {
    const message = readToExtension(value);
    if (!message) {
      this.#services.log.warn('The overview sent a message that is not known.');
      return;
    }
    try {
      await this.#run(message);
    } catch (error) {
      this.#services.log.error(`The overview could not run "${message.type}": ${String(error)}`);
    }
  }

  async #run(message: ToExtension): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        await this.#post();
        return;
      case 'scan':
        await vscode.commands.executeCommand(commands.scan);
        return;
      case 'cancelScan':
        await vscode.commands.executeCommand(commands.cancelScan);
        return;
      case 'openFolder':
        await vscode.commands.executeCommand('workbench.action.files.openFolder');
        return;
      case 'chooseTarget':
        await vscode.commands.executeCommand(commands.chooseTarget);
        return;
      case 'showLog':
        await vscode.commands.executeCommand(commands.showLog);
        return;
      case 'openFile':
        await this.#openFile(message.file);
        return;
      case 'openRetirement':
        await this.#openRetirement(message.id);
        return;
    }
  }

  /** Opens only files with findings: whatever else a page asks for is not its business. */
  async #openFile(file: string): Promise<void> {
    const analysis = this.#services.store.get(file);
    const site = analysis && firstCallSite(analysis);
    if (site) await vscode.commands.executeCommand(commands.reveal, { file: site.file, fingerprint: site.fingerprint });
  }

  /** Opens the one call site that names a model, or lets the person choose among them. */
  async #openRetirement(id: string): Promise<void> {
    const sites = retirementSites(this.#services.store.analyses, id);
    const [first] = sites;
    const site = sites.length > 1 ? await pickSite(sites) : first;
    if (site) await vscode.commands.executeCommand(commands.reveal, { file: site.file, fingerprint: site.fingerprint });
  }
}

async function pickSite(sites: readonly CallSite[]): Promise<CallSite | undefined> {
  const documents = await Promise.all(sites.map(async ({ file }) => vscode.workspace.openTextDocument(uriOf(file))));
  const items = sites.map((site, index) => {
    const document = documents[index];
    const line = document === undefined ? 0 : rangeOf(document, site.range).start.line;
    return {
      site,
      label: document?.lineAt(line).text.trim() ?? site.sdk,
      description: `${vscode.workspace.asRelativePath(uriOf(site.file))}:${line + 1}`,
    };
  });
  const title = vscode.l10n.t('Call sites that ask for {0}', sites[0]?.model ?? '');
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.site;
}
