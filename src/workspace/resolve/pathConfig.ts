import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { FileIndex } from './fileIndex';
import { asObject, asString, asStrings, parseJson, type JsonObject } from './json';

/** What a `tsconfig.json` says about finding modules, all paths absolute. */
export interface PathConfig {
  readonly baseUrl: string | undefined;
  /** `paths`, most specific pattern first. */
  readonly paths: readonly PathPattern[];
  /** Folders that count as one for relative specifiers. */
  readonly rootDirs: readonly string[];
}

/** A row of `paths`: `prefix*suffix`, or an exact name when `suffix` is undefined. */
export interface PathPattern {
  readonly prefix: string;
  readonly suffix: string | undefined;
  /** May hold one `*`. */
  readonly targets: readonly string[];
}

const configNames = ['tsconfig.json', 'jsconfig.json'] as const;
const noConfig: PathConfig = { baseUrl: undefined, paths: [], rootDirs: [] };

/** Compiler options as merged so far; `pathsBase` is the folder of the file that wrote `paths`. */
interface Options {
  readonly baseUrl?: string;
  readonly paths?: JsonObject;
  readonly pathsBase?: string;
  readonly rootDirs?: readonly string[];
}

/** Reads the configuration in force for a folder: the nearest file's, with what it extends. Broken files are read as far as they go. */
export class PathConfigs {
  readonly #index: FileIndex;
  readonly #packageFolder: (name: string, folder: string) => string | undefined;
  readonly #log: (line: string) => void;
  readonly #byFolder = new Map<string, PathConfig>();
  readonly #files = new Set<string>();

  /**
   * @param packageFolder the folder of a package that a configuration extends, as seen from a folder
   * @param log told of each broken file once
   */
  constructor(index: FileIndex, packageFolder: (name: string, folder: string) => string | undefined, log: (line: string) => void) {
    this.#index = index;
    this.#packageFolder = packageFolder;
    this.#log = log;
  }

  /** The configuration for the files of a folder. */
  for(folder: string): PathConfig {
    const known = this.#byFolder.get(folder);
    if (known) return known;
    const file = configNames.map((name) => join(folder, name)).find((path) => this.#index.isFile(path));
    const above = dirname(folder);
    const config = file !== undefined ? this.#load(file) : above === folder ? noConfig : this.for(above);
    this.#byFolder.set(folder, config);
    return config;
  }

  /** Whether a file was read as configuration. */
  has(file: string): boolean {
    return this.#files.has(file) || configNames.some((name) => file.endsWith(name));
  }

  clear(): void {
    this.#byFolder.clear();
    this.#files.clear();
  }

  #load(file: string): PathConfig {
    const { options, references } = this.#read(file, dirname(file), new Set());
    // A solution file names projects and little else; its folder's files belong to one of them.
    const candidates = references.map((reference) => this.#read(reference, dirname(reference), new Set()).options);
    const chosen =
      options.paths || options.baseUrl !== undefined ? options : (candidates.find(({ paths, baseUrl }) => paths ?? baseUrl) ?? options);
    return toConfig(chosen);
  }

  /** @param configFolder what `${configDir}` stands for: the folder of the file that was asked for */
  #read(file: string, configFolder: string, seen: Set<string>): { options: Options; references: readonly string[] } {
    const text = seen.has(file) ? undefined : this.#index.readConfiguration(file);
    seen.add(file);
    this.#files.add(file);
    if (text === undefined) return { options: {}, references: [] };
    const { value, problem } = parseJson(text);
    if (problem !== undefined) this.#log(`${file}: not sound JSON (${problem}); only what could be read of it counts`);
    const folder = dirname(file);
    let options: Options = {};
    for (const specifier of asStrings(value['extends'])) {
      const base = this.#extended(specifier, folder);
      if (base !== undefined) options = { ...options, ...this.#read(base, configFolder, seen).options };
    }
    const written = asObject(value['compilerOptions']) ?? {};
    const absolute = (path: string): string => resolve(folder, path.replaceAll('${configDir}', configFolder));
    const baseUrl = asString(written['baseUrl']);
    const paths = asObject(written['paths']);
    const rootDirs = asStrings(written['rootDirs']);
    const references = Array.isArray(value['references'])
      ? value['references'].flatMap((item) => asString(asObject(item)?.['path']) ?? [])
      : [];
    return {
      options: {
        ...options,
        ...(baseUrl !== undefined && { baseUrl: absolute(baseUrl) }),
        ...(paths && { paths: expand(paths, configFolder), pathsBase: folder }),
        ...(rootDirs.length > 0 && { rootDirs: rootDirs.map(absolute) }),
      },
      references: references.map(absolute).map((path) => (path.endsWith('.json') ? path : join(path, 'tsconfig.json'))),
    };
  }

  /** The file that `extends` names, undefined when it is not there: a package that is not installed is no reason to complain. */
  #extended(specifier: string, folder: string): string | undefined {
    if (specifier.startsWith('.') || isAbsolute(specifier)) return this.#configFile(resolve(folder, specifier));
    const [, name = specifier, rest = ''] = /^((?:@[^/]+\/)?[^/]+)\/?(.*)$/.exec(specifier) ?? [];
    const packageFolder = this.#packageFolder(name, folder);
    return packageFolder === undefined ? undefined : this.#configFile(join(packageFolder, rest));
  }

  #configFile(path: string): string | undefined {
    return [path, `${path}.json`, join(path, 'tsconfig.json')].find((file) => this.#index.isFile(file));
  }
}

function expand(paths: JsonObject, configFolder: string): JsonObject {
  return Object.fromEntries(
    Object.entries(paths).map(([pattern, targets]) => [
      pattern,
      asStrings(targets).map((target) => target.replaceAll('${configDir}', configFolder)),
    ]),
  );
}

function toConfig({ baseUrl, paths, pathsBase, rootDirs }: Options): PathConfig {
  const base = baseUrl ?? pathsBase ?? '';
  const patterns = Object.entries(paths ?? {}).map(([pattern, targets]): PathPattern => {
    const [prefix = '', suffix] = pattern.split('*');
    return { prefix, suffix, targets: asStrings(targets).map((target) => resolve(base, target)) };
  });
  const specificity = ({ prefix, suffix }: PathPattern): number => (suffix === undefined ? Infinity : prefix.length);
  patterns.sort((a, b) => (specificity(a) === specificity(b) ? 0 : specificity(b) - specificity(a)));
  return { baseUrl, paths: patterns, rootDirs: rootDirs ?? [] };
}

/** The paths that a specifier is mapped to, none when no pattern fits; only the most specific pattern counts. */
export function mappedPaths(config: PathConfig, specifier: string): readonly string[] {
  for (const { prefix, suffix, targets } of config.paths) {
    if (suffix === undefined) {
      if (specifier === prefix) return targets;
    } else if (specifier.length >= prefix.length + suffix.length && specifier.startsWith(prefix) && specifier.endsWith(suffix)) {
      const star = specifier.slice(prefix.length, specifier.length - suffix.length);
      return targets.map((target) => target.replace('*', () => star));
    }
  }
  return [];
}
