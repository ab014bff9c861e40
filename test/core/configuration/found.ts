import { loadCatalog } from '../../../src/catalog';
import { readConfiguration } from '../../../src/core/configuration/configuration';

const catalog = loadCatalog();

/** What a file says: `kind name vendor`, with model or URL behind it where a setting holds one. The names stand where the ranges say. */
export function found(file: string, text: string): readonly string[] {
  return (readConfiguration(catalog, `/app/${file}`, text) ?? []).map(({ kind, name, vendor, model, url, range }) => {
    const there = text.slice(range.start, range.end);
    if (![name, model, url].some((shown) => shown !== null && there.toLowerCase().replace(/[_.]/g, '-').includes(shown.toLowerCase().replace(/[_.]/g, '-'))))
      throw new Error(`${name} stands at ${JSON.stringify(there)}`);
    return [kind, name, vendor, model ?? url].filter((part) => part !== null).join(' ');
  });
} // prettier-ignore
