import { css } from 'lit';

/** The parts: headline, scan, bar lists, models, table of files. */
export const partStyles = css`
  .bar {
    display: block;
    height: 6px;
    border-radius: 3px;
    background: var(--ow-track);
  }

  .fill {
    display: flex;
    gap: 1px;
    height: 100%;
    border-radius: inherit;
    overflow: hidden;
  }

  .segment {
    box-sizing: border-box;
    flex: 1 1 0;
    min-width: 2px;
    border: var(--ow-edge);
    forced-color-adjust: none;
  }

  .closed {
    background: var(--ow-closed);
  }

  .open-hosted {
    background: var(--ow-open-hosted);
  }

  .self-hosted {
    background: var(--ow-self-hosted);
  }

  .unknown {
    background: var(--ow-unknown);
  }

  .segment.plain {
    background: var(--ow-plain);
  }

  .swatch {
    box-sizing: border-box;
    flex: none;
    width: 8px;
    height: 8px;
    border: var(--ow-edge);
    border-radius: 2px;
    forced-color-adjust: none;
  }

  .share {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
    margin-bottom: 8px;
  }

  .big {
    font-size: 26px;
    line-height: 1.15;
  }

  .meter .bar {
    height: 8px;
    border-radius: 4px;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    margin: 8px 0 4px;
  }

  .legend li {
    display: flex;
    align-items: center;
    gap: 6px;
  }

  .introduction {
    max-width: 420px;
  }

  .scan {
    margin-top: 8px;
  }

  .scan-progress {
    height: 2px;
    margin-bottom: 8px;
  }

  .scan-controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
  }

  .problem {
    margin-bottom: 4px;
    padding: 6px 10px;
    border: 1px solid var(--vscode-inputValidation-errorBorder, var(--vscode-contrastBorder));
    border-radius: 4px;
    overflow-wrap: anywhere;
    color: var(--vscode-inputValidation-errorForeground, var(--vscode-foreground));
    background: var(--vscode-inputValidation-errorBackground, transparent);
  }

  .bars {
    display: grid;
    gap: 10px;
  }

  .bars .meaning {
    display: block;
    margin-top: 3px;
  }

  .bars + p {
    margin-top: 10px;
  }

  .label {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 10px;
    margin-bottom: 3px;
  }

  .models li {
    display: flex;
    align-items: center;
    gap: 8px;
    line-height: 22px;
  }

  .models .text {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .models + *,
  .models ~ .link + p {
    margin-top: 6px;
  }

  .timeline {
    margin: 0 -6px;
    padding: 0;
    list-style: none;
  }

  .timeline + *,
  .timeline ~ .link + p {
    margin-top: 6px;
  }

  .retirement {
    display: grid;
    grid-template: 'when standing' 'what what' / minmax(0, 1fr) auto;
    gap: 0 10px;
    width: 100%;
    padding: 4px 6px 4px 22px;
    border: 0;
    border-radius: 3px;
    background: none;
    text-align: left;
    line-height: 1.4;
  }

  /* The line of the timeline, with a knot for each model. */
  .timeline li {
    position: relative;
  }

  .timeline li::before,
  .timeline li::after {
    content: '';
    position: absolute;
    pointer-events: none;
  }

  .timeline li::before {
    top: 0;
    bottom: 0;
    left: 8px;
    border-left: 1px solid var(--ow-line);
  }

  .timeline li:first-child::before {
    top: 12px;
  }

  .timeline li:last-child::before {
    bottom: calc(100% - 12px);
  }

  .timeline li::after {
    top: 9px;
    left: 5px;
    box-sizing: border-box;
    width: 7px;
    height: 7px;
    border: 1px solid var(--ow-knot);
    border-radius: 50%;
    background: var(--ow-knot);
    forced-color-adjust: none;
  }

  .retired {
    --ow-knot: var(--vscode-editorError-foreground, var(--vscode-foreground));
  }

  .retiring {
    --ow-knot: var(--vscode-editorWarning-foreground, var(--vscode-foreground));
  }

  .deprecated {
    --ow-knot: var(--ow-quiet);
  }

  .retirement .when {
    grid-area: when;
  }

  .retirement .what {
    grid-area: what;
  }

  .retirement .what > * {
    display: block;
    overflow-wrap: anywhere;
  }

  .retirement .standing {
    grid-area: standing;
    color: var(--ow-quiet);
  }

  .retired .name {
    text-decoration: line-through;
  }

  .retirement:hover {
    background: var(--vscode-list-hoverBackground);
  }

  .retirement:focus-visible {
    outline: 1px solid var(--vscode-list-focusOutline, var(--vscode-focusBorder));
    outline-offset: -1px;
  }

  /* Rows reach a little out of the text's column, so that their outlines don't touch the text. */
  table {
    width: calc(100% + 12px);
    margin: 0 -6px;
    border-collapse: collapse;
  }

  :is(th, td):first-child {
    padding-left: 6px;
  }

  :is(th, td):last-child {
    padding-right: 6px;
  }

  th,
  td {
    padding: 0;
    font-weight: normal;
    text-align: left;
  }

  thead th {
    color: var(--ow-quiet);
  }

  /* All the room that the numbers leave, and no more: without a width of its own the longest path would decide. */
  .path {
    width: 100%;
    max-width: 0;
  }

  .amount {
    padding-left: 14px;
    text-align: right;
    white-space: nowrap;
  }

  .wide-only {
    display: none;
  }

  .zero {
    color: var(--ow-quiet);
  }

  .sort,
  .file {
    width: 100%;
    padding: 0;
    border: 0;
    background: none;
    text-align: inherit;
    line-height: 22px;
  }

  /* The focus is the row's to show, as in VS Code's lists. */
  .file:focus-visible {
    outline: none;
  }

  tbody tr:has(.file:focus-visible) {
    outline: 1px solid var(--vscode-list-focusOutline, var(--vscode-focusBorder));
    outline-offset: -1px;
  }

  .sort:focus-visible {
    outline-offset: 0;
  }

  .file {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .folder {
    margin-left: 4px;
    font-size: 0.92em;
    color: var(--ow-quiet);
  }

  tbody tr {
    cursor: pointer;
  }

  tbody tr:hover {
    background: var(--vscode-list-hoverBackground);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }

  /* In the room before or after the name, so that sorting moves nothing. */
  .arrow {
    position: absolute;
    margin: 9px 0 0 4px;
    border: solid transparent;
    border-width: 0 3px;
  }

  .amount .arrow {
    margin-left: 0;
    transform: translateX(-10px);
  }

  .arrow.down {
    border-top: 4px solid currentcolor;
  }

  .arrow.up {
    border-bottom: 4px solid currentcolor;
  }

  @container (min-width: 480px) {
    .retirement {
      grid-template: 'when what standing' / 82px minmax(0, 1fr) auto;
    }

    .retirement .when > * {
      display: block;
    }

    .wide-only {
      display: table-cell;
    }

    .portability .bars {
      grid-template-columns: repeat(3, minmax(0, 1fr));
      column-gap: 28px;
    }
  }
`;
