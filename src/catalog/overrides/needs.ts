import type { TargetRow, VendorRow } from '../../core/catalog/catalog';
import type { CatalogOverrides } from '../../core/catalog/overrides';
import { compilePattern } from '../hosts/pattern';
import { targets, vendors } from '../rows.built';
import { knowsModel } from './builtInModels';
import type { Fault, Path } from './checkSchema';

/**
 * What rows still lack: a new row can't take what it does not say from a built-in one.
 * @param isSound whether the shape of a table's row is, so that it can be looked into
 */
export function needsOf(rows: CatalogOverrides, isSound: (table: keyof CatalogOverrides, index: number) => boolean): Fault[] {
  const each = <T>(table: keyof CatalogOverrides, list: readonly T[] | undefined, find: (row: T, path: Path) => Fault[]): Fault[] =>
    (list ?? []).flatMap((row, index) => (isSound(table, index) ? find(row, [table, index]) : []));
  const vendorIds = new Set(vendors.map(({ id }) => id));
  const targetIds = new Set(targets.map(({ id }) => id));
  const allVendors = new Set([...vendorIds, ...(rows.vendors ?? []).map(({ id }) => id)]);
  return [
    ...each('vendors', rows.vendors, (row, path) => [
      ...(vendorIds.has(row.id) ? [] : missing(row, ['name', 'class', 'hosts'], path, 'vendor')),
      ...(row.hosts ?? []).flatMap((host, at): Fault[] => (isHost(host) ? [] : [{ path: [...path, 'hosts', at], reason: 'is no host' }])),
    ]),
    ...each('models', rows.models, (row, path) => (knowsModel(row.id) ? [] : missing(row, ['weights'], path, 'model'))),
    ...each('targets', rows.targets, (row, path) => {
      if (row.vendor !== undefined && !allVendors.has(row.vendor))
        return [{ path: [...path, 'vendor'], reason: `is no vendor of the catalog: ${row.vendor}` }];
      return targetIds.has(row.id) ? [] : [...missing(row, ['baseUrls', 'models'], path, 'target'), ...unspoken(row, path)];
    }),
  ];
}

function missing(row: object, names: readonly string[], path: Path, what: string): Fault[] {
  return names
    .filter((name) => !Object.hasOwn(row, name))
    .map((name) => ({ path, reason: `needs '${name}': the catalog has no ${what} of this id` }));
}

/** A target that speaks nothing, or serves in a protocol it has no base URL for. */
function unspoken({ baseUrls, surfaces = {} }: Partial<TargetRow>, path: Path): Fault[] {
  if (!baseUrls) return [];
  if (Object.keys(baseUrls).length === 0) return [{ path: [...path, 'baseUrls'], reason: "needs 'openai', 'anthropic' or 'gemini'" }];
  return Object.keys(surfaces)
    .filter((protocol) => !Object.hasOwn(baseUrls, protocol))
    .map((protocol) => ({ path: [...path, 'surfaces', protocol], reason: 'has no base URL' }));
}

function isHost(host: string): boolean {
  try {
    compilePattern(host, { hosts: [host] } as unknown as VendorRow);
    return true;
  } catch {
    return false;
  }
}
