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
    // Options given where other code gives a name are not a name.
    if (value !== undefined && !(name === 'model' && value.kind === 'object')) settings.set(name, value);
  }
  const variant = bound ? operation.variants?.find(({ present }) => isGiven(readSlot(linker, bound, present))) : undefined;
  return {
    ...route,
    settings,
    vendor: variant?.vendor ?? operation.vendor ?? route.vendor,
    defaultVendor: operation.defaultVendor ?? route.defaultVendor,
    defaultBaseUrl: variant?.defaultBaseUrl ?? operation.defaultBaseUrl ?? route.defaultBaseUrl,
    defaultModel: operation.defaultModel ?? route.defaultModel,
    exchange: operation.exchange ?? route.exchange,
    deployment: variant?.deployment ?? operation.deployment ?? route.deployment,
  };
}

/** True for an argument that certainly stands in the code, and not to switch something off. */
function isGiven(value: Value | undefined): boolean {
  return value !== undefined && value.kind !== 'unknown' && !(value.kind === 'literal' && value.value === false);
}
