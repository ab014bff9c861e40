import { readdirSync, statSync, type Dirent } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

type EntryKind = 'file' | 'folder';
type Listing = ReadonlyMap<string, EntryKind>;

const nothing: Listing = new Map();

/**
 * Answers what exists on disk from cached folder listings: resolving one import asks for a dozen names in the same folder.
 * Files that only exist as open documents count as existing.
 */
export class FileIndex {
  readonly #listings = new Map<string, Listing>();
  readonly #open: { has(file: string): boolean };

  /** @param open files that exist whatever the disk says */
  constructor(open: { has(file: string): boolean }) {
    this.#open = open;
  }

  isFile(path: string): boolean {
    return this.#open.has(path) || this.#kind(path) === 'file';
  }

  isFolder(path: string): boolean {
    return this.#kind(path) === 'folder';
  }

  /** Names of the folders in a folder, in no order; none when it can't be read. */
  foldersIn(folder: string): string[] {
    return [...this.#listing(folder)].filter(([, kind]) => kind === 'folder').map(([name]) => name);
  }

  /** Forgets what is known of a path, of what is below it and of the folder it is in. */
  forget(path: string): void {
    this.#listings.delete(dirname(path));
    this.#listings.delete(path);
    const below = path + sep;
    for (const folder of this.#listings.keys()) if (folder.startsWith(below)) this.#listings.delete(folder);
  }

  /** Forgets everything. */
  clear(): void {
    this.#listings.clear();
  }

  #kind(path: string): EntryKind | undefined {
    const folder = dirname(path);
    return folder === path ? 'folder' : this.#listing(folder).get(basename(path));
  }

  #listing(folder: string): Listing {
    let listing = this.#listings.get(folder);
    if (!listing) {
      listing = list(folder);
      this.#listings.set(folder, listing);
    }
    return listing;
  }
}

function list(folder: string): Listing {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return nothing;
  }
  const listing = new Map<string, EntryKind>();
  for (const entry of entries) {
    const kind = kindOf(folder, entry);
    if (kind) listing.set(entry.name, kind);
  }
  return listing;
}

function kindOf(folder: string, entry: Dirent): EntryKind | undefined {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return undefined;
  try {
    const target = statSync(join(folder, entry.name));
    return target.isFile() ? 'file' : target.isDirectory() ? 'folder' : undefined;
  } catch {
    return undefined;
  }
}
