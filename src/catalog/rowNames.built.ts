import { version } from './generated/models.json';
import { targets, vendors } from './rows.built';

/** The catalog's version, as {@link Catalog.version}; for whom nothing else of it matters. */
export const catalogVersion: string = version;

/** Ids of the targets, in the table's order. */
export const targetIds: readonly string[] = targets.map(({ id }) => id);

/** Id and name of each vendor. */
export const vendorsByName = vendors.map(({ id, name }) => [id, name] as const);
