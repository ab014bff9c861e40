declare module '@vscode-elements/webview-playground/dist/themes/*.js' {
  /** Custom properties as VS Code writes them into a webview's page. */
  export const theme: readonly (readonly [name: string, value: string])[];
}
