import { version } from './generated/models.json';
import targetRows from './data/targets.json';
import vendorRows from './data/vendors.json';

/** The catalog's version, as {@link Catalog.version}; for whom nothing else of it matters. */
export const catalogVersion: string = version;

/** Ids of the targets, in the table's order. */
export const targetIds: readonly string[] = targetRows.map(({ id }) => id);

/** Names of the vendors by id, for people. */
export const vendorNames: ReadonlyMap<string, string> = new Map(vendorRows.map(({ id, name }) => [id, name]));
