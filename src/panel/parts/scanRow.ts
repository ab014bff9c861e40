import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import type { OverviewState, ToExtension } from '../protocol';
import type { PanelActions } from '../view';
import { count, plain, scanTime } from '../words';

interface ScanButton {
  readonly label: string;
  readonly message: ToExtension;
  /** The one thing to do next, as opposed to something that can be done. */
  readonly primary: boolean;
}

function buttonFor(state: OverviewState): ScanButton {
  switch (state.scan.kind) {
    case 'idle':
      return state.lastScan
        ? { label: 'Scan Again', message: { type: 'scan' }, primary: false }
        : { label: 'Scan Workspace', message: { type: 'scan' }, primary: true };
    case 'no-folder':
      return { label: 'Open Folder…', message: { type: 'openFolder' }, primary: true };
    case 'scanning':
      return { label: 'Cancel', message: { type: 'cancelScan' }, primary: false };
    case 'error':
      return { label: 'Try Again', message: { type: 'scan' }, primary: true };
  }
}

function note(state: OverviewState): string | null {
  const { scan, lastScan } = state;
  if (scan.kind === 'scanning') {
    if (scan.total === 0) return 'Looking for files…';
    return `${plain(scan.files)} of ${count(scan.total, 'file')}, ${count(scan.callSites, 'call site')}`;
  }
  if (!lastScan) return state.callSites > 0 ? 'Only open files are counted so far.' : null;
  const when = `${scanTime(lastScan.at, Date.now())}, ${count(lastScan.files, 'file')}`;
  return lastScan.cancelled ? `Cancelled ${when}` : `Scanned ${when}`;
}

function progress(state: OverviewState): TemplateResult | typeof nothing {
  if (state.scan.kind !== 'scanning') return nothing;
  const { files, total } = state.scan;
  return html`<vscode-progress-bar
    aria-label="Scan progress"
    .max=${Math.max(total, 1)}
    .value=${total === 0 ? undefined : files}
  ></vscode-progress-bar>`;
}

/**
 * The scan: its button, its progress and how the last one ended. One and the same button starts and cancels, so that the
 * keyboard focus stays where it is.
 */
export function scanRow(state: OverviewState, actions: PanelActions): TemplateResult {
  const button = buttonFor(state);
  const text = note(state);
  const onClick = (event: MouseEvent): void => {
    // The second click of a double click would cancel what the first one started.
    if (event.detail <= 1) actions.send(button.message);
  };
  return html`<section class="scan" aria-label="Scan">
    ${
      state.scan.kind === 'error'
        ? html`<div class="problem">
            <p><strong>The scan failed.</strong> ${state.scan.message}</p>
            <button class="link" @click=${() => actions.send({ type: 'showLog' })}>Show Log</button>
          </div>`
        : nothing
    }
    <div class="scan-progress">${progress(state)}</div>
    <div class="scan-controls">
      <button
        class=${button.primary ? 'primary' : 'secondary'}
        aria-describedby=${ifDefined(text === null ? undefined : 'scan-note')}
        @click=${onClick}
      >
        ${button.label}
      </button>
      ${text === null ? nothing : html`<span id="scan-note" class="quiet">${text}</span>`}
    </div>
  </section>`;
}
