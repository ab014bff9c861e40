import * as vscode from 'vscode';
import { endpointStyles, type EndpointStyle } from '../core/rewrite/plan';

export const severityNames = ['off', 'hint', 'information', 'warning', 'error'] as const;
export type SeverityName = (typeof severityNames)[number];

/** Where it is shown what manifests and configuration files say; each more than the one before. */
export const configurationPlaces = ['off', 'tree', 'hints'] as const;
export type ConfigurationPlace = (typeof configurationPlaces)[number];

/** The settings of one resource, read anew at each use: VS Code holds them, nothing here caches. */
export interface Settings {
  /** Target id of the catalog. */
  readonly target: string;
  /** Model id in the target's spelling, undefined for the target's own choice. */
  readonly targetModel: string | undefined;
  readonly endpointStyle: EndpointStyle;
  readonly severity: SeverityName;
  /** Gigabytes of memory of the machine that open models run on; undefined when no limit is set. */
  readonly memory: number | undefined;
  /** Whether models that their vendor retires are marked. */
  readonly retirements: boolean;
  /** Where what manifests and configuration files say is shown: the views, and marks in the files as well. */
  readonly configuration: ConfigurationPlace;
  readonly scanOnStartup: boolean;
  readonly maxFileBytes: number;
  /** Globs left out of scans: `files.exclude` and `openward.scan.exclude`. */
  readonly excludes: readonly string[];
}

export const section = 'openward';
export const defaultTarget = 'ollama';
const defaultMaxKilobytes = 1024;

/** Reads the settings that apply to a resource, or to the window without one. Values of a wrong type count as not set. */
export function settingsFor(scope?: vscode.Uri): Settings {
  const own = vscode.workspace.getConfiguration(section, scope ?? null);
  const kilobytes = own.get<unknown>('scan.maxFileSize');
  const severity = own.get<unknown>('severity');
  const memory = own.get<unknown>('memory');
  const endpointStyle = own.get<unknown>('endpointStyle');
  const configuration = own.get<unknown>('configuration');
  return {
    target: text(own.get<unknown>('target')) ?? defaultTarget,
    targetModel: text(own.get<unknown>('targetModel')),
    endpointStyle: endpointStyles.find((name) => name === endpointStyle) ?? 'environment',
    severity: severityNames.find((name) => name === severity) ?? 'information',
    memory: typeof memory === 'number' && memory > 0 ? memory : undefined,
    retirements: own.get<unknown>('retirements') !== false,
    configuration: configurationPlaces.find((name) => name === configuration) ?? 'hints',
    scanOnStartup: own.get<unknown>('scan.onStartup') === true,
    maxFileBytes: (typeof kilobytes === 'number' && kilobytes > 0 ? kilobytes : defaultMaxKilobytes) * 1024,
    excludes: [
      ...enabledGlobs(vscode.workspace.getConfiguration('files', scope ?? null).get<unknown>('exclude')),
      ...enabledGlobs(own.get<unknown>('scan.exclude')),
    ],
  };
}

/** Where choices are kept: with the workspace where there is one. */
export function settingsScope(): vscode.ConfigurationTarget {
  return vscode.workspace.workspaceFolders ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Keys of a `{ glob: true }` object. Conditional excludes (`{ when }`) hide derived files in the explorer only and are not followed. */
function enabledGlobs(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([, enabled]) => enabled === true)
    .map(([glob]) => glob);
}
