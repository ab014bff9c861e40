/**
 * True for output that has the shape of what was expected: JSON with the same keys for JSON, numbers for numbers, true or false for
 * these, and any text for text. What stands behind a text is not compared: a model that says nothing sensible may say nothing.
 */
export function sameShape(output: string, expected: string): boolean {
  const [said, wanted] = [output.trim(), expected.trim()];
  if (/^[\d. -]+$/.test(wanted)) return /^[\d.e -]+$/.test(said);
  if (/^(?:true|false)$/.test(wanted)) return /^(?:true|false)$/.test(said);
  if (!wanted.startsWith('{')) return true;
  return JSON.stringify(keysOf(said)) === JSON.stringify(keysOf(wanted));
}

function keysOf(text: string): readonly string[] | null {
  try {
    return Object.keys(JSON.parse(text) as object).sort();
  } catch {
    return null;
  }
}
