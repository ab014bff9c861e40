import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { configurationFile, isTestData } from '../../core/configuration/files';
import { describeFileError, errorCode } from './fileErrors';
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

/** What holds in one folder. The two prefixes are that folder's path from the scanned root and from its repository: empty or ending in a slash. */
interface Scope {
  readonly folder: string;
  readonly fromRoot: string;
  readonly fromRepository: string;
  readonly rules: IgnoreRules;
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
 */
export function* walk(roots: readonly string[], excludes: readonly string[], configuration = false): Generator<WalkEvent, void> {
  const excluded = compileGlobs(excludes);
  const seen = new Set<string>();
  for (const root of roots) {
    for (const event of walkRoot(root, excluded, configuration)) {
      if (roots.length > 1) {
        if (seen.has(event.file)) continue;
        seen.add(event.file);
      }
      yield event;
    }
  }
}

function* walkRoot(root: string, excluded: PathTest, configuration: boolean): Generator<WalkEvent, void> {
  try {
    const stat = statSync(root);
    if (stat.isDirectory()) yield* walkFolders(scopeOf(root), excluded, configuration);
    else if (!stat.isFile()) yield { kind: 'error', file: root, message: 'neither a file nor a folder' };
    else if (languageOf(basename(root)) ?? configurationFile(root)) yield { kind: 'file', file: root };
    else yield { kind: 'error', file: root, message: 'not a kind of file that is analysed' };
  } catch (error) {
    yield { kind: 'error', file: root, message: describeFileError(error) };
  }
}

/** The scope of a root before its own `.gitignore`: its repository's rules from above. */
function scopeOf(root: string): Scope {
  const alone: Scope = { folder: root, fromRoot: '', fromRepository: '', rules: IgnoreRules.none };
  // The repository is looked for where the folder really is, so that a link into one finds its rules.
  const real = realpathSync(root);
  const repository = repositoryRoot(real);
  if (repository === undefined || repository === real) return alone;
  let rules = repositoryRules(repository);
  const parts = relative(repository, real).split(sep);
  for (let depth = 0; depth < parts.length; depth++) {
    const above = parts.slice(0, depth);
    rules = rules.extend(above.join('/'), readText(join(repository, ...above, '.gitignore')) ?? '');
  }
  const fromRepository = `${parts.join('/')}/`;
  // Whoever names an ignored folder wants it scanned; rules from above would leave nothing of it.
  return rules.ignores(fromRepository) ? alone : { ...alone, fromRepository, rules };
}

function repositoryRules(repository: string): IgnoreRules {
  return IgnoreRules.none.extend('', repositoryExcludes(repository));
}

function* walkFolders(root: Scope, excluded: PathTest, configuration: boolean): Generator<WalkEvent, void> {
  const pending = [root];
  for (let outer = pending.pop(); outer; outer = pending.pop()) {
    const { folder, fromRoot } = outer;
    const entries = readFolder(folder);
    if ('failure' in entries) {
      // A folder below the root that is gone was deleted since its parent was read: nothing is wrong.
      if (!entries.gone || outer === root) yield { kind: 'error', file: folder, message: entries.failure };
      continue;
    }
    const { fromRepository, rules } = enter(outer, entries);
    if (outer !== root && entries.some(({ name }) => name === virtualEnvironmentMarker)) continue;
    // Twice as fast as `join`, which normalizes what is normal already.
    const inside = folder.endsWith(sep) ? folder : folder + sep;
    const holdsConfiguration = configuration && !isTestData(fromRoot);
    for (const entry of entries) {
      const { name } = entry;
      if (entry.isFile()) {
        const kind = languageOf(name) ?? (holdsConfiguration ? configurationFile(inside + name) : undefined);
        if (!kind || excluded(fromRoot + name)) continue;
        const isEnvironment = 'format' in kind && kind.format === 'variables';
        if (!isEnvironment && rules.ignores(fromRepository + name)) continue;
        yield { kind: 'file', file: inside + name };
      } else if (entry.isDirectory() && !excludedFolders.has(name)) {
        const below = `${fromRepository}${name}/`;
        if (excluded(fromRoot + name) || rules.ignores(below)) continue;
        pending.push({ folder: inside + name, fromRoot: `${fromRoot}${name}/`, fromRepository: below, rules });
      }
    }
  }
}

/** A folder's entries, or why it can't be read. */
function readFolder(folder: string): Dirent[] | { readonly failure: string; readonly gone: boolean } {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return { failure: describeFileError(error), gone: errorCode(error) === 'ENOENT' };
  }
}

/** The scope with what the folder itself adds: its `.gitignore`, or a repository of its own, where rules from outside end. */
function enter(outer: Scope, entries: readonly Dirent[]): Scope {
  const names = new Set(entries.map((entry) => entry.name));
  const scope = names.has('.git') ? { ...outer, fromRepository: '', rules: repositoryRules(outer.folder) } : outer;
  if (!names.has('.gitignore')) return scope;
  const text = readText(join(scope.folder, '.gitignore')) ?? '';
  return { ...scope, rules: scope.rules.extend(scope.fromRepository.slice(0, -1), text) };
}
