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
  const tests = patterns.map((pattern) => picomatch(pattern, { dot: true, nonegate: true, noextglob: true }));
  return (path) => tests.some((test) => test(path));
}
