import { html, nothing, type TemplateResult } from 'lit';
import type { OverviewState } from '../protocol';
import type { PanelActions, ViewState } from '../view';
import { count, opennessNames, plain } from '../words';
import { swatch } from './bar';

/** Models shown before the rest is asked for. */
const shortList = 8;

/** The models that the code names. */
export function modelsSection(state: OverviewState, view: ViewState, actions: PanelActions): TemplateResult | typeof nothing {
  if (state.models.length === 0 && state.undecidedModels === 0) return nothing;
  const shown = view.allModels ? state.models : state.models.slice(0, shortList);
  return html`<section aria-labelledby="models">
    <h2 id="models">Models</h2>
    <ul class="models">
      ${shown.map(
        (row) =>
          html`<li title="${row.model}, ${row.vendorName}, ${opennessNames[row.openness].toLowerCase()}">
            ${swatch(row.openness)}
            <span class="text"><span class="name">${row.model}</span> <span class="quiet">${row.vendorName}</span></span>
            <span class="visually-hidden">, ${opennessNames[row.openness].toLowerCase()}, </span>
            <span class="number">${plain(row.callSites)}</span>
          </li>`,
      )}
    </ul>
    ${
      state.models.length > shortList
        ? html`<button class="link" aria-expanded=${view.allModels} @click=${() => actions.setView({ allModels: !view.allModels })}>
            ${view.allModels ? 'Show fewer' : `Show all ${plain(state.models.length)} models`}
          </button>`
        : nothing
    }
    ${
      state.undecidedModels > 0
        ? html`<p class="quiet">
            ${count(state.undecidedModels, 'request')} ${state.undecidedModels === 1 ? 'names its' : 'name their'} model at run time.
          </p>`
        : nothing
    }
  </section>`;
}
