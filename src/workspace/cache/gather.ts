import type { FileAnalysis } from '../../core/callSite';
import type { KeptWalk } from '../files/folderMemory';
import type { EntryKind, FolderAnswers, LinkAnswer } from '../resolve/fileIndex';
import { mergedRecord, type FileRecord } from './fileState';
import type { Observations } from './recorder';
import { spread, type FileOutcome, type Snapshot } from './snapshot';

/** What a worker found out about one file, besides its analysis. */
export type AnalyzedFile = Omit<FileOutcome, 'analysis'>;

/** New results of a scan on their way into the next snapshot. */
export interface NewResults {
  readonly files: readonly AnalyzedFile[];
  /** Of the files with call sites. */
  readonly analyses: readonly FileAnalysis[];
  readonly observations: Observations;
}

/**
 * Puts a scan's new results together with what held of the old ones.
 * @param held what held of the last scan's results, and `keeps` its outcomes whose files are still there
 * @param walk what was found in folders
 * @returns null when the workers were told different things, because the disk changed while they ran
 */
export function gather(
  held: Snapshot | undefined,
  keeps: readonly FileOutcome[],
  results: readonly NewResults[],
  log: readonly string[],
  walk: KeptWalk | null,
): Snapshot | null {
  const gathering = new Gathering(held, keeps);
  for (const each of results) gathering.add(each);
  return gathering.finish([...new Set([...(held?.log ?? []), ...log])], walk);
}

class Gathering {
  readonly #outcomes = new Map<string, FileOutcome>();
  readonly #files: Map<string, FileRecord>;
  readonly #configurations: Map<string, FileRecord>;
  readonly #folders = new Map<string, { modified: number; names: Map<string, EntryKind | 'none'>; folders: string | null }>();
  readonly #links: Map<string, LinkAnswer | null>;
  readonly #resolutions = new Map<string, Map<string, string | null>>();
  #contradicts = false;

  constructor(held: Snapshot | undefined, keeps: readonly FileOutcome[]) {
    for (const outcome of keeps) this.#outcomes.set(outcome.file, outcome);
    this.#files = new Map(held?.files);
    this.#configurations = new Map(held?.lookups.configurations);
    this.#links = new Map(held?.lookups.links);
    for (const [folder, answers] of held?.lookups.folders ?? []) this.#addFolder(folder, answers);
    for (const [from, targets] of held?.resolutions ?? []) this.#resolutions.set(from, new Map(targets));
  }

  add({ files, analyses, observations }: NewResults): void {
    const byFile = new Map(analyses.map((analysis) => [analysis.file, analysis]));
    for (const each of files) this.#outcomes.set(each.file, { ...each, analysis: byFile.get(each.file) ?? null });
    for (const [file, record] of observations.files) this.#merge(this.#files, file, record);
    const { lookups, resolutions } = observations;
    for (const [file, record] of lookups.configurations) {
      this.#merge(this.#configurations, file, record);
      if (this.#configurations.get(file) === 'unstable') this.#contradicts = true;
    }
    for (const [folder, answers] of lookups.folders) this.#addFolder(folder, answers);
    for (const [path, answer] of lookups.links) {
      const known = this.#links.get(path);
      if (known !== undefined && (known?.folder !== answer?.folder || known?.isLink !== answer?.isLink)) this.#contradicts = true;
      this.#links.set(path, answer);
    }
    for (const [from, specifier, file] of resolutions) {
      let known = this.#resolutions.get(from);
      if (!known) this.#resolutions.set(from, (known = new Map<string, string | null>()));
      const before = known.get(specifier);
      if (before !== undefined && before !== file) this.#contradicts = true;
      known.set(specifier, file);
    }
  }

  /** All of it that may be kept. */
  finish(log: readonly string[], walk: KeptWalk | null): Snapshot | null {
    if (this.#contradicts) return null;
    const unstable = new Set([...this.#files].filter(([, record]) => record === 'unstable').map(([file]) => file));
    spread(unstable, this.#resolutions);
    for (const file of unstable) this.#outcomes.delete(file);
    const { files, resolutions } = this.#reached();
    return {
      outcomes: this.#outcomes,
      files,
      lookups: {
        configurations: [...this.#configurations],
        folders: [...this.#folders].map(([folder, { modified, names, folders }]) => [
          folder,
          { modified, folders, names: Object.fromEntries(names) },
        ]),
        links: [...this.#links],
      },
      resolutions,
      log,
      walk,
    };
  }

  /** The files and modules that outcomes were drawn from: what only lost ones needed is left out. */
  #reached(): Pick<Snapshot, 'files' | 'resolutions'> {
    const files = new Map<string, FileRecord>();
    const resolutions = new Map<string, ReadonlyMap<string, string | null>>();
    const seen = new Set(this.#outcomes.keys());
    // A set is gone through in the order of adding, what is added on the way included.
    for (const file of seen) {
      const record = this.#files.get(file);
      if (record !== undefined) files.set(file, record);
      const targets = this.#resolutions.get(file);
      if (!targets) continue;
      resolutions.set(file, targets);
      for (const target of targets.values()) if (target !== null) seen.add(target);
    }
    return { files, resolutions };
  }

  #merge(known: Map<string, FileRecord>, file: string, record: FileRecord): void {
    const before = known.get(file);
    known.set(file, before === undefined ? record : mergedRecord(before, record));
  }

  #addFolder(folder: string, { modified, names, folders }: FolderAnswers): void {
    const known = this.#folders.get(folder);
    if (!known) {
      this.#folders.set(folder, { modified, names: new Map(Object.entries(names)), folders });
      return;
    }
    // Answers of two times: neither time stands for both.
    if (known.modified !== modified) known.modified = 0;
    for (const [name, kind] of Object.entries(names)) {
      const before = known.names.get(name);
      if (before !== undefined && before !== kind) this.#contradicts = true;
      known.names.set(name, kind);
    }
    if (folders === null) return;
    if (known.folders !== null && known.folders !== folders) this.#contradicts = true;
    known.folders = folders;
  }
}
