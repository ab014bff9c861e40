import type { ImportedName, ImportFact, ModuleFacts } from '../../facts/moduleFacts';
import type { ClassExchange } from '../../match/rewriteRecipe';
import { contains, type TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import type { ClientGroup } from '../clients';
import type { LocatedEdit, PlanContext } from '../context';
import { classExchangeOf } from '../recipe';
import { dependencyOf } from './dependencyOf';
import type { Exchanged } from './exchange';
import { isNamed } from './importBeside';
import { endOfStatement, importEdits, isPlainDefault, isTaken, localOf, type NeededImport } from './importEdits';

/** A class in whose place another one makes a client. */
export interface ClassUse {
  readonly file: string;
  /** The class's name in the construction, its last part where it is a member of the package. */
  readonly name: TextRange;
  readonly from: string;
  readonly to: string;
  /** It is a member of the package (`openai.AzureOpenAI`), not a name of its own. */
  readonly member: boolean;
  /** Where the other class comes from, if not from the same package. */
  readonly source: ClassExchange['from'];
}

/** The classes that must become others for a group to move; none where they stay. */
export function classUsesOf(
  { analyses, target }: PlanContext,
  group: ClientGroup,
): { readonly obstacle: string } | { readonly uses: readonly ClassUse[] } {
  const uses = new Map<string, ClassUse>();
  for (const { matched, call } of group.clients) {
    const { becomes, from: source } = classExchangeOf(matched, target) ?? {};
    if (!becomes) continue;
    const { callee } = call.expression;
    const facts = analyses.graph.load(call.file);
    const imported = callee.kind === 'name' && facts ? importedAt(facts, callee.range) : undefined;
    const member = callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : undefined;
    const from = imported?.name.imported ?? member;
    const to = from === undefined ? undefined : becomes[from];
    if (from === undefined || to === undefined) return { obstacle: 'the class of its client is not imported by name in this file' };
    if (imported && imported.fact.specifier !== matched.sdk.packages[0])
      return { obstacle: 'the class of its client comes from a part of the package that has no other' };
    const { end } = callee.range;
    if (source && (!imported || (!imported.fact.named && !isPlainDefault(imported.fact)) || imported.fact.typeOnly))
      return { obstacle: 'the class of its client is not imported by name in this file' };
    const name = member === undefined ? callee.range : { start: end - member.length, end };
    if (member !== undefined && analyses.graph.text(call.file)?.slice(name.start, name.end) !== member)
      return { obstacle: 'the class of its client is named in an unusual way' };
    const named = from === 'default' ? (imported?.name.local ?? from) : from;
    uses.set(`${call.file}\u0000${name.start}`, { file: call.file, name, from: named, to, member: member !== undefined, source });
  }
  return { uses: [...uses.values()] };
}

function importedAt({ imports = [] }: ModuleFacts, at: TextRange): { readonly fact: ImportFact; readonly name: ImportedName } | undefined {
  for (const fact of imports) {
    const name = fact.names.find(({ references }) => references.some((each) => contains(at, each)));
    if (name) return { fact, name };
  }
  return undefined;
}

/** The edits for all uses of exchanged classes: their names, types of that name, and what is imported. */
export function planClasses(
  context: PlanContext,
  uses: readonly ClassUse[],
): { readonly obstacle: string; readonly file: string } | Omit<Exchanged, 'changes'> {
  const edits: LocatedEdit[] = [];
  const steps: string[] = [];
  const notes: { readonly file: string; readonly reason: string }[] = [];
  for (const file of new Set(uses.map((use) => use.file))) {
    const facts = context.analyses.graph.load(file);
    const text = context.analyses.graph.text(file);
    if (!facts || text === undefined) return { obstacle: 'its file is not in sight', file };
    const own = uses.filter((use) => use.file === file);
    for (const { name, to } of own.filter(({ member }) => member)) edits.push({ file, range: name, newText: to });
    const others = fromOthers(
      facts,
      text,
      own.filter(({ source, member }) => source && !member),
    );
    if (typeof others === 'string') return { obstacle: others, file };
    edits.push(...others.map((edit) => ({ file, ...edit })));
    for (const from of new Set(own.filter(({ member, source }) => !member && !source).map((use) => use.from))) {
      const planned = inFile(
        facts,
        text,
        own.filter((use) => use.from === from && !use.member),
      );
      if (typeof planned === 'string') return { obstacle: planned, file };
      edits.push(...planned.map((edit) => ({ file, ...edit })));
    }
    for (const { from, to } of own) steps.push(`Make the client by ${to} instead of ${from} (${context.nameOf(file)})`);
    for (const source of new Set(own.flatMap((use) => use.source ?? []))) {
      const needed = { package: source.distribution ?? source.package, versions: source.versions };
      const dependency = dependencyOf(context, file, needed);
      if (dependency.kind === 'obstacle') return { obstacle: dependency.obstacle, file };
      if (dependency.kind === 'note') notes.push({ file, reason: dependency.reason });
      if (dependency.kind !== 'edit') continue;
      edits.push(dependency.edit);
      steps.push(dependency.step);
    }
  }
  return { edits, steps: [...new Set(steps)], notes };
}

/** Where classes of a file are named, and the imports that name them. */
interface Named {
  readonly gone: readonly TextRange[];
  readonly classes: readonly { readonly fact: ImportFact; readonly name: ImportedName }[];
}

/** All names of the classes that some uses make clients by, or why they can't all go. */
function namesOf(facts: ModuleFacts, uses: readonly ClassUse[]): Named | string {
  const named = (facts.imports ?? []).flatMap((fact) => fact.names.map((name) => ({ fact, name })));
  const classes = named.filter(({ name }) => name.references.some((each) => uses.some((use) => contains(use.name, each))));
  const gone = classes.flatMap(({ name }) => name.references);
  const made = facts.calls.filter(({ callee }) => gone.some((each) => contains(callee.range, each)));
  if (made.some(({ callee }) => !uses.some(({ name }) => contains(callee.range, name))))
    return 'the class of its client makes other clients too, which stay';
  return { gone, classes };
}

/** Names of one class in a file: all become the other's, since types must go with the clients they are for. */
function inFile(facts: ModuleFacts, text: string, uses: readonly ClassUse[]): TextEdit[] | string {
  const edits: TextEdit[] = [];
  const [first] = uses;
  if (!first) return edits;
  const { to } = first;
  const names = namesOf(facts, uses);
  if (typeof names === 'string') return names;
  const { gone, classes } = names;
  // A package's default export is its general class, by whatever name it is imported.
  const specifier = classes[0]?.fact.specifier;
  const known = (facts.imports ?? [])
    .filter((fact) => fact.specifier === specifier && !fact.typeOnly)
    .flatMap((fact) => fact.names)
    .find((name) => !name.typeOnly && (name.imported === to || name.imported === 'default'))?.local;
  if (known === undefined && isNamed(facts, text, to)) return `the file has another \`${to}\``;
  for (const range of gone) edits.push({ range, newText: known ?? to });
  if (known === undefined) {
    for (const { name } of classes) edits.push(renamed(text, name, to));
    return edits;
  }
  const mixed = classes.filter(({ fact }) => !fact.named);
  if (mixed.length < classes.length) edits.push(...importEdits(facts, text, [], gone));
  for (const { fact, name } of mixed) edits.push(...withoutBraces(text, fact, name));
  return edits;
}

/** The same where the other classes come from other packages: nothing else of the present ones may be used. */
function fromOthers(facts: ModuleFacts, text: string, uses: readonly ClassUse[]): TextEdit[] | string {
  if (uses.length === 0) return [];
  const names = namesOf(facts, uses);
  if (typeof names === 'string') return names;
  const { gone, classes } = names;
  const specifiers = new Set(classes.map(({ fact }) => fact.specifier));
  const others = (facts.imports ?? []).flatMap(({ specifier, names }) => (specifiers.has(specifier) ? names : []));
  const used = others.find(({ references }) => references.some((each) => !gone.some((range) => contains(range, each))));
  if (used) return `\`${used.imported}\` of ${[...specifiers].join(', ')} is used as well`;
  const edits: TextEdit[] = [];
  const needs: NeededImport[] = [];
  for (const from of new Set(uses.map((use) => use.from))) {
    const own = uses.filter((use) => use.from === from);
    const { to = '', source } = own[0] ?? {};
    const need = { package: source?.package ?? '', name: to, orDefault: source?.named !== true };
    const known = localOf(facts, need);
    if (isTaken(facts, need) || (known === null && isNamed(facts, text, to))) return `the file has another \`${to}\``;
    needs.push(need);
    const ranges = classes.filter(({ name }) => name.references.some((each) => own.some((use) => contains(use.name, each))));
    edits.push(...ranges.flatMap(({ name }) => name.references.map((range) => ({ range, newText: known ?? to }))));
  }
  const local = localImports(facts, text, classes, uses);
  if (typeof local === 'string') return local;
  const isGlobal = classes.some(({ fact }) => !fact.local);
  const shared = classes.filter(({ fact }) => !fact.local).flatMap(({ name }) => name.references);
  return [...edits, ...local, ...(isGlobal ? importEdits(facts, text, needs, shared) : [])];
}

/** Statements within functions, each of which takes the other classes for itself. */
function localImports(facts: ModuleFacts, text: string, classes: Named['classes'], uses: readonly ClassUse[]): TextEdit[] | string {
  const edits: TextEdit[] = [];
  for (const fact of new Set(classes.flatMap(({ fact }) => (fact.local ? [fact] : [])))) {
    const here = classes.filter((each) => each.fact === fact).map(({ name }) => name);
    if (here.length < fact.names.length) return `a function imports more of ${fact.specifier} than the class of its client`;
    const own = uses.filter((use) => here.some(({ references }) => references.some((each) => contains(use.name, each))));
    const [specifier] = new Set(own.map(({ source }) => source?.package ?? ''));
    const names = [...new Set(own.map(({ to }) => to))];
    const need = { package: specifier ?? '', name: names[0] ?? '' };
    if (localOf(facts, need) !== null) return `the file has another \`${need.name}\``;
    edits.push({ range: fact.range, newText: facts.writing.importStatement(need.package, names, fact.form) + endOfStatement(text, fact) });
  }
  return edits;
}

/** The specifier under the other name; an alias goes, since every use is renamed. */
function renamed(text: string, { range, typeOnly }: ImportedName, to: string): TextEdit {
  const isMarked = typeOnly && /^type\s/.test(text.slice(range.start, range.end));
  return { range, newText: isMarked ? `type ${to}` : to };
}

/** Takes the only name out of the braces behind a default import, and the braces with it; a name among others is left. */
function withoutBraces(text: string, fact: ImportFact, name: ImportedName): TextEdit[] {
  const before = /,\s*\{\s*$/.exec(text.slice(fact.range.start, name.range.start));
  const after = /^\s*,?\s*\}/.exec(text.slice(name.range.end, fact.range.end));
  if (!before || !after) return [];
  return [{ range: { start: name.range.start - before[0].length, end: name.range.end + after[0].length }, newText: '' }];
}
