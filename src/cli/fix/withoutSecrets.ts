/** An assignment, also one that is commented out. */
const assignment = /^(\s*(?:#\s*)?(?:export\s+)?[A-Za-z_][\w.-]*\s*=\s*)(\S.*)$/;
const hidden = '…';

/**
 * The texts of an environment file before and after a rewrite as they can be shown: of what the user has set, the names alone. What the
 * rewrite itself writes is shown. Such a diff is for reading; it can't be applied.
 */
export function withoutSecrets(before: string, after: string): readonly [before: string, after: string] {
  const own = new Set(before.split(/\r?\n/).flatMap((line) => [line, `# ${line}`]));
  const shown = (text: string): string =>
    text
      .split('\n')
      .map((line) => (own.has(line.replace(/\r$/, '')) ? hideValue(line) : line))
      .join('\n');
  return [shown(before), shown(after)];
}

/** Lines that set nothing and are no comment go on with a value from the line before. */
function hideValue(line: string): string {
  if (assignment.test(line)) return line.replace(assignment, (_, name: string) => name + hidden);
  return /^\s*(?:#.*|(?:export\s+)?[A-Za-z_][\w.-]*\s*=\s*)?$/.test(line) ? line : hidden;
}
