import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, readlinkSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
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
  writeOwn(variant, join(folder, 'package.json'), JSON.stringify({ private: true, type: typeOf(home) }));
  for (const file of importsOf([original], read).files) writeOwn(variant, place(file), read(file));
  for (const { name } of readdirSync(home, { withFileTypes: true })) {
    const isOwn = relative(home, original).split(sep)[0] === name || name === 'node_modules' || /^(?:\.|tsconfig)/.test(name);
    if (!isOwn && !existsSync(join(folder, name))) symlinkSync(join(home, name), join(folder, name));
  }
  return { file: place(original), folder };
}

/** Writes a file of the variant. What another example linked on the way to it becomes the variant's own: the checkout stays as it is. */
function writeOwn(variant: string, file: string, text: string): void {
  makeOwn(variant, dirname(file));
  if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) unlinkSync(file);
  writeFileSync(file, text);
}

function makeOwn(variant: string, folder: string): void {
  if (folder !== variant) makeOwn(variant, dirname(folder));
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() !== true) {
    mkdirSync(folder, { recursive: true });
    return;
  }
  const linked = readlinkSync(folder);
  unlinkSync(folder);
  mkdirSync(folder);
  for (const name of readdirSync(linked)) symlinkSync(join(linked, name), join(folder, name));
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
