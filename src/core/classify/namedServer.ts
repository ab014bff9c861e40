import type { Catalog, VendorRow } from '../catalog/catalog';
import type { Value } from '../link/value';

/** Shorter ids are parts of other words. */
const minimumLength = 4;

/**
 * The server of one's own that a setting is named for, where nothing else tells what stands in it: `settings.ollama_url`,
 * `config["LM_STUDIO"]`. Null where the settings name none, or several.
 */
export function namedServer(catalog: Catalog, settings: readonly Value[]): VendorRow | null {
  const names = settings.flatMap((value) => (value.kind === 'member' ? [plain(value.name)] : []));
  const named = [...catalog.vendors.values()].filter((row) => {
    const id = plain(row.id);
    return row.class === 'self-hosted' && id.length >= minimumLength && names.some((name) => name.includes(id));
  });
  return named.length === 1 ? (named[0] ?? null) : null;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]/g, '');
}
