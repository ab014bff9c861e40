import type { EntryKind, FolderAnswers, LinkAnswer } from '../resolve/fileIndex';
import { mergedRecord, type FileRecord } from './fileState';

/** What results were drawn from: files read, and everything that was asked to find out which file an import means. */
export interface Observations {
  readonly files: readonly (readonly [file: string, record: FileRecord])[];
  readonly lookups: Lookups;
  /** For each module the files its specifiers mean; null for what is not of the workspace or not there. */
  readonly resolutions: readonly (readonly [from: string, specifier: string, file: string | null])[];
}

/** What was asked of the disk to resolve imports, and what it answered. */
export interface Lookups {
  readonly folders: readonly (readonly [folder: string, answers: FolderAnswers])[];
  readonly configurations: readonly (readonly [file: string, record: FileRecord])[];
  readonly links: readonly (readonly [path: string, answer: LinkAnswer | null])[];
}

/** Notes what is read and asked, once each; {@link take} hands on what is new. */
export class Recorder {
  readonly #files = new Map<string, FileRecord>();
  readonly #configurations = new Map<string, FileRecord>();
  readonly #folders = new Map<string, { modified: number; names: Map<string, EntryKind | 'none'>; folders: string | null }>();
  readonly #links = new Map<string, LinkAnswer | null>();
  #newFiles = new Set<string>();
  #newConfigurations = new Set<string>();
  #newFolders = new Map<string, { modified: number; names: Map<string, EntryKind | 'none'>; folders: string | null }>();
  #newLinks = new Set<string>();
  #resolutions: [string, string, string | null][] = [];

  /** A source file was read. */
  file(file: string, record: FileRecord): void {
    note(this.#files, this.#newFiles, file, record);
  }

  /** A file that decides how imports are resolved was read. */
  configuration(file: string, record: FileRecord): void {
    note(this.#configurations, this.#newConfigurations, file, record);
  }

  /** A folder was listed; `modified` is 0 where its time can't be relied on. */
  listed(folder: string, modified: number): void {
    this.#folders.set(folder, { modified, names: new Map(), folders: null });
  }

  /** The kind of a name in a listed folder was asked. */
  asked(folder: string, name: string, kind: EntryKind | undefined): void {
    const known = this.#folders.get(folder);
    if (!known || known.names.has(name)) return;
    known.names.set(name, kind ?? 'none');
    this.#fresh(folder, known.modified).names.set(name, kind ?? 'none');
  }

  /** All folders in a listed folder were asked for; `names` stands for them. */
  askedFolders(folder: string, names: string): void {
    const known = this.#folders.get(folder);
    if (!known || known.folders !== null) return;
    known.folders = names;
    this.#fresh(folder, known.modified).folders = names;
  }

  link(path: string, answer: LinkAnswer | null): void {
    if (this.#links.has(path)) return;
    this.#links.set(path, answer);
    this.#newLinks.add(path);
  }

  resolution(from: string, specifier: string, file: string | null): void {
    this.#resolutions.push([from, specifier, file]);
  }

  /** What was noted since the last time. */
  take(): Observations {
    const pick = <T>(names: Iterable<string>, all: ReadonlyMap<string, T>): [string, T][] =>
      [...names].flatMap((name) => (all.has(name) ? [[name, all.get(name) as T] as [string, T]] : []));
    const taken: Observations = {
      files: pick(this.#newFiles, this.#files),
      lookups: {
        folders: [...this.#newFolders].map(([folder, { modified, names, folders }]) => [
          folder,
          { modified, names: Object.fromEntries(names), folders },
        ]),
        configurations: pick(this.#newConfigurations, this.#configurations),
        links: pick(this.#newLinks, this.#links),
      },
      resolutions: this.#resolutions,
    };
    this.#newFiles = new Set();
    this.#newConfigurations = new Set();
    this.#newFolders = new Map();
    this.#newLinks = new Set();
    this.#resolutions = [];
    return taken;
  }

  #fresh(folder: string, modified: number): { names: Map<string, EntryKind | 'none'>; folders: string | null } {
    let fresh = this.#newFolders.get(folder);
    if (!fresh) this.#newFolders.set(folder, (fresh = { modified, names: new Map(), folders: null }));
    return fresh;
  }
}

function note(known: Map<string, FileRecord>, fresh: Set<string>, file: string, record: FileRecord): void {
  const before = known.get(file);
  const merged = before === undefined ? record : mergedRecord(before, record);
  if (merged === before) return;
  known.set(file, merged);
  fresh.add(file);
}
