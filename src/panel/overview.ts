import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { announcement } from './announce';
import { filesSection } from './parts/files';
import { configurationLine } from './parts/configuration';
import { headline } from './parts/headline';
import { modelsSection } from './parts/models';
import { introduction } from './parts/introduction';
import { retirementsSection } from './parts/retirements';
import { portabilitySection } from './parts/portability';
import { scanRow } from './parts/scanRow';
import { vendorsSection } from './parts/vendors';
import type { OverviewState, ToExtension } from './protocol';
import { controlStyles } from './styles/controls';
import { layoutStyles } from './styles/layout';
import { partStyles } from './styles/parts';
import { initialView, type PanelActions, type ViewState } from './view';

/** The panel: shows one {@link OverviewState} and tells what the person asked for. */
@customElement('openward-overview')
export class OverviewElement extends LitElement {
  static override styles = [layoutStyles, controlStyles, partStyles];

  /** What is shown; nothing before the first state arrived. */
  @property({ attribute: false }) state: OverviewState | undefined;
  @property({ attribute: false }) view: ViewState = initialView;

  /** Sends a message to the extension. */
  send: (message: ToExtension) => void = () => undefined;
  /** Told after the person changed how the panel looks. */
  onViewChange: () => void = () => undefined;

  @state() private announced = '';

  readonly #actions: PanelActions = {
    send: (message) => this.send(message),
    setView: (change) => {
      this.view = { ...this.view, ...change };
      this.onViewChange();
    },
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('state') && this.state) {
      this.announced = announcement(changed.get('state'), this.state) ?? this.announced;
    }
  }

  protected override render(): TemplateResult {
    const { state, view } = this;
    return html`<main>
      <h1 class="visually-hidden">Openward overview</h1>
      ${
        state
          ? html`${state.callSites > 0 || state.accepted > 0 ? headline(state) : introduction(state)} ${configurationLine(state)}
            ${scanRow(state, this.#actions)} ${state.callSites > 0 ? this.#results(state, view) : nothing}`
          : nothing
      }
      <div class="visually-hidden" role="status">${this.announced}</div>
    </main>`;
  }

  #results(state: OverviewState, view: ViewState): TemplateResult {
    return html`<div class="sections">
      ${retirementsSection(state, view, this.#actions)} ${vendorsSection(state)} ${modelsSection(state, view, this.#actions)}
      ${portabilitySection(state, this.#actions)} ${filesSection(state, view, this.#actions)}
    </div>`;
  }
}
