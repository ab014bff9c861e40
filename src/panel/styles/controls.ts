import { css } from 'lit';

/** Buttons of three ranks, as VS Code draws them. All are native buttons. */
export const controlStyles = css`
  button {
    margin: 0;
    font: inherit;
    color: inherit;
    cursor: pointer;
  }

  button:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 2px;
  }

  .primary,
  .secondary {
    padding: 3px 12px;
    border: 1px solid var(--vscode-button-border, transparent);
    border-radius: 4px;
    line-height: 18px;
    white-space: nowrap;
  }

  .primary {
    width: 100%;
    max-width: 300px;
    color: var(--vscode-button-foreground);
    background: var(--vscode-button-background);
  }

  .primary:hover {
    background: var(--vscode-button-hoverBackground, var(--vscode-button-background));
  }

  .secondary {
    border-color: var(--vscode-button-secondaryBorder, var(--vscode-button-border, transparent));
    color: var(--vscode-button-secondaryForeground, var(--vscode-foreground));
    background: var(--vscode-button-secondaryBackground, transparent);
  }

  .secondary:hover {
    background: var(--vscode-button-secondaryHoverBackground, var(--vscode-button-secondaryBackground, transparent));
  }

  .link {
    padding: 0;
    border: 0;
    border-radius: 2px;
    color: var(--vscode-textLink-foreground);
    background: none;
    text-align: left;
  }

  .link:hover {
    color: var(--vscode-textLink-activeForeground, var(--vscode-textLink-foreground));
    text-decoration: underline;
  }
`;
