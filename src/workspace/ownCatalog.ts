import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ownCatalogPath } from '../core/catalog/overrides';
import { readText, repositoryRoot } from './files/repository';

/** A file with the user's own catalog rows. */
export interface OwnCatalogFile {
  /** Absolute path. */
  readonly file: string;
  readonly text: string;
}

/** The nearest `.openward/catalog.json`, from a folder up to its repository's root; undefined where there is none. */
export function findOwnCatalog(folder: string): OwnCatalogFile | undefined {
  const top = repositoryRoot(folder) ?? folder;
  for (let current = folder; ; current = dirname(current)) {
    const file = join(current, ownCatalogPath);
    if (existsSync(file)) return { file, text: readText(file) ?? '' };
    if (current === top || dirname(current) === current) return undefined;
  }
}
