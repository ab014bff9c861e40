import type { CatalogOverrides } from '../core/catalog/overrides';
import { LineIndex } from '../core/text/lineIndex';
import { findOwnCatalog } from '../workspace/ownCatalog';
import type { Environment } from './environment';
import { UsageError } from './exit';
import { relativePath } from './report/relativePath';
import { printable } from './terminal/printable';

/**
 * The user's own catalog rows for a folder, undefined where there are none. Throws {@link UsageError} with the first fault and
 * its place: findings under half a catalog would be wrong ones.
 */
export async function ownRows(environment: Environment, folder: string): Promise<CatalogOverrides | undefined> {
  const found = findOwnCatalog(folder);
  if (!found) return undefined;
  const { readOverridesText } = await environment.catalogs();
  const { overrides, faults } = readOverridesText(found.text);
  const [fault, ...others] = faults;
  if (!fault) return overrides;
  const { line, column } = new LineIndex(found.text).at(fault.offset);
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  throw new UsageError(`${printable(relativePath(environment.cwd, found.file))}:${line}:${column}: ${printable(fault.message)}${more}`);
}
