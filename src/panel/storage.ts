import { protocolVersion, type OverviewState } from './protocol';
import { fileColumns, initialView, type ViewState } from './view';

/** What is kept while the panel is hidden, so that it comes back as it was before the first message arrives. */
export interface Saved {
  readonly version: number;
  readonly state: OverviewState;
  readonly view: ViewState;
  readonly scrollTop: number;
}

/** The part of VS Code's webview API that the panel uses. */
export interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** What was saved, undefined when there is nothing or an older version saved it. */
export function readSaved(value: unknown): Saved | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const saved = value as Partial<Saved>;
  if (saved.version !== protocolVersion || !saved.state || !saved.view) return undefined;
  const view: ViewState = { ...initialView, ...(saved.view as Partial<ViewState>) };
  if (!fileColumns.includes(view.sort.column)) return { version: protocolVersion, state: saved.state, view: initialView, scrollTop: 0 };
  return { version: protocolVersion, state: saved.state, view, scrollTop: saved.scrollTop ?? 0 };
}
