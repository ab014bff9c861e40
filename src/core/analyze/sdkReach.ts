import type { Language } from '../facts/moduleFacts';
import type { FileCode, FilePart, ModuleGraph } from '../link/modules';
import type { SdkDescription } from '../match/description';
import type { ModuleHost } from '../moduleHost';
import { once } from '../once';
import { isBroughtFrom } from '../prefilter/broughtIn';
import { bringsOnlyTypes } from '../prefilter/importClause';
import { useOf } from '../prefilter/sdkUse';
import type { LanguageAnalysis } from './languageAnalysis';

/** Where more modules than this are reached, one of them may have an SDK for all we know: looking would take longer than parsing. */
const maxModules = 2000;

/**
 * Whether all that an SDK exports stands for models that come from elsewhere. Modules declare parameters of theirs so all over a program: only what
 * is declared so here, or right beside, tells of a call here.
 */
function isAbstract(sdk: SdkDescription): boolean {
  const { exports, standIns } = useOf(sdk);
  return exports.length === standIns.length;
}

/** Gives a module's code: read where something of the module is not known yet. */
type Read = () => FileCode | null;

/** What a module brings in. */
interface Brought {
  /** SDKs whose clients and models it can have. */
  readonly sdks: ReadonlySet<SdkDescription>;
  /** Modules of the workspace. */
  readonly files: readonly string[];
  /** Those of them that values come from, and not only types. */
  readonly valued: readonly string[];
}

/**
 * Tells whether a module can have a client or model of an SDK: its own imports bring one in, or those of a module that they lead to
 * through the workspace. The same of addresses that requests go to. Texts tell it, nothing is parsed.
 */
export class SdkReach {
  /** Null for modules whose imports their texts do not tell. */
  readonly #brought = new Map<string, Brought | null>();
  /** Whether modules name an address that a request may go to. */
  readonly #addresses = new Map<string, boolean>();
  /** The same without the environment. */
  readonly #written = new Map<string, boolean>();
  /** Modules that import something that was not found: a new file may be it. */
  readonly #lacking = new Set<string>();
  /** Modules that were asked about. */
  readonly #asked = new Set<string>();

  constructor(
    private readonly graph: ModuleGraph,
    private readonly host: ModuleHost,
    private readonly ofLanguage: (language: Language) => Pick<LanguageAnalysis, 'index' | 'prefilter'>,
  ) {}

  /** True for a module that can have something of one of the SDKs, and for one whose imports its text does not tell. */
  leadsTo(sdks: ReadonlySet<SdkDescription>, file: string, code: FileCode): boolean {
    const near = new Set([file, ...(this.#of(file, () => code)?.files ?? [])]);
    return this.#some(
      file,
      code,
      ({ files }) => files,
      ({ sdks: brought }, each) => [...brought].some((sdk) => sdks.has(sdk) && (!isAbstract(sdk) || near.has(each))),
    );
  }

  /** True for a module that can have the address of a vendor's server from somewhere, and for one whose imports its text does not tell. */
  leadsToAddress(file: string, code: FileCode): boolean {
    // What types declare far away is no address of a request here.
    return this.#some(
      file,
      code,
      ({ files, valued }, each) => (each === file ? files : valued),
      (_, each, read) => this.#givesAddress(each, read),
    );
  }

  /** True for a module that names a vendor's server or imports one that does, and for one whose imports its text does not tell. */
  hasAddress(file: string, code: FileCode): boolean {
    this.#asked.add(file);
    const brought = this.#of(file, () => code);
    if (brought === null) return true;
    return [file, ...brought.files].some((each) => this.#namesAddress(each, () => (each === file ? code : this.graph.code(each))));
  }

  #namesAddress(file: string, read: Read): boolean {
    let known = this.#written.get(file);
    if (known === undefined) {
      const names = ({ language, text }: FilePart): boolean => this.ofLanguage(language).prefilter.namesAddress(text);
      known = read()?.parts.some(names) === true;
      this.#written.set(file, known);
    }
    return known;
  }

  /**
   * Whether something holds of a module or of one that it leads to; true where that can't be told.
   * @param through the imports of a module that lead on
   */
  #some(
    file: string,
    code: FileCode,
    through: (brought: Brought, file: string) => readonly string[],
    holds: (brought: Brought, file: string, read: Read) => boolean,
  ): boolean {
    this.#asked.add(file);
    const seen = new Set([file]);
    // A set is gone through in the order of adding, what is added on the way included.
    for (const each of seen) {
      const read = once(() => (each === file ? code : this.graph.code(each)));
      const brought = this.#of(each, read);
      if (brought === null || seen.size > maxModules || holds(brought, each, read)) return true;
      for (const other of through(brought, each)) seen.add(other);
    }
    return false;
  }

  #givesAddress(file: string, read: Read): boolean {
    let known = this.#addresses.get(file);
    if (known === undefined) {
      const given = (language: Language, text: string): boolean => this.ofLanguage(language).prefilter.givesAddress(text);
      const { parts } = read() ?? { parts: null };
      // A file without code has values that are imported.
      known = parts ? parts.some(({ language, text }) => given(language, text)) : given('javascript', this.graph.raw(file) ?? '');
      this.#addresses.set(file, known);
    }
    return known;
  }

  /** The modules that an answer about a file was drawn from, itself excluded. */
  dependenciesOf(file: string): string[] {
    if (!this.#asked.has(file)) return [];
    const seen = new Set([file]);
    for (const each of seen) for (const other of this.#brought.get(each)?.files ?? []) seen.add(other);
    seen.delete(file);
    return [...seen];
  }

  /** Forgets all answers where a file changed, or came, that they may be drawn from; returns the files that they are about. */
  invalidate(file: string, isNew: boolean): readonly string[] {
    const waiting = isNew ? [...this.#lacking] : [];
    if (!this.#brought.has(file) && !this.#written.has(file) && waiting.length === 0) return [];
    const stale = [...this.#asked];
    this.#asked.clear();
    // Who types in one module has not changed the others. What those import that name it may mean another file now.
    for (const [each, brought] of this.#brought) if (brought?.files.includes(file) === true) this.#forget(each);
    for (const each of [file, ...waiting]) this.#forget(each);
    return stale;
  }

  #forget(file: string): void {
    this.#brought.delete(file);
    this.#addresses.delete(file);
    this.#written.delete(file);
    this.#lacking.delete(file);
  }

  #of(file: string, read: Read): Brought | null {
    let known = this.#brought.get(file);
    if (known === undefined) this.#brought.set(file, (known = this.#look(file, read())));
    return known;
  }

  #look(file: string, code: FileCode | null): Brought | null {
    const sdks = new Set<SdkDescription>();
    const files = new Set<string>();
    const valued = new Set<string>();
    for (const part of code?.parts ?? []) {
      const places = part.specifiers();
      if (!places) return null;
      for (const { specifier, start } of places) {
        const known = this.ofLanguage(part.language).index.ofModule(specifier);
        for (const sdk of known) if (isBroughtFrom(sdk, part.text, start)) sdks.add(sdk);
        const other = known.length > 0 ? undefined : this.host.resolve(specifier, file);
        if (other !== undefined) {
          files.add(other);
          if (!bringsOnlyTypes(part.text, start)) valued.add(other);
        } else if (known.length === 0) this.#lacking.add(file);
      }
    }
    return { sdks, files: [...files], valued: [...valued] };
  }
}
