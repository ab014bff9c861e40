import ignore, { type Ignore } from 'ignore';

/** Git compares names without case where file systems do. */
const caseInsensitive = process.platform === 'win32' || process.platform === 'darwin';

/**
 * The ignore rules in force in one folder: those of every `.gitignore` from the repository's root down to it. Deeper files
 * come later and so win, as in git. Immutable: {@link extend} makes the rules of a folder below.
 */
export class IgnoreRules {
  readonly #rules: Ignore | undefined;

  /** @param rules patterns relative to the repository's root, none when absent */
  private constructor(rules: Ignore | undefined) {
    this.#rules = rules;
  }

  /** No rules at all. */
  static readonly none = new IgnoreRules(undefined);

  /**
   * Adds one ignore file's text.
   * @param base the file's folder relative to the repository's root, forward slashes, empty for the root itself
   */
  extend(base: string, text: string): IgnoreRules {
    const patterns = rebase(base, text);
    if (patterns.length === 0) return this;
    const rules = ignore({ ignorecase: caseInsensitive });
    if (this.#rules) rules.add(this.#rules);
    return new IgnoreRules(rules.add(patterns));
  }

  /**
   * Whether git would ignore a path, itself or through a folder above it.
   * @param path relative to the repository's root, forward slashes; folders end with a slash
   */
  ignores(path: string): boolean {
    return this.#rules?.ignores(path) ?? false;
  }
}

/** An ignore file's patterns, rewritten to mean the same when read at the repository's root. */
function rebase(base: string, text: string): string[] {
  const prefix = base === '' ? '/' : `/${base.replace(/[\\*?[\]!# ]/g, '\\$&')}/`;
  const patterns: string[] = [];
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    if (line === '' || line.startsWith('#')) continue;
    const negated = line.startsWith('!');
    const pattern = trimEnd(negated ? line.slice(1) : line);
    const body = pattern.replace(/^\//, '');
    if (body === '') continue;
    // A slash at the start or inside ties a pattern to its file's folder; without one it holds at any depth.
    const anchored = /\/(?!$)/.test(pattern);
    const lead = anchored ? prefix : `${prefix}**/`;
    patterns.push(`${negated ? '!' : ''}${lead}${body}`);
  }
  return patterns;
}

/** Spaces at the end don't count unless the last is escaped; they would hide the pattern's closing slash. */
function trimEnd(pattern: string): string {
  const trimmed = pattern.replace(/ +$/, '');
  return /(?:^|[^\\])(?:\\\\)*\\$/.test(trimmed) && trimmed.length < pattern.length ? `${trimmed} ` : trimmed;
}
