import { lstatSync, readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { fileState, isSettled } from '../cache/fileState';
import type { Recorder } from '../cache/recorder';
import { errorCode } from '../files/fileErrors';

export type EntryKind = 'file' | 'folder';
type Listing = ReadonlyMap<string, EntryKind>;

/** What was asked of a folder. */
export interface FolderAnswers {
  /** When its entries were last changed, milliseconds; 0 where that can't be relied on. */
  readonly modified: number;
  readonly names: Readonly<Record<string, EntryKind | 'none'>>;
  /** All folders in it, as {@link folderNames} gives them; null when nobody asked. */
  readonly folders: string | null;
}

/** Where a folder really is. */
export interface LinkAnswer {
  readonly folder: string;
  readonly isLink: boolean;
}

const nothing: Listing = new Map();

/**
 * Answers what exists on disk from cached folder listings: resolving one import asks for a dozen names in the same folder.
 * Files that only exist as open documents count as existing.
 */
export class FileIndex {
  readonly #listings = new Map<string, Listing>();
  readonly #open: { has(file: string): boolean };
  readonly #recorder: Recorder | undefined;

  /**
   * @param open files that exist whatever the disk says
   * @param recorder told of what is asked and of the configuration files read
   */
  constructor(open: { has(file: string): boolean }, recorder?: Recorder) {
    this.#open = open;
    this.#recorder = recorder;
  }

  isFile(path: string): boolean {
    const kind = this.#kind(path);
    return kind === 'file' || this.#open.has(path);
  }

  isFolder(path: string): boolean {
    return this.#kind(path) === 'folder';
  }

  /** Names of the folders in a folder, in no order; none when it can't be read. */
  foldersIn(folder: string): string[] {
    const listing = this.#listing(folder);
    this.#recorder?.askedFolders(folder, folderNames(listing));
    return [...listing].filter(([, kind]) => kind === 'folder').map(([name]) => name);
  }

  /** The text of a configuration file, undefined when it can't be read. */
  readConfiguration(file: string): string | undefined {
    try {
      const stat = statSync(file);
      const bytes = readFileSync(file);
      this.#recorder?.configuration(file, fileState(stat, bytes));
      return bytes.toString('utf8');
    } catch (error) {
      this.#recorder?.configuration(file, errorCode(error) === 'ENOENT' ? 'missing' : 'unstable');
      return undefined;
    }
  }

  /** Where a folder really is, null when it can't be told. */
  link(path: string): LinkAnswer | null {
    const answer = linkAnswer(path);
    this.#recorder?.link(path, answer);
    return answer;
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
    if (folder === path) return 'folder';
    const name = basename(path);
    const kind = this.#listing(folder).get(name);
    this.#recorder?.asked(folder, name, kind);
    return kind;
  }

  #listing(folder: string): Listing {
    let listing = this.#listings.get(folder);
    if (!listing) {
      // Looked at before: what is added while the folder is listed must not count as known.
      const modified = this.#recorder ? folderTime(folder) : 0;
      const { entries, hasLinks } = listFolder(folder);
      listing = entries;
      // What a link leads to changes without the folder.
      this.#recorder?.listed(folder, hasLinks ? 0 : modified);
      this.#listings.set(folder, listing);
    }
    return listing;
  }
}

/**
 * When a folder's entries last changed, milliseconds; 0 for just now, and when it can't be told. Programs that unpack or copy trees
 * set a folder's modification time back, but not the time of that change.
 */
export function folderTime(folder: string): number {
  try {
    const stat = statSync(folder);
    return isSettled(stat) ? Math.max(stat.mtimeMs, stat.ctimeMs) : 0;
  } catch {
    return 0;
  }
}

/** The folders of a listing as one text. */
export function folderNames(listing: Listing): string {
  return [...listing]
    .filter(([, kind]) => kind === 'folder')
    .map(([name]) => name)
    .sort()
    .join('/');
}

/** Where a folder really is, null when it can't be told. */
export function linkAnswer(path: string): LinkAnswer | null {
  try {
    return { folder: realpathSync(path), isLink: lstatSync(path).isSymbolicLink() };
  } catch {
    return null;
  }
}

/** What is in a folder, links followed; nothing when it can't be read. */
export function listFolder(folder: string): { readonly entries: Listing; readonly hasLinks: boolean } {
  let found: Dirent[];
  try {
    found = readdirSync(folder, { withFileTypes: true });
  } catch {
    return { entries: nothing, hasLinks: false };
  }
  const entries = new Map<string, EntryKind>();
  for (const entry of found) {
    const kind = kindOf(folder, entry);
    if (kind) entries.set(entry.name, kind);
  }
  return { entries, hasLinks: found.some((entry) => entry.isSymbolicLink()) };
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
