import { customTarget } from '../core/catalog/overrides';
import { targetIds, vendorsByName } from './rowNames.built';

export { catalogVersion, targetIds } from './rowNames.built';

/** Ids that can be asked for as a target: those of the table, and the one that the user describes. */
export const knownTargets: readonly string[] = [...targetIds, customTarget];

/** Names of the vendors by id, for people. */
export const vendorNames: ReadonlyMap<string, string> = new Map(vendorsByName);
