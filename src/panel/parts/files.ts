import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FileRow, OverviewState } from '../protocol';
import type { FileColumn, PanelActions, ViewState } from '../view';
import { sortFiles, valueOf } from '../fileOrder';
import { moveBetweenRows } from './moveBetweenRows';
import { opennessNames, plain, splitPath } from '../words';

/** Files shown before the rest is asked for; a table of thousands is slow and nobody reads it. */
const shortTable = 100;

const columns: readonly { readonly column: FileColumn; readonly name: string; readonly wideOnly: boolean }[] = [
  { column: 'path', name: 'File', wideOnly: false },
  { column: 'closed', name: opennessNames.closed, wideOnly: false },
  { column: 'open-hosted', name: opennessNames['open-hosted'], wideOnly: true },
  { column: 'self-hosted', name: opennessNames['self-hosted'], wideOnly: true },
  { column: 'unknown', name: opennessNames.unknown, wideOnly: true },
  { column: 'callSites', name: 'All', wideOnly: false },
];

function columnClass(column: FileColumn, wideOnly: boolean): string {
  return `${column === 'path' ? 'path' : 'amount'} ${wideOnly ? 'wide-only' : ''}`;
}

function header(view: ViewState, actions: PanelActions, { column, name, wideOnly }: (typeof columns)[number]): TemplateResult {
  const { sort } = view;
  const sorted = sort.column === column;
  // Numbers are asked for from the top, names from A.
  const descending = sorted ? !sort.descending : column !== 'path';
  const arrow = sorted ? html`<span class="arrow ${sort.descending ? 'down' : 'up'}" aria-hidden="true"></span>` : nothing;
  return html`<th
    scope="col"
    class=${columnClass(column, wideOnly)}
    aria-sort=${sorted ? (sort.descending ? 'descending' : 'ascending') : nothing}
  >
    <button class="sort" @click=${() => actions.setView({ sort: { column, descending } })}>
      ${column === 'path' ? [name, arrow] : [arrow, name]}
    </button>
  </th>`;
}

function row(file: FileRow, tabStop: boolean, actions: PanelActions): TemplateResult {
  const { name, folder } = splitPath(file.path);
  const open = (): void => actions.send({ type: 'openFile', file: file.file });
  return html`<tr @click=${open}>
    <th scope="row" class="path">
      <button class="file" title=${file.path} tabindex=${tabStop ? 0 : -1} @focus=${() => actions.setView({ activeFile: file.file })}>
        <span class="name">${name}</span> <span class="folder">${folder}</span>
      </button>
    </th>
    ${columns.map(({ column, wideOnly }) =>
      column === 'path'
        ? nothing
        : html`<td class="${columnClass(column, wideOnly)} ${valueOf(file, column) === 0 ? 'zero' : ''}">
            ${plain(valueOf(file, column))}
          </td>`,
    )}
  </tr>`;
}

/** The table of files. One tab stop for the rows; the arrow keys move between them, Enter opens the first closed call site. */
export function filesSection(state: OverviewState, view: ViewState, actions: PanelActions): TemplateResult {
  const sorted = sortFiles(state.files, view.sort);
  const shown = view.allFiles ? sorted : sorted.slice(0, shortTable);
  const tabStop = shown.find((file) => file.file === view.activeFile) ?? shown[0];
  return html`<section class="wide" aria-labelledby="files">
    <h2 id="files">Files</h2>
    <table aria-labelledby="files" aria-describedby="files-help">
      <thead>
        <tr>
          ${columns.map((column) => header(view, actions, column))}
        </tr>
      </thead>
      <tbody @keydown=${(event: KeyboardEvent) => moveBetweenRows(event, 'button.file')}>
        ${repeat(
          shown,
          (file) => file.file,
          (file) => row(file, file === tabStop, actions),
        )}
      </tbody>
    </table>
    <p id="files-help" class="visually-hidden">Arrow keys move between files. Enter opens a file at its first closed call site.</p>
    ${
      sorted.length > shortTable && !view.allFiles
        ? html`<button class="link" @click=${() => actions.setView({ allFiles: true })}>Show all ${plain(sorted.length)} files</button>`
        : nothing
    }
  </section>`;
}
