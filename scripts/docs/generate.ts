import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalog } from '../../src/catalog';
import { sdkPage } from './sdks';

/** Pages of `docs/` that are made from the sources. With `--check` nothing is written and a stale page fails. */
const pages: Readonly<Record<string, () => string>> = {
  'sdks.md': () => sdkPage(loadCatalog()),
};

function main(check: boolean): number {
  const stale = Object.entries(pages).filter(([name, make]) => {
    const path = join(__dirname, '..', '..', 'docs', name);
    const text = make();
    if (!check) writeFileSync(path, text);
    return check && readFileSync(path, 'utf8') !== text;
  });
  for (const [name] of stale) console.error(`docs/${name} is stale; run npm run docs`);
  return stale.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.includes('--check'));
