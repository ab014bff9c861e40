import { html, nothing, type TemplateResult } from 'lit';
import { opennessOrder, type OverviewState, type PanelOpenness } from '../protocol';
import { closedShareSentence, leftOutSentence, opennessMeanings, opennessNames, percent, plain } from '../words';
import { opennessBar, swatch } from './bar';

/** The kinds that the share is made of; what the code does not decide is counted apart. */
const decidedKinds = opennessOrder.filter((kind) => kind !== 'unknown');

function legendItem(state: OverviewState, kind: PanelOpenness): TemplateResult {
  return html`<li title=${opennessMeanings[kind]}>
    ${swatch(kind)}<span>${opennessNames[kind]}</span> <span class="number">${plain(state.openness[kind])}</span>
  </li>`;
}

/** The share of closed call sites: the number, its meter and what it is made of. */
export function headline(state: OverviewState): TemplateResult {
  const leftOut = leftOutSentence(state);
  const share = state.closedShare;
  const sentence = state.callSites === 0 ? 'All call sites are accepted.' : closedShareSentence(state);
  return html`<section class="headline" aria-labelledby="closed-share">
    <h2 id="closed-share">Closed share</h2>
    <p class="share">${share === null ? nothing : html`<span class="big">${percent(share)}</span> `}<span>${sentence}</span></p>
    ${
      share === null
        ? nothing
        : html`<div
              class="meter"
              role="meter"
              aria-labelledby="closed-share"
              aria-valuemin="0"
              aria-valuemax="100"
              aria-valuenow=${Math.round(share * 100)}
              aria-valuetext="${percent(share)}. ${sentence}"
            >
              ${opennessBar(state.openness, decidedKinds)}
            </div>
            <ul class="legend">
              ${decidedKinds.map((kind) => legendItem(state, kind))}
            </ul>`
    }
    ${leftOut === null ? nothing : html`<p class="quiet">${leftOut}</p>`}
  </section>`;
}
