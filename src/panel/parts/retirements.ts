import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { moveBetweenRows } from './moveBetweenRows';
import type { OverviewState, RetirementRow } from '../protocol';
import type { PanelActions, ViewState } from '../view';
import { count, dayName, plain, standingNames, timeLeft } from '../words';

/** Models shown before the rest is asked for. */
const shortList = 6;

function row(retirement: RetirementRow, tabStop: boolean, actions: PanelActions): TemplateResult {
  const { id, model, vendorName, standing, shutdown, daysLeft, replacement, callSites } = retirement;
  const day = shutdown === null ? (standing === 'retired' ? 'Gone' : 'No date yet') : dayName(shutdown, Date.now());
  return html`<li class=${standing}>
    <button
      class="retirement"
      tabindex=${tabStop ? 0 : -1}
      @focus=${() => actions.setView({ activeRetirement: id })}
      @click=${() => actions.send({ type: 'openRetirement', id })}
    >
      <span class="when"
        ><span class="day">${day}</span> ${daysLeft === null ? nothing : html`<span class="quiet">${timeLeft(daysLeft)}</span>`}</span
      >
      <span class="what">
        <span class="name">${model}</span>
        <span class="quiet">${vendorName}, ${count(callSites, 'call site')}</span>
        ${replacement === null ? nothing : html`<span class="quiet instead">Replacement: ${replacement}</span>`}
      </span>
      <span class="standing">${standingNames[standing]}</span>
    </button>
  </li>`;
}

/** The timeline of retirements, the next first. One tab stop, arrow keys move between the rows; a click or Enter opens the call sites that name the model. */
export function retirementsSection(state: OverviewState, view: ViewState, actions: PanelActions): TemplateResult {
  const { retirements } = state;
  const shown = view.allRetirements ? retirements : retirements.slice(0, shortList);
  const tabStop = shown.find(({ id }) => id === view.activeRetirement) ?? shown[0];
  const checked = retirements.map((retirement) => retirement.checked).sort()[0];
  return html`<section class="wide" aria-labelledby="retirements">
    <h2 id="retirements">Retirements</h2>
    ${
      checked === undefined
        ? html`<p class="quiet">No model that the code names is known to be retired by its vendor.</p>`
        : html`<ol class="timeline" @keydown=${(event: KeyboardEvent) => moveBetweenRows(event, 'button.retirement')}>
              ${repeat(
                shown,
                ({ id }) => id,
                (retirement) => row(retirement, retirement === tabStop, actions),
              )}
            </ol>
            ${
              retirements.length > shortList
                ? html`<button
                    class="link"
                    aria-expanded=${view.allRetirements}
                    @click=${() => actions.setView({ allRetirements: !view.allRetirements })}
                  >
                    ${view.allRetirements ? 'Show fewer' : `Show all ${plain(retirements.length)} retirements`}
                  </button>`
                : nothing
            }
            <p class="quiet">As of ${dayName(checked, Date.now())}, by the vendors’ own pages.</p>`
    }
  </section>`;
}
