import { html, nothing, type TemplateResult } from 'lit';
import type { OverviewState, PortabilityCounts } from '../protocol';
import type { PanelActions } from '../view';
import { plain } from '../words';
import { plainBar } from './bar';

const rows: readonly { readonly kind: keyof PortabilityCounts; readonly name: string; readonly meaning: string }[] = [
  { kind: 'drop-in', name: 'Drop-in', meaning: 'base URL, key and model change' },
  { kind: 'adapt', name: 'Adapt', meaning: 'the shape of the code changes' },
  { kind: 'locked', name: 'Locked', meaning: 'uses what no open endpoint offers' },
];

/** How hard the closed call sites are to move, and where rewrites go. */
export function portabilitySection(state: OverviewState, actions: PanelActions): TemplateResult | typeof nothing {
  const closed = state.openness.closed;
  if (closed === 0) return nothing;
  return html`<section class="wide portability" aria-labelledby="portability">
    <h2 id="portability">Moving to open weights</h2>
    <ul class="bars">
      ${rows.map(
        ({ kind, name, meaning }) =>
          html`<li>
            <span class="label"><span class="name">${name}</span> <span class="number">${plain(state.portability[kind])}</span></span>
            ${plainBar(state.portability[kind] / closed)}
            <span class="quiet meaning">${meaning}</span>
          </li>`,
      )}
    </ul>
    <p>
      Rewrites go to ${state.target}.
      <button class="link" @click=${() => actions.send({ type: 'chooseTarget' })}>Change target…</button>
    </p>
  </section>`;
}
