import picomatch from 'picomatch';

/** Tells whether a path is left out. The path is relative to the root the globs belong to, with forward slashes. */
export type PathTest = (relativePath: string) => boolean;

/**
 * Compiles globs in the syntax of VS Code's `files.exclude`: relative to the root, `*` within one name, `**` over folders,
 * `{a,b}`, `[0-9]`; hidden files are matched like others. A glob that matches a folder leaves out all that is in it.
 */
export function compileGlobs(globs: readonly string[]): PathTest {
  const patterns = globs.map((glob) => glob.trim().replace(/\/+$/, '')).filter((glob) => glob !== '');
  if (patterns.length === 0) return () => false;
  const { names, others } = split(patterns);
  const tests = others.map((pattern) => picomatch(pattern, { dot: true, nonegate: true, noextglob: true }));
  return (path) => names.has(path.slice(path.lastIndexOf('/') + 1)) || tests.some((test) => test(path));
}

/** `**\/name` is what nearly all globs of the default settings look like; a set of names answers for all of them at once. */
function split(patterns: readonly string[]): { names: ReadonlySet<string>; others: readonly string[] } {
  const names = new Set<string>();
  const others: string[] = [];
  for (const pattern of patterns) {
    const name = /^\*\*\/([\w. -]+)$/.exec(pattern)?.[1];
    if (name === undefined) others.push(pattern);
    else names.add(name);
  }
  return { names, others };
}
