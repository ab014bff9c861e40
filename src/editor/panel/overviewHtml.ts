/** What the page needs to know of the webview that shows it. */
export interface OverviewPage {
  readonly scriptUri: string;
  /** Fresh for each page. */
  readonly nonce: string;
}

/**
 * The panel's page. Its policy lets in one script and nothing else: no styles, fonts, images or connections. The panel's
 * styles are constructed by that script, which a policy does not touch.
 */
export function overviewHtml({ scriptUri, nonce }: OverviewPage): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Openward overview</title>
  </head>
  <body>
    <script type="module" nonce="${nonce}" src="${scriptUri}"></script>
  </body>
</html>
`;
}
