import type { AcceptedCallSite, CallSite, FileAnalysis } from '../../core/callSite';
import type { ConfigurationFinding } from '../../core/configuration/finding';
import type { KeptFolder, KeptWalk, OwnRules } from '../files/folderMemory';
import type { EntryKind, FolderAnswers, LinkAnswer } from '../resolve/fileIndex';
import { contentHash, type FileRecord } from './fileState';
import { SitePacker, unpackSite, type PackedSite, type Said } from './packedSites';
import type { Lookups } from './recorder';

/** What a scan found out about one file. */
export interface FileOutcome {
  readonly file: string;
  readonly bytes: number;
  readonly parsed: boolean;
  /** Null where nothing was found. */
  readonly analysis: FileAnalysis | null;
  readonly notes: readonly string[];
}

/** The results of a scan and all that they were drawn from. */
export interface Snapshot {
  readonly outcomes: ReadonlyMap<string, FileOutcome>;
  /** Every file read, once. */
  readonly files: Iterable<readonly [file: string, record: FileRecord]>;
  readonly lookups: Lookups;
  /** The file each specifier of a module means, null for none of the workspace. */
  readonly resolutions: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
  /** What was logged of configuration files. */
  readonly log: readonly string[];
  /** What was found in folders; null where there were several roots. */
  readonly walk: KeptWalk | null;
}

/** Adds to some modules those that reach one of them through their imports. */
export function spread(modules: Set<string>, resolutions: Snapshot['resolutions']): void {
  const importers = new Map<string, string[]>();
  for (const [from, targets] of resolutions) {
    for (const target of targets.values()) {
      if (target === null) continue;
      const known = importers.get(target);
      if (known) known.push(from);
      else importers.set(target, [from]);
    }
  }
  const pending = [...modules];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const importer of importers.get(next) ?? []) {
      if (modules.has(importer)) continue;
      modules.add(importer);
      pending.push(importer);
    }
  }
}

/** A snapshot as JSON, except its resolutions: paths are numbers into one table. Only what {@link encode} wrote may be decoded. */
interface Packed {
  readonly paths: readonly string[];
  readonly outcomes: PackedOutcomes;
  readonly said: Said;
  readonly files: PackedFiles;
  readonly configurations: readonly PackedRecord[];
  readonly folders: readonly (readonly [
    path: number,
    modified: number,
    folders: string | null,
    names: Readonly<Record<string, EntryKind | 'none'>>,
  ])[];
  readonly links: readonly (readonly [path: number, answer: LinkAnswer | null])[];
  readonly log: readonly string[];
  readonly walk: PackedWalk | null;
}

/** Stands on a line of its own, that is read when it is asked for. */
type PackedResolutions = readonly (readonly [from: number, files: Readonly<Record<string, number>>])[];

interface PackedWalk {
  readonly question: string;
  readonly folders: readonly PackedFolder[];
}

/** The rules are left out where there are none, as nearly everywhere. */
type PackedFolder = readonly [path: number, time: number, files: readonly number[], folders: readonly number[], rules?: OwnRules];
type PackedRecord =
  readonly [path: number, record: string] | readonly [path: number, modified: number, changed: number, size: number, hash: string | null];

/**
 * Columns of numbers are read in a fraction of the time that as many small objects take. Most files have neither analysis nor
 * notes: `details` are of those that have, by their row.
 */
interface PackedOutcomes {
  readonly paths: readonly number[];
  readonly bytes: readonly number[];
  /** A digit a file. */
  readonly parsed: string;
  readonly details: Readonly<Record<number, readonly [analysis: PackedAnalysis | null, notes: readonly string[]]>>;
}

/** Files with a state in columns, and what else is known of others. */
interface PackedFiles {
  readonly paths: readonly number[];
  readonly modified: readonly number[];
  readonly changed: readonly number[];
  readonly sizes: readonly number[];
  /** All hashes in one text, blank where there is none. */
  readonly hashes: string;
  readonly others: readonly (readonly [path: number, record: 'missing' | 'unstable'])[];
}

interface PackedAnalysis {
  readonly callSites: readonly PackedSite<CallSite>[];
  readonly accepted: readonly PackedSite<AcceptedCallSite>[];
  readonly configuration: readonly PackedSite<ConfigurationFinding>[];
  readonly dependencies: readonly number[];
  readonly places: readonly number[];
  readonly problems: readonly string[];
}

const none = -1;

/** A snapshot as a text of ASCII characters. */
export function encode({ outcomes, files, lookups, resolutions, log, walk }: Snapshot): string {
  const paths: string[] = [];
  const numbers = new Map<string, number>();
  const at = (path: string): number => {
    let number = numbers.get(path);
    if (number === undefined) numbers.set(path, (number = paths.push(path) - 1));
    return number;
  };
  const sites = new SitePacker(at);
  const packedResolutions = [...resolutions].map(([from, targets]): PackedResolutions[number] => [
    at(from),
    Object.fromEntries([...targets].map(([specifier, file]) => [specifier, file === null ? none : at(file)])),
  ]);
  const packed: Packed = {
    paths,
    outcomes: packOutcomes([...outcomes.values()], sites, at),
    said: sites.said,
    files: packFiles([...files], at),
    configurations: lookups.configurations.map(([file, record]) => packRecord(at(file), record)),
    folders: lookups.folders.map(([folder, { modified, folders, names }]) => [at(folder), modified, folders, names]),
    links: lookups.links.map(([path, answer]) => [at(path), answer]),
    log,
    walk: walk && packWalk(walk, at),
  };
  // A text of one-byte characters is read back several times as fast.
  return [packed, packedResolutions]
    .map((each) => JSON.stringify(each))
    .join('\n')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The snapshot of a text that {@link encode} made. */
export function decode(text: string): Snapshot {
  const end = text.indexOf('\n');
  const packed = JSON.parse(text.slice(0, end)) as Packed;
  const { paths } = packed;
  const path = (number: number): string => paths[number] ?? '';
  let resolutions: Snapshot['resolutions'] | undefined;
  return {
    outcomes: unpackOutcomes(packed.outcomes, packed.said, path),
    files: { [Symbol.iterator]: () => unpackFiles(packed.files, path) },
    lookups: {
      folders: packed.folders.map(([number, modified, folders, names]): readonly [string, FolderAnswers] => [
        path(number),
        { modified, folders, names },
      ]),
      configurations: packed.configurations.map((record) => [path(record[0]), unpackRecord(record)] as const),
      links: packed.links.map(([number, answer]) => [path(number), answer] as const),
    },
    // Only asked for when something changed.
    get resolutions() {
      resolutions ??= new Map(
        (JSON.parse(text.slice(end + 1)) as PackedResolutions).map(([from, targets]) => [
          path(from),
          new Map(Object.entries(targets).map(([specifier, number]) => [specifier, number === none ? null : path(number)])),
        ]),
      );
      return resolutions;
    },
    log: packed.log,
    walk: packed.walk && unpackWalk(packed.walk, path),
  };
}

function packOutcomes(outcomes: readonly FileOutcome[], sites: SitePacker, at: (path: string) => number): PackedOutcomes {
  return {
    paths: outcomes.map(({ file }) => at(file)),
    bytes: outcomes.map(({ bytes }) => bytes),
    parsed: outcomes.map(({ parsed }) => (parsed ? '1' : '0')).join(''),
    details: Object.fromEntries(
      outcomes.flatMap(({ analysis, notes }, row) =>
        analysis || notes.length > 0 ? [[row, [analysis && packAnalysis(analysis, sites, at), notes]]] : [],
      ),
    ),
  };
}

const noNotes: readonly string[] = [];

function unpackOutcomes(
  { paths, bytes, parsed, details }: PackedOutcomes,
  said: Said,
  path: (number: number) => string,
): Map<string, FileOutcome> {
  const outcomes = new Map<string, FileOutcome>();
  for (const [row, number] of paths.entries()) {
    const file = path(number);
    const [analysis, notes] = details[row] ?? [null, noNotes];
    outcomes.set(file, {
      file,
      bytes: bytes[row] ?? 0,
      parsed: parsed[row] === '1',
      analysis: analysis && unpackAnalysis(file, analysis, said, path),
      notes,
    });
  }
  return outcomes;
}

/** Characters of a hash. */
const hashLength = contentHash('').length;

function packFiles(files: readonly (readonly [string, FileRecord])[], at: (path: string) => number): PackedFiles {
  const states = files.flatMap(([file, record]) => (typeof record === 'string' ? [] : [{ file, ...record }]));
  return {
    paths: states.map(({ file }) => at(file)),
    modified: states.map(({ modified }) => modified),
    changed: states.map(({ changed }) => changed),
    sizes: states.map(({ size }) => size),
    hashes: states.map(({ hash }) => hash ?? ' '.repeat(hashLength)).join(''),
    others: files.flatMap(([file, record]) => (typeof record === 'string' ? [[at(file), record] as const] : [])),
  };
}

/** One after the other, so that what is looked at once takes no room. */
function* unpackFiles(
  { paths, modified, changed, sizes, hashes, others }: PackedFiles,
  path: (number: number) => string,
): Generator<readonly [string, FileRecord], void> {
  for (const [row, number] of paths.entries()) {
    const hash = hashes.slice(row * hashLength, (row + 1) * hashLength);
    yield [
      path(number),
      {
        modified: modified[row] ?? 0,
        changed: changed[row] ?? 0,
        size: sizes[row] ?? 0,
        hash: hash.startsWith(' ') ? null : hash,
      },
    ];
  }
  for (const [number, record] of others) yield [path(number), record];
}

function packWalk({ question, folders }: KeptWalk, at: (path: string) => number): PackedWalk {
  return {
    question,
    folders: [...folders].map(([folder, { time, files, folders: below, rules }]): PackedFolder => {
      const packed = [at(folder), time, files.map(at), below.map(at)] as const;
      return rules.repository === null && rules.ignoreFile === null ? packed : [...packed, rules];
    }),
  };
}

const noRules: OwnRules = { repository: null, ignoreFile: null };

function unpackWalk({ question, folders }: PackedWalk, path: (number: number) => string): KeptWalk {
  return {
    question,
    folders: new Map(
      folders.map(([folder, time, files, below, rules = noRules]): readonly [string, KeptFolder] => [
        path(folder),
        { time, files: files.map(path), folders: below.map(path), rules },
      ]),
    ),
  };
}

function packRecord(number: number, record: FileRecord): PackedRecord {
  return typeof record === 'string' ? [number, record] : [number, record.modified, record.changed, record.size, record.hash];
}

function unpackRecord(record: PackedRecord): FileRecord {
  if (record.length === 2) return record[1] === 'missing' ? 'missing' : 'unstable';
  const [, modified, changed, size, hash] = record;
  return { modified, changed, size, hash };
}

function packAnalysis(
  { callSites, accepted, configuration, dependencies, places, problems }: FileAnalysis,
  sites: SitePacker,
  at: (path: string) => number,
): PackedAnalysis {
  return {
    callSites: callSites.map((each) => sites.pack(each)),
    accepted: accepted.map((each) => sites.pack(each)),
    configuration: configuration.map((each) => sites.pack(each)),
    dependencies: dependencies.map(at),
    places: places ?? [],
    problems,
  };
}

function unpackAnalysis(file: string, packed: PackedAnalysis, said: Said, path: (number: number) => string): FileAnalysis {
  let dependencies: readonly string[] | undefined;
  return {
    file,
    callSites: packed.callSites.map((each) => unpackSite(file, each, said, path)),
    accepted: packed.accepted.map((each) => unpackSite(file, each, said, path)),
    configuration: packed.configuration.map((each) => unpackSite(file, each, said, path)),
    get dependencies() {
      dependencies ??= packed.dependencies.map(path);
      return dependencies;
    },
    parsed: true,
    places: packed.places,
    problems: packed.problems,
  };
}
