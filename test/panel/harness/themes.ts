import { theme as dark } from '@vscode-elements/webview-playground/dist/themes/dark-v2.js';
import { theme as highContrast } from '@vscode-elements/webview-playground/dist/themes/hc-dark.js';
import { theme as highContrastLight } from '@vscode-elements/webview-playground/dist/themes/hc-light.js';
import { theme as light } from '@vscode-elements/webview-playground/dist/themes/light-v2.js';

/** A theme as a webview's page sees it: custom properties recorded from VS Code, and the classes that VS Code gives `body`. */
export interface Theme {
  readonly name: 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';
  readonly bodyClass: string;
  readonly properties: readonly (readonly [name: string, value: string])[];
}

export const themes: readonly Theme[] = [
  { name: 'light', bodyClass: 'vscode-light', properties: light },
  { name: 'dark', bodyClass: 'vscode-dark', properties: dark },
  { name: 'high-contrast', bodyClass: 'vscode-high-contrast', properties: highContrast },
  { name: 'high-contrast-light', bodyClass: 'vscode-high-contrast vscode-high-contrast-light', properties: highContrastLight },
];
