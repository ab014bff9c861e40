import { css } from 'lit';

/**
 * Styles of the page around the panel, and the colours its parts share. VS Code writes the theme into custom properties of
 * the page and names its kind in a class of `body`; custom properties reach into the panel's shadow root.
 */
const sheet = css`
  body {
    margin: 0;
    padding: 0;
    color: var(--vscode-foreground);
    /* Some themes give descriptions the colour of the text; VS Code's own lists dim it instead. */
    --ow-quiet: color-mix(in srgb, var(--vscode-foreground) 75%, transparent);
    --ow-line: var(--vscode-sideBarSectionHeader-border, var(--vscode-widget-border, transparent));
    --ow-track: color-mix(in srgb, var(--vscode-foreground) 12%, transparent);
    --ow-edge: none;
    /* Theme colours for charts are made for lines on the editor, and some let through what is under them: a bar's track would show, and not
       under the legend. A little of the text's colour keeps them apart on any background. */
    --ow-closed: color-mix(in srgb, rgb(from var(--vscode-charts-orange, #d18616) r g b / 1) 85%, var(--vscode-foreground));
    --ow-open-hosted: color-mix(in srgb, rgb(from var(--vscode-charts-blue, #3794ff) r g b / 1) 85%, var(--vscode-foreground));
    --ow-self-hosted: color-mix(in srgb, rgb(from var(--vscode-charts-green, #388a34) r g b / 1) 85%, var(--vscode-foreground));
    --ow-unknown: color-mix(in srgb, var(--vscode-foreground) 35%, transparent);
    --ow-plain: color-mix(in srgb, var(--vscode-foreground) 55%, transparent);
  }

  /* In high contrast, kinds differ by pattern and everything has an edge. */
  body.vscode-high-contrast,
  body.vscode-high-contrast-light {
    --ow-quiet: var(--vscode-foreground);
    --ow-line: var(--vscode-contrastBorder);
    --ow-track: transparent;
    --ow-edge: 1px solid var(--vscode-contrastBorder);
    --ow-closed: var(--vscode-foreground);
    --ow-open-hosted: repeating-linear-gradient(135deg, var(--vscode-foreground) 0 2px, transparent 2px 5px);
    --ow-self-hosted: transparent;
    --ow-unknown: repeating-linear-gradient(90deg, var(--vscode-foreground) 0 1px, transparent 1px 4px);
    --ow-plain: var(--vscode-foreground);
  }
`.styleSheet;

if (!sheet) throw new Error('This browser has no constructable style sheets.');

/** Adopted by the document: a strict content security policy lets no style element in. */
export const documentStyles = sheet;
