import { recheck, type FileRecord } from '../cache/fileState';
import { folderTime } from '../resolve/fileIndex';

/** What a folder adds to the ignore rules from above. */
export interface OwnRules {
  /** The exclude file's text of a repository that begins here; null where none does. */
  readonly repository: string | null;
  /** The state of the `.gitignore` file, null where there is none. */
  readonly ignoreFile: FileRecord | null;
}

/** What a walk took of a folder. Paths are absolute. */
export interface FolderContents {
  readonly files: readonly string[];
  /** Folders that the walk went into. */
  readonly folders: readonly string[];
  readonly rules: OwnRules;
}

/** A folder as it was when it was walked; `time` is when its entries last changed, 0 where that can't be relied on. */
export interface KeptFolder extends FolderContents {
  readonly time: number;
}

/** What a walk of one root found, for the next one. */
export interface KeptWalk {
  /** What was to be found, under which rules from above the root: only the same walk can use it. */
  readonly question: string;
  readonly folders: ReadonlyMap<string, KeptFolder>;
}

/** What a walk knows from the one before, and what it leaves to the next. */
export class FolderMemory {
  readonly #before: KeptWalk | undefined;
  readonly #now = new Map<string, KeptFolder>();
  #question = '';
  #isChanged = false;

  /** @param before what the last walk left */
  constructor(before?: KeptWalk) {
    this.#before = before;
  }

  /** Begins a walk. False when the one before asked something else, so that nothing of it may be used. */
  begin(question: string): boolean {
    this.#question = question;
    const isSame = this.#before?.question === question;
    if (!isSame) this.#isChanged = true;
    return isSame;
  }

  /** A folder of the last walk, whatever became of it. */
  last(folder: string): KeptFolder | undefined {
    return this.#before?.folders.get(folder);
  }

  /** A folder of the last walk as it is now, undefined where its entries changed or may have. It still may add other rules. */
  unchanged(folder: string): KeptFolder | undefined {
    const last = this.last(folder);
    return last && last.time !== 0 && folderTime(folder) === last.time ? last : undefined;
  }

  /** Keeps what was found in a folder. */
  keep(folder: string, found: KeptFolder): void {
    this.#now.set(folder, found);
    const last = this.last(folder);
    if (found !== last && !(last && isSameFolder(found, last))) this.#isChanged = true;
  }

  /** What the next walk may know. */
  get walk(): KeptWalk {
    return { question: this.#question, folders: this.#now };
  }

  /** Whether that is anything else than what was known before. */
  get isChanged(): boolean {
    return this.#isChanged || this.#now.size !== (this.#before?.folders.size ?? 0);
  }
}

/**
 * The rules a folder adds, as they are now: the same object when nothing changed, undefined when they would be others.
 * @param repository reads the exclude file of a repository that begins in the folder
 */
export function recheckRules(ignoreFile: string, rules: OwnRules, repository: () => string): OwnRules | undefined {
  if (rules.repository !== null && rules.repository !== repository()) return undefined;
  if (rules.ignoreFile === null) return rules;
  const now = recheck(ignoreFile, rules.ignoreFile);
  if (now === undefined) return undefined;
  return now === rules.ignoreFile ? rules : { ...rules, ignoreFile: now };
}

function isSameFolder(a: KeptFolder, b: KeptFolder): boolean {
  return a.time === b.time && isSameList(a.files, b.files) && isSameList(a.folders, b.folders) && isSameRules(a.rules, b.rules);
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function isSameRules(a: OwnRules, b: OwnRules): boolean {
  return a.repository === b.repository && JSON.stringify(a.ignoreFile) === JSON.stringify(b.ignoreFile);
}
