import type { ToExtension } from './protocol';

/** Columns of the table of files; the numbers by openness, `callSites` for all of them. */
export const fileColumns = ['path', 'closed', 'open-hosted', 'self-hosted', 'unknown', 'callSites'] as const;
export type FileColumn = (typeof fileColumns)[number];

/** What the person chose in the panel; kept while it is hidden. */
export interface ViewState {
  readonly sort: { readonly column: FileColumn; readonly descending: boolean };
  /** Long lists are cut until asked for. */
  readonly allModels: boolean;
  readonly allRetirements: boolean;
  readonly allFiles: boolean;
  /** The retirement that the tab key stops at; the first of the timeline when it is not there. */
  readonly activeRetirement: string | null;
  /** The file that the tab key stops at; the first of the table when it is not there. */
  readonly activeFile: string | null;
}

/** How the panel opens the first time: the most closed call sites on top. */
export const initialView: ViewState = {
  sort: { column: 'closed', descending: true },
  allModels: false,
  allRetirements: false,
  allFiles: false,
  activeRetirement: null,
  activeFile: null,
};

/** What the parts of the panel can do. */
export interface PanelActions {
  send(message: ToExtension): void;
  setView(change: Partial<ViewState>): void;
}
