import { css } from 'lit';

/** Sections, headings and running text. */
export const layoutStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    font-family: var(--vscode-font-family, system-ui, sans-serif);
    font-size: var(--vscode-font-size, 13px);
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
  }

  main {
    max-width: 760px;
    padding: 10px 12px 20px 20px;
  }

  h2 {
    margin: 0 0 6px;
    font-size: inherit;
    font-weight: 600;
  }

  p {
    margin: 0;
  }

  p + p {
    margin-top: 6px;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  code {
    font-family: var(--vscode-editor-font-family, monospace);
    font-size: 0.95em;
  }

  .quiet {
    color: var(--ow-quiet);
  }

  .number {
    flex: none;
  }

  .sections {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    margin-top: 14px;
  }

  .sections > section {
    padding: 12px 0 14px;
    border-top: 1px solid var(--ow-line);
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @container (min-width: 480px) {
    .sections {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      column-gap: 28px;
    }

    .sections > .wide {
      grid-column: 1 / -1;
    }
  }
`;
