import type { Expression } from '../../facts/expression';
import type { ImportFact, ModuleFacts } from '../../facts/moduleFacts';
import type { NamedExport } from '../../match/packages';
import { contains } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';

/** True where a module has a class under its own name, or can import it beside what a call is made by, which it imports by name. */
export function canImport(facts: ModuleFacts, text: string, need: NamedExport, callee: Expression): boolean {
  return isImported(facts, need) || (statementOf(facts, callee) !== undefined && !isNamed(facts, text, need.name));
}

/** The edit that imports a class in the line after the statement that imports what a call is made by; null where it is there already. */
export function importBeside(facts: ModuleFacts, text: string, need: NamedExport, callee: Expression): TextEdit | null {
  const own = isImported(facts, need) ? undefined : statementOf(facts, callee);
  if (!own) return null;
  // What several calls need is imported once, beside the last statement of their kind at the top.
  const top = facts.calls[0]?.range.start ?? text.length;
  const isAtStart = ({ range }: ImportFact): boolean => range.end <= top && (range.start === 0 || text.charAt(range.start - 1) === '\n');
  const isRelated = (fact: ImportFact): boolean => fact.named && !fact.local && familyOf(fact) === familyOf(own) && isAtStart(fact);
  const fact = own.local ? own : (facts.imports?.findLast(isRelated) ?? own);
  const line = text.lastIndexOf('\n', fact.range.start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(line))?.[0] ?? '';
  const found = text.indexOf('\n', fact.range.end);
  const end = found < 0 ? text.length : text.charAt(found - 1) === '\r' ? found - 1 : found;
  const { writing } = facts;
  const newText = writing.lineBreak + indent + writing.importStatement(need.package, [need.name], fact.form);
  return { range: { start: end, end }, newText };
}

/** `langchain` of `langchain_openai` and `langchain.chat_models`. */
function familyOf({ specifier }: ImportFact): string | undefined {
  return specifier.split(/[._]/)[0];
}

function isImported({ imports = [] }: ModuleFacts, need: NamedExport): boolean {
  return imports.some(
    ({ specifier, local, names }) =>
      specifier === need.package && !local && names.some((name) => name.imported === need.name && name.local === need.name),
  );
}

function statementOf({ imports = [] }: ModuleFacts, callee: Expression): ImportFact | undefined {
  if (callee.kind !== 'name') return undefined;
  return imports.find(
    ({ named, names }) => named && names.some(({ references }) => references.some((each) => contains(callee.range, each))),
  );
}

/** True where code has a name, whatever for. */
export function isNamed({ comments }: ModuleFacts, text: string, name: string): boolean {
  const code = comments.reduceRight(
    (rest, { range }) => rest.slice(0, range.start) + ' '.repeat(range.end - range.start) + rest.slice(range.end),
    text,
  );
  return new RegExp(`(?<![\\p{ID_Continue}$.])${name}(?![\\p{ID_Continue}$])`, 'u').test(code);
}
