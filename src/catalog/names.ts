import { customTarget } from '../core/catalog/overrides';
import { version } from './generated/models.json';
import targetRows from './data/targets.json';
import vendorRows from './data/vendors.json';

/** The catalog's version, as {@link Catalog.version}; for whom nothing else of it matters. */
export const catalogVersion: string = version;

/** Ids of the targets, in the table's order. */
export const targetIds: readonly string[] = targetRows.map(({ id }) => id);

/** Ids that can be asked for as a target: those of the table, and the one that the user describes. */
export const knownTargets: readonly string[] = [...targetIds, customTarget];

/** Names of the vendors by id, for people. */
export const vendorNames: ReadonlyMap<string, string> = new Map(vendorRows.map(({ id, name }) => [id, name]));
