import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { checkoutOf, importsOf, type Example } from './examples';

/** An example with all that it imports, laid out beside the packages it needs. */
export interface LaidOut {
  /** The example's own file. */
  readonly file: string;
  /** Where it is run: the folder of its manifest. */
  readonly folder: string;
}

/** Lays an example out below `variant`: `texts` in place of the checkout's where they have a file. Its package's other files are linked. */
export function layOut(example: Example, checkouts: string, variant: string, texts: ReadonlyMap<string, string>): LaidOut {
  const checkout = checkoutOf(checkouts, example);
  const read = (file: string): string => texts.get(file) ?? readFileSync(file, 'utf8');
  const place = (file: string): string => join(variant, relative(checkout, file));
  const original = join(checkout, example.path);
  const home = homeOf(original, checkout);
  const folder = place(home);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: typeOf(home) }));
  for (const file of importsOf([original], read).files) {
    mkdirSync(dirname(place(file)), { recursive: true });
    writeFileSync(place(file), read(file));
  }
  for (const { name } of readdirSync(home, { withFileTypes: true })) {
    const isOwn = relative(home, original).split(sep)[0] === name || name === 'node_modules' || /^(?:\.|tsconfig)/.test(name);
    if (!isOwn && !existsSync(join(folder, name))) symlinkSync(join(home, name), join(folder, name));
  }
  return { file: place(original), folder };
}

/** The folder of the manifest that holds for a file. */
function homeOf(file: string, checkout: string): string {
  let folder = dirname(file);
  while (folder !== checkout && !existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

function typeOf(home: string): string {
  const path = join(home, 'package.json');
  const manifest = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { type?: string }) : {};
  return manifest.type ?? 'commonjs';
}
