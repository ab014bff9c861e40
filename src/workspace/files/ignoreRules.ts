import ignore, { type Ignore } from 'ignore';

/** Git compares names without case where file systems do. */
const caseInsensitive = process.platform === 'win32' || process.platform === 'darwin';

/**
 * The ignore rules in force in one folder: those of every `.gitignore` from the repository's root down to it. Deeper files
 * come later and so win, as in git. Immutable: {@link extend} makes the rules of a folder below.
 */
export class IgnoreRules {
  readonly #rules: Ignore | undefined;
  /** Texts one of which stands in every path that some rule is about; null where a rule can be about any. */
  readonly #stretches: readonly string[] | null;
  /** The same as a pattern, made when first needed. */
  #told: RegExp | undefined;

  /** @param rules patterns relative to the repository's root, none when absent */
  private constructor(rules: Ignore | undefined, stretches: readonly string[] | null) {
    this.#rules = rules;
    this.#stretches = stretches;
  }

  /** No rules at all. */
  static readonly none = new IgnoreRules(undefined, []);

  /**
   * Adds one ignore file's text.
   * @param base the file's folder relative to the repository's root, forward slashes, empty for the root itself
   */
  extend(base: string, text: string): IgnoreRules {
    const patterns = rebase(base, text);
    if (patterns.length === 0) return this;
    const rules = ignore({ ignorecase: caseInsensitive });
    if (this.#rules) rules.add(this.#rules);
    const own = patterns.map(literalStretch);
    const stretches = this.#stretches === null || own.includes('') ? null : [...new Set([...this.#stretches, ...own])];
    return new IgnoreRules(rules.add(patterns), stretches);
  }

  /**
   * Whether git would ignore a path, itself or through a folder above it.
   * @param path relative to the repository's root, forward slashes; folders end with a slash
   */
  ignores(path: string): boolean {
    if (!this.#rules || !this.#mayBeMeant(path)) return false;
    return this.#rules.ignores(path);
  }

  /** Most paths have nothing of any rule: one look tells it, where asking each rule takes a third of a walk. */
  #mayBeMeant(path: string): boolean {
    if (this.#stretches === null) return true;
    this.#told ??= new RegExp(this.#stretches.map(escape).join('|'), caseInsensitive ? 'i' : '');
    return this.#told.test(path);
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

/** The longest text without a wildcard or a slash at its ends that a path must have to match a pattern; empty where none is sure. */
function literalStretch(pattern: string): string {
  if (/[\\[\]]/.test(pattern)) return '';
  return pattern
    .replace(/^!/, '')
    .split(/[*?]+/)
    .map((stretch) => stretch.replace(/^\/+|\/+$/g, ''))
    .reduce((longest, stretch) => (stretch.length > longest.length ? stretch : longest), '');
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Spaces at the end don't count unless the last is escaped; they would hide the pattern's closing slash. */
function trimEnd(pattern: string): string {
  const trimmed = pattern.replace(/ +$/, '');
  return /(?:^|[^\\])(?:\\\\)*\\$/.test(trimmed) && trimmed.length < pattern.length ? `${trimmed} ` : trimmed;
}
