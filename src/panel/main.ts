import { OverviewElement } from './overview';
import { readToPanel, protocolVersion, type ToExtension } from './protocol';
import { SequenceGate } from './sequenceGate';
import { readSaved, type Saved, type VsCodeApi } from './storage';
import { documentStyles } from './styles/document';

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();
const gate = new SequenceGate();
const overview = new OverviewElement();

/** Keeps what is shown, for the next time the panel is shown. */
function save(): void {
  if (!overview.state) return;
  api.setState({
    version: protocolVersion,
    state: overview.state,
    view: overview.view,
    scrollTop: document.documentElement.scrollTop,
  } satisfies Saved);
}

function send(message: ToExtension): void {
  api.postMessage(message);
}

document.adoptedStyleSheets = [...document.adoptedStyleSheets, documentStyles];
overview.send = send;
overview.onViewChange = save;

const saved = readSaved(api.getState());
if (saved) {
  overview.view = saved.view;
  overview.state = saved.state;
}
document.body.append(overview);
if (saved) {
  void overview.updateComplete.then(() => {
    document.documentElement.scrollTop = saved.scrollTop;
  });
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = readToPanel(event.data);
  if (!message || !gate.accepts(message)) return;
  overview.state = message.state;
  save();
});
window.addEventListener('scrollend', save);

send({ type: 'ready' });
