import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { configurationFile, isTestData } from '../../core/configuration/files';
import { once } from '../../core/once';
import { currentState } from '../cache/fileState';
import { folderTime } from '../resolve/fileIndex';
import { describeFileError, errorCode } from './fileErrors';
import { recheckRules, type FolderContents, type FolderMemory, type OwnRules } from './folderMemory';
import { compileGlobs, type PathTest } from './globs';
import { IgnoreRules } from './ignoreRules';
import { languageOf } from './languages';
import { readText, repositoryExcludes, repositoryRoot } from './repository';

/** One step of a walk. A path is absolute. */
export type WalkEvent =
  { readonly kind: 'file'; readonly file: string } | { readonly kind: 'error'; readonly file: string; readonly message: string };

/** Folders that never hold a project's own source. Only what is certain: a folder called `dist` can be anything. */
const excludedFolders: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules', '.pnpm-store', '.venv', '__pycache__']);

/** The file that marks a Python virtual environment, whatever its folder's name. */
const virtualEnvironmentMarker = 'pyvenv.cfg';

const ignoreFileName = '.gitignore';

/** What holds in one folder. The two prefixes are that folder's path from the scanned root and from its repository: empty or ending in a slash. */
interface Scope {
  readonly folder: string;
  readonly fromRoot: string;
  readonly fromRepository: string;
  /** Made when asked for: where nothing changed since the last walk, nobody asks. */
  readonly rules: () => IgnoreRules;
  /** Whether these are the rules of the last walk, so that what it took of a folder holds. */
  readonly isKnown: boolean;
}

/** What is to be found. */
interface Search {
  readonly excluded: PathTest;
  readonly configuration: boolean;
  readonly memory: FolderMemory | undefined;
}

/**
 * Finds the source files under some roots, lazily, folder by folder. `.gitignore` files count at every level, also those
 * above a root up to its repository's root; a root itself is never ignored, and a root that is a file is always taken.
 * Symbolic links below a root are not followed, as in git: what they point to is walked where it is. Total: what can't be
 * read is an `error` event. A file under two roots comes once.
 * @param roots absolute paths
 * @param excludes globs in VS Code's `files.exclude` syntax, relative to each root
 * @param configuration whether manifests and configuration files are found too; environment files also where git ignores them, which is
 * where they usually are
 * @param memory what the last walk of the same root left, and takes what this one does; only where there is one root
 */
export function* walk(
  roots: readonly string[],
  excludes: readonly string[],
  configuration = false,
  memory?: FolderMemory,
): Generator<WalkEvent, void> {
  const search: Search = { excluded: compileGlobs(excludes), configuration, memory: roots.length === 1 ? memory : undefined };
  const question = JSON.stringify({ excludes, configuration });
  const seen = new Set<string>();
  for (const root of roots) {
    for (const event of walkRoot(root, question, search)) {
      if (roots.length > 1) {
        if (seen.has(event.file)) continue;
        seen.add(event.file);
      }
      yield event;
    }
  }
}

function* walkRoot(root: string, question: string, search: Search): Generator<WalkEvent, void> {
  try {
    const stat = statSync(root);
    if (stat.isDirectory()) yield* walkFolders(scopeOf(root, question, search.memory), search);
    else if (!stat.isFile()) yield { kind: 'error', file: root, message: 'neither a file nor a folder' };
    else if (languageOf(basename(root)) ?? configurationFile(root)) yield { kind: 'file', file: root };
    else yield { kind: 'error', file: root, message: 'not a kind of file that is analysed' };
  } catch (error) {
    yield { kind: 'error', file: root, message: describeFileError(error) };
  }
}

/** The scope of a root before its own `.gitignore`: its repository's rules from above. */
function scopeOf(root: string, question: string, memory: FolderMemory | undefined): Scope {
  const { fromRepository, texts } = rulesAbove(root);
  const above = texts.reduce((rules, [base, text]) => rules.extend(base, text), IgnoreRules.none);
  // Whoever names an ignored folder wants it scanned; rules from above would leave nothing of it.
  const isIgnored = above.ignores(fromRepository);
  const isKnown = memory?.begin(JSON.stringify([question, fromRepository, texts])) ?? false;
  return {
    folder: root,
    fromRoot: '',
    fromRepository: isIgnored ? '' : fromRepository,
    rules: () => (isIgnored ? IgnoreRules.none : above),
    isKnown,
  };
}

/** A root's path from its repository, empty or ending in a slash, and the ignore files above it by their folders, from the repository's root down. */
function rulesAbove(root: string): { readonly fromRepository: string; readonly texts: readonly (readonly [base: string, text: string])[] } {
  // The repository is looked for where the folder really is, so that a link into one finds its rules.
  const real = realpathSync(root);
  const repository = repositoryRoot(real);
  if (repository === undefined || repository === real) return { fromRepository: '', texts: [] };
  const parts = relative(repository, real).split(sep);
  const texts = parts.map((_, depth): readonly [string, string] => {
    const above = parts.slice(0, depth);
    return [above.join('/'), readText(join(repository, ...above, ignoreFileName)) ?? ''];
  });
  return { fromRepository: `${parts.join('/')}/`, texts: [['', repositoryExcludes(repository)], ...texts] };
}

function* walkFolders(root: Scope, search: Search): Generator<WalkEvent, void> {
  const pending = [root];
  for (let outer = pending.pop(); outer; outer = pending.pop()) {
    const { folder, fromRoot } = outer;
    const found = recall(outer, search) ?? list(outer, outer === root, search);
    if ('failure' in found) {
      // A folder below the root that is gone was deleted since its parent was read: nothing is wrong.
      if (!found.gone || outer === root) yield { kind: 'error', file: folder, message: found.failure };
      continue;
    }
    const { contents, scope } = found;
    for (const file of contents.files) yield { kind: 'file', file };
    const start = inside(folder).length;
    for (const path of contents.folders) {
      const name = path.slice(start);
      pending.push({ ...scope, folder: path, fromRoot: `${fromRoot}${name}/`, fromRepository: `${scope.fromRepository}${name}/` });
    }
  }
}

/** What the walk takes of a folder, and the scope inside it. */
interface Found {
  readonly contents: FolderContents;
  readonly scope: Scope;
}

/** What the last walk took of a folder, undefined where that does not hold any more. */
function recall(outer: Scope, { memory }: Search): Found | undefined {
  const last = outer.isKnown ? memory?.unchanged(outer.folder) : undefined;
  const rules = last && rulesStill(outer.folder, last.rules);
  if (!memory || !last || !rules) return undefined;
  const contents = rules === last.rules ? last : { ...last, rules };
  memory.keep(outer.folder, contents);
  return { contents, scope: enter(outer, rules, true) };
}

function rulesStill(folder: string, rules: OwnRules): OwnRules | undefined {
  return recheckRules(inside(folder) + ignoreFileName, rules, () => repositoryExcludes(folder));
}

interface Failure {
  readonly failure: string;
  /** Whether there is no such folder. */
  readonly gone: boolean;
}

/** Reads a folder. */
function list(outer: Scope, isRoot: boolean, search: Search): Found | Failure {
  const { folder } = outer;
  const { memory } = search;
  // Looked at before: what is added while the folder is read must not count as known.
  const time = memory ? folderTime(folder) : 0;
  const entries = readFolder(folder);
  if ('failure' in entries) return entries;
  const names = new Set(entries.map((entry) => entry.name));
  const rules: OwnRules = {
    repository: names.has('.git') ? repositoryExcludes(folder) : null,
    ignoreFile: names.has(ignoreFileName) ? (currentState(inside(folder) + ignoreFileName) ?? 'unstable') : null,
  };
  const last = outer.isKnown ? memory?.last(folder) : undefined;
  const scope = enter(
    outer,
    rules,
    last !== undefined && rulesStill(folder, last.rules) !== undefined && hasSameRuleFiles(rules, last.rules),
  );
  const isEnvironment = !isRoot && names.has(virtualEnvironmentMarker);
  const contents = { ...(isEnvironment ? { files: [], folders: [] } : choose(scope, entries, search)), rules, time };
  memory?.keep(folder, contents);
  return { contents, scope };
}

function hasSameRuleFiles(a: OwnRules, b: OwnRules): boolean {
  return (a.repository === null) === (b.repository === null) && (a.ignoreFile === null) === (b.ignoreFile === null);
}

/** The entries of a folder that the walk takes. */
function choose(
  { folder, fromRoot, fromRepository, rules }: Scope,
  entries: readonly Dirent[],
  { excluded, configuration }: Search,
): Pick<FolderContents, 'files' | 'folders'> {
  const files: string[] = [];
  const folders: string[] = [];
  const holdsConfiguration = configuration && !isTestData(fromRoot);
  const start = inside(folder);
  for (const entry of entries) {
    const { name } = entry;
    const path = start + name;
    if (entry.isFile()) {
      const kind = languageOf(name) ?? (holdsConfiguration ? configurationFile(path) : undefined);
      if (!kind || excluded(fromRoot + name)) continue;
      const isEnvironment = 'format' in kind && kind.format === 'variables';
      if (isEnvironment || !rules().ignores(fromRepository + name)) files.push(path);
    } else if (entry.isDirectory() && !excludedFolders.has(name)) {
      if (!excluded(fromRoot + name) && !rules().ignores(`${fromRepository}${name}/`)) folders.push(path);
    }
  }
  return { files, folders };
}

/** A folder as the start of its entries' paths. Twice as fast as `join`, which normalizes what is normal already. */
function inside(folder: string): string {
  return folder.endsWith(sep) ? folder : folder + sep;
}

/** A folder's entries, or why it can't be read. */
function readFolder(folder: string): Dirent[] | Failure {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return { failure: describeFileError(error), gone: errorCode(error) === 'ENOENT' };
  }
}

/**
 * The scope with what the folder itself adds: its `.gitignore`, or a repository of its own, where rules from outside end.
 * @param isKnown whether what it adds is what it added at the last walk
 */
function enter(outer: Scope, { repository, ignoreFile }: OwnRules, isKnown: boolean): Scope {
  const fromRepository = repository === null ? outer.fromRepository : '';
  let rules = repository === null ? outer.rules : once(() => IgnoreRules.none.extend('', repository));
  if (ignoreFile !== null) {
    const above = rules;
    rules = once(() => above().extend(fromRepository.slice(0, -1), readText(inside(outer.folder) + ignoreFileName) ?? ''));
  }
  return { ...outer, fromRepository, rules, isKnown };
}
