import { environmentOf, type Environment } from '../environment/environment';
import type { Expression } from '../facts/expression';
import type { Frontend, Language, ModuleFacts, SpecifierPlace } from '../facts/moduleFacts';
import type { ExportForm, ModuleOutline } from '../facts/moduleOutline';
import { jsonModule } from '../frontend/data/json';
import { codeIn, codeKind, extensionOf, maxModuleLength } from '../frontend/codeIn';
import type { EmbeddedCode } from '../frontend/embedded';
import type { ModuleHost } from '../moduleHost';

/** Exports are followed through this many modules that pass them on. */
const maxPassed = 8;

/** `export *` and what a comment may hide it in. */
const passesAllOn = /\bexport\s*(?:type\s*)?[*/]/;

/** A file's text and the code in it. */
export interface FileCode {
  /** What offsets of its facts are offsets of: the file's text, or the code put together where it stands in pieces. */
  readonly text: string;
  /** By language; the first is the module that others import. */
  readonly parts: readonly FilePart[];
  /** How the code is embedded, null where the file is code. */
  readonly embedded: EmbeddedCode | null;
}

/** A file's code of one language. */
export interface FilePart {
  readonly language: Language;
  readonly text: string;
  /** The facts, lowered when first asked for. */
  facts(): ModuleFacts;
  /** The places where the text names modules; null where that is not told without parsing. */
  specifiers(): readonly SpecifierPlace[] | null;
}

/** The modules of a workspace, lowered when first asked for, and who depends on whom. */
export class ModuleGraph {
  /** Of files whose facts were asked for; null for those that have none. */
  readonly #code = new Map<string, FileCode | null>();
  readonly #byLanguage: ReadonlyMap<Language, Frontend>;
  readonly #dependencies = new Map<string, Set<string>>();
  readonly #dependents = new Map<string, Set<string>>();
  /** Modules with a specifier that led nowhere; a new file can change that. */
  readonly #unresolved = new Set<string>();
  readonly #resolutions = new Map<string, Map<string, string | null>>();
  /** By the file with the code, and by environment file. */
  readonly #environments = new Map<string, Environment>();
  readonly #environmentFiles = new Map<string, ReadonlyMap<string, string>>();
  /** Files without code whose values are imported. */
  readonly #data = new Map<string, ModuleFacts | null>();
  readonly #outlines = new Map<string, ModuleOutline | null>();

  constructor(
    private readonly host: ModuleHost,
    frontends: readonly Frontend[],
    /** True for specifiers of SDKs: facts about them are data, also where their source is part of the workspace. */
    private readonly isSdk: (specifier: string, language: ModuleFacts['language']) => boolean,
    /** The variables an environment file's text sets, as far as they say where requests go. */
    private readonly readEnvironment: (text: string) => ReadonlyMap<string, string>,
  ) {
    this.#byLanguage = new Map(frontends.map((frontend) => [frontend.language, frontend]));
  }

  /** Whether files of a name hold code of some language spoken here. */
  speaks(file: string): boolean {
    const kind = codeKind(file);
    return kind === 'embedded' || (kind !== undefined && this.#byLanguage.has(kind));
  }

  /** The language of the module that a file is; undefined where it is none. */
  languageOf(file: string): Language | undefined {
    return this.#frontendOf(file)?.language ?? this.code(file)?.parts[0]?.language;
  }

  /** What reads a file that is code as a whole; undefined for others. */
  #frontendOf(file: string): Frontend | undefined {
    const kind = codeKind(file);
    return kind === undefined || kind === 'embedded' ? undefined : this.#byLanguage.get(kind);
  }

  /** The file's own text, which may hold its code in pieces. */
  raw(file: string): string | undefined {
    return this.host.read(file);
  }

  /** The text that offsets of a file's facts are offsets of; of a file without code, its own. */
  text(file: string): string | undefined {
    return this.code(file)?.text ?? this.raw(file);
  }

  /** A file's code, null when there is none: unreadable, or in a language not spoken. Not kept until {@link keep}. */
  code(file: string): FileCode | null {
    const known = this.#code.get(file);
    if (known !== undefined) return known;
    const text = this.speaks(file) ? this.host.read(file) : undefined;
    const found = text === undefined ? null : codeIn(file, text);
    if (!found) return null;
    const parts = found.parts.flatMap((each) => {
      const spoken = this.#byLanguage.get(each.language);
      return spoken ? [part(spoken, file, each.text)] : [];
    });
    return { ...found, parts };
  }

  /** Keeps a file's code, and with it the facts that are drawn from it. */
  keep(file: string, code: FileCode | null): void {
    this.#code.set(file, code);
  }

  /** Facts of a file's module, null when it has none: unreadable, too large, or in a language not spoken. */
  load(file: string): ModuleFacts | null {
    if (isData(file)) return this.#loadData(file);
    const code = this.code(file);
    this.keep(file, code);
    return code && code.text.length <= maxModuleLength ? (code.parts[0]?.facts() ?? null) : null;
  }

  #loadData(file: string): ModuleFacts | null {
    let facts = this.#data.get(file);
    if (facts === undefined) {
      const text = this.host.read(file);
      facts = text === undefined ? null : jsonModule(file, text);
      this.#data.set(file, facts);
    }
    return facts;
  }

  /** True for a specifier that means an SDK when written in `from`. */
  isSdkModule(specifier: string, from: string): boolean {
    const language = this.languageOf(from);
    return language !== undefined && this.isSdk(specifier, language);
  }

  /** The workspace module a specifier means, null for packages outside it and what cannot be found. */
  import(specifier: string, from: string): ModuleFacts | null {
    const file = this.#resolve(specifier, from);
    return file === null ? null : this.load(file);
  }

  /** The same for `export * from`; null also where the module's text shows that it exports nothing of that name. */
  importStar(specifier: string, from: string, name: string): ModuleFacts | null {
    const file = this.#resolve(specifier, from);
    return file === null || !this.#mayExport(file, name) ? null : this.load(file);
  }

  #mayExport(file: string, name: string): boolean {
    // Only such languages write out the names of all exports.
    if (!this.#frontendOf(file)?.outline) return true;
    const code = this.code(file);
    this.keep(file, code);
    return code === null || code.text.includes(name) || passesAllOn.test(code.text);
  }

  /** True for a specifier of a module that is neither the workspace's nor an SDK's. */
  isForeign(specifier: string, from: string): boolean {
    return !this.isSdkModule(specifier, from) && this.#resolve(specifier, from) === null;
  }

  /** How a module of the workspace declares what it exports, by its text alone; null where that does not tell, and for packages. */
  exportForm(specifier: string, from: string, name: string, passed = 0): ExportForm | null {
    const file = passed < maxPassed ? this.#resolve(specifier, from) : null;
    const outline = file === null ? null : this.#outline(file);
    if (file === null || outline === null) return null;
    const form = outline.forms.get(name);
    if (form !== undefined) return form;
    const other = outline.passedOn.get(name);
    if (other) return this.exportForm(other.specifier, file, other.imported, passed + 1);
    if (name === 'default') return null;
    for (const star of outline.stars) {
      const found = this.exportForm(star, file, name, passed + 1);
      if (found !== null) return found;
    }
    return null;
  }

  #outline(file: string): ModuleOutline | null {
    let known = this.#outlines.get(file);
    if (known === undefined) {
      const frontend = this.#frontendOf(file);
      const text = frontend?.outline ? this.code(file)?.text : undefined;
      known = text === undefined || text.length > maxModuleLength ? null : (frontend?.outline?.(text) ?? null);
      this.#outlines.set(file, known);
    }
    return known;
  }

  /** The workspace file a specifier means; what is drawn from the file that names it hangs on it. */
  #resolve(specifier: string, from: string): string | null {
    if (this.isSdkModule(specifier, from)) return null;
    let known = this.#resolutions.get(from);
    if (!known) this.#resolutions.set(from, (known = new Map<string, string | null>()));
    let file = known.get(specifier);
    if (file === undefined) known.set(specifier, (file = this.host.resolve(specifier, from) ?? null));
    if (file === null) {
      this.#unresolved.add(from);
      return null;
    }
    add(this.#dependencies, from, file);
    add(this.#dependents, file, from);
    return file;
  }

  /** True for a specifier that leads out of the workspace. */
  isPackage(specifier: string, from: string): boolean {
    return !specifier.startsWith('.') && this.import(specifier, from) === null;
  }

  /** What environment files say around a file's code; results drawn from it hang on them. */
  environment(from: string): Environment {
    let known = this.#environments.get(from);
    if (known) return known;
    const files = this.host.environmentFiles?.(from) ?? [];
    for (const file of files) {
      add(this.#dependencies, from, file);
      add(this.#dependents, file, from);
    }
    known = environmentOf(files.map((file) => [file, this.#variables(file)] as const));
    this.#environments.set(from, known);
    return known;
  }

  #variables(file: string): ReadonlyMap<string, string> {
    let variables = this.#environmentFiles.get(file);
    if (!variables) {
      const text = this.host.read(file);
      variables = text === undefined || text.length > maxModuleLength ? new Map<string, string>() : this.readEnvironment(text);
      this.#environmentFiles.set(file, variables);
    }
    return variables;
  }

  /** Files a module's results were drawn from, itself excluded. */
  dependenciesOf(file: string): string[] {
    return [...reach(file, this.#dependencies)];
  }

  /** Lets go of a file's facts where no other file's results were drawn from them; they are lowered again when asked for. */
  release(file: string): void {
    if ((this.#dependents.get(file)?.size ?? 0) > 0) return;
    this.#forget(file);
  }

  /** Forgets a file and all that was drawn from it, and from its absence where it is new; returns the forgotten files. */
  invalidate(file: string, isNew: boolean): string[] {
    const stale = new Set([file, ...reach(file, this.#dependents)]);
    if (isNew) for (const other of this.#unresolved) stale.add(other);
    for (const other of [...stale]) for (const dependent of reach(other, this.#dependents)) stale.add(dependent);
    for (const other of stale) this.#forget(other);
    return [...stale];
  }

  #forget(file: string): void {
    this.#code.delete(file);
    this.#resolutions.delete(file);
    this.#unresolved.delete(file);
    this.#environments.delete(file);
    this.#environmentFiles.delete(file);
    this.#data.delete(file);
    this.#outlines.delete(file);
    for (const dependency of this.#dependencies.get(file) ?? []) this.#dependents.get(dependency)?.delete(file);
    this.#dependencies.delete(file);
  }
}

/** An export of a module, looked up through `export *`. */
export interface FoundExport {
  readonly facts: ModuleFacts;
  readonly expression: Expression;
}

/** Finds an export, following `export * from` as far as modules of the workspace go. */
export function findExport(graph: ModuleGraph, facts: ModuleFacts, name: string): FoundExport | null {
  return ownExport(facts, name) ?? passedExport(graph, facts, name, new Set());
}

function ownExport(facts: ModuleFacts, name: string): FoundExport | null {
  const expression = facts.exported(name);
  return expression ? { facts, expression } : null;
}

/** An export that a module passes on from others. */
function passedExport(graph: ModuleGraph, facts: ModuleFacts, name: string, visited: Set<string>): FoundExport | null {
  if (name === 'default' || visited.has(facts.file)) return null;
  visited.add(facts.file);
  for (const specifier of facts.starExports) {
    const next = graph.importStar(specifier, facts.file, name);
    const found = next && !visited.has(next.file) ? (ownExport(next, name) ?? passedExport(graph, next, name, visited)) : null;
    if (found) return found;
  }
  const packages = facts.starExports.filter((specifier) => graph.isPackage(specifier, facts.file));
  return packages.length === 0 ? null : { facts, expression: importedFromOneOf(packages, name) };
}

/** A name that one of several packages exports: which one is for their descriptions to say. */
function importedFromOneOf(specifiers: readonly string[], imported: string): Expression {
  const range = { start: 0, end: 0 };
  return { kind: 'choice', alternatives: specifiers.map((specifier) => ({ kind: 'import', specifier, imported, range })), range };
}

/** Whether a file holds values that modules import, and no code. */
function isData(file: string): boolean {
  return extensionOf(file) === '.json';
}

function part(frontend: Frontend, file: string, text: string): FilePart {
  let facts: ModuleFacts | undefined;
  return {
    language: frontend.language,
    text,
    facts: () => (facts ??= frontend.lower(file, text)),
    specifiers: () => frontend.specifiers?.(text) ?? null,
  };
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

function reach(file: string, edges: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const seen = new Set<string>();
  const queue = [file];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const other of edges.get(next) ?? []) {
      if (other === file || seen.has(other)) continue;
      seen.add(other);
      queue.push(other);
    }
  }
  return seen;
}
