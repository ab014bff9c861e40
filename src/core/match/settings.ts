import type { Linker } from '../link/linker';
import type { BoundArguments, Value } from '../link/value';
import { settingNames, type Operation, type SettingName } from './description';
import type { Route } from './route';
import { readSlot } from './slots';

/**
 * A route with what an operation's arguments settle. Options that are not decided may hold a setting: what the route carries
 * then still counts. Without arguments only what the operation itself says is taken.
 */
export function withSettings(linker: Linker, route: Route, operation: Operation, bound: BoundArguments | null): Route {
  const settings = new Map<SettingName, Value>(route.settings);
  for (const name of settingNames) {
    const slot = operation.settings?.[name];
    if (slot === undefined) continue;
    const value = bound ? readSlot(linker, bound, slot) : undefined;
    if (value !== undefined) settings.set(name, value);
  }
  return {
    ...route,
    settings,
    vendor: operation.vendor ?? route.vendor,
    defaultBaseUrl: operation.defaultBaseUrl ?? route.defaultBaseUrl,
    deployment: operation.deployment ?? route.deployment,
  };
}
