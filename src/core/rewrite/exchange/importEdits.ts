import type { ImportedName, ImportFact, ModuleFacts } from '../../facts/moduleFacts';
import { contains, type TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';

/** A value that a module is to import. */
export interface NeededImport {
  readonly package: string;
  readonly name: string;
  /** The package's default export is the same. */
  readonly orDefault?: boolean;
}

/** The name by which a module has an import already; null when it has to be added. */
export function localOf(facts: ModuleFacts, { package: specifier, name, orDefault }: NeededImport): string | null {
  return (
    valueImports(facts, specifier)
      .flatMap(({ names }) => names)
      .find((each) => (each.imported === name || (orDefault === true && each.imported === 'default')) && !each.typeOnly)?.local ?? null
  );
}

/** True where a module imports something else under the name of a value that it is to import. */
export function isTaken(facts: ModuleFacts, need: NeededImport): boolean {
  return localOf(facts, need) === null && (facts.imports ?? []).some(({ names }) => names.some(({ local }) => local === need.name));
}

/** Edits that add imports and take out those all of whose uses are in `gone`. */
export function importEdits(facts: ModuleFacts, text: string, needed: readonly NeededImport[], gone: readonly TextRange[]): TextEdit[] {
  const isGone = ({ references }: ImportedName): boolean =>
    references.length > 0 && references.every((reference) => gone.some((range) => contains(range, reference)));
  const edits: TextEdit[] = [];
  const missing = new Map<string, string[]>();
  for (const each of needed) {
    if (localOf(facts, each) !== null) continue;
    missing.set(each.package, [...new Set([...(missing.get(each.package) ?? []), each.name])]);
  }
  // Another package's statement that loses all its names makes room for a new one.
  const emptied = (facts.imports ?? []).filter(
    (fact) => (fact.named || isPlainDefault(fact)) && !missing.has(fact.specifier) && fact.names.length > 0 && fact.names.every(isGone),
  );
  for (const fact of facts.imports ?? []) {
    if (emptied.includes(fact)) continue;
    const wanted = fact.named && !fact.typeOnly && !fact.local ? (missing.get(fact.specifier) ?? []) : [];
    if (wanted.length > 0) missing.delete(fact.specifier);
    if (fact.named) edits.push(...namesEdits(text, fact, fact.names.filter(isGone), wanted));
  }
  const added = [...missing].map(([specifier, names]) => ({ specifier, names }));
  for (const fact of emptied) {
    const next = added.shift();
    edits.push(
      next
        ? { range: fact.range, newText: statement(facts, text, next.specifier, next.names, fact) }
        : { range: wholeLine(text, fact.range), newText: '' },
    );
  }
  const last = facts.imports?.findLast(({ local }) => !local);
  if (added.length > 0 && last) {
    const at = last.range.end;
    const lines = added.map((each) => facts.writing.lineBreak + statement(facts, text, each.specifier, each.names, last)).join('');
    edits.push({ range: { start: at, end: at }, newText: lines });
  }
  return edits;
}

/** `import Name from 'package'` */
export function isPlainDefault({ form, names }: ImportFact): boolean {
  return form === 'import' && names.length === 1 && names[0]?.imported === 'default';
}

function valueImports(facts: ModuleFacts, specifier: string): readonly ImportFact[] {
  return (facts.imports ?? []).filter((fact) => fact.specifier === specifier && !fact.typeOnly && !fact.local);
}

function statement(facts: ModuleFacts, text: string, specifier: string, names: readonly string[], like: ImportFact): string {
  return facts.writing.importStatement(specifier, names, like.form) + endOfStatement(text, like);
}

/** What ends a statement where a module ends its imports so. */
export function endOfStatement(text: string, { range }: ImportFact): string {
  return text.charAt(range.end - 1) === ';' ? ';' : '';
}

/** Takes names out of a statement's braces and puts others in, the first in the place of what goes. */
function namesEdits(text: string, fact: ImportFact, removed: readonly ImportedName[], added: readonly string[]): TextEdit[] {
  const [first, ...others] = removed;
  const rest = [...added];
  const edits: TextEdit[] = [];
  if (first) {
    const replacement = rest.splice(0).join(', ');
    edits.push(replacement === '' ? { range: withComma(text, fact, first), newText: '' } : { range: first.range, newText: replacement });
    edits.push(...others.map((name) => ({ range: withComma(text, fact, name), newText: '' })));
  }
  const last = fact.names.at(-1);
  if (rest.length > 0 && last) edits.push({ range: { start: last.range.end, end: last.range.end }, newText: `, ${rest.join(', ')}` });
  return edits;
}

/** A name with the comma and the blanks that part it from the next one, or from the one before it where it is the last. */
function withComma(text: string, { names, range }: ImportFact, name: ImportedName): TextRange {
  const index = names.indexOf(name);
  const next = names[index + 1];
  const before = names[index - 1];
  if (next) return { start: name.range.start, end: next.range.start };
  if (before) return { start: before.range.end, end: name.range.end };
  const comma = /^\s*,/.exec(text.slice(name.range.end, range.end))?.[0].length ?? 0;
  return { start: name.range.start, end: name.range.end + comma };
}

/** A statement with the line it stands on, where nothing else stands there. */
function wholeLine(text: string, range: TextRange): TextRange {
  const start = text.lastIndexOf('\n', range.start - 1);
  const found = text.indexOf('\n', range.end);
  const end = found < 0 ? text.length : found;
  const alone = text.slice(start + 1, range.start).trim() === '' && text.slice(range.end, end).trim() === '';
  if (!alone) return range;
  const from = text.charAt(start - 1) === '\r' ? start - 1 : start;
  return start < 0 ? { start: 0, end: Math.min(end + 1, text.length) } : { start: from, end: range.end };
}
