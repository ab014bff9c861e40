import type { Catalog } from '../catalog/catalog';

/** A cheap test of a text; false means that no call site can be in it. */
export type Prefilter = (text: string) => boolean;

/**
 * Builds the test from the catalog: module names, vendor hosts, key variables and the shapes of calls. A file that mentions
 * none of them is never parsed.
 */
export function prefilterFor(catalog: Catalog): Prefilter {
  const words = new Set<string>();
  for (const sdk of catalog.sdks) {
    for (const name of sdk.packages) words.add(name.replace(/\/?\*$/, ''));
    for (const shape of Object.values(sdk.shapes)) {
      for (const path of Object.keys(shape.members ?? {})) {
        const tail = path.split('.').slice(-2).join('.');
        if (tail.includes('.') && sdk.vendor !== null) words.add(tail);
      }
    }
    for (const row of sdk.paths ?? []) if (row.decisive === true) words.add(row.contains);
  }
  for (const vendor of catalog.vendors.values()) {
    for (const host of vendor.hosts) words.add((host.split('/')[0] ?? host).replace(/^\*\.?-?/, '').replace(/^.*\*/, ''));
  }
  words.delete('');
  const minimal = [...words].filter((word) => ![...words].some((other) => other !== word && word.includes(other)));
  const pattern = new RegExp(minimal.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'));
  return (text) => pattern.test(text);
}
