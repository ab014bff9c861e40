import type { AcceptedCallSite, CallSite, FileAnalysis } from '../callSite';
import type { Catalog } from '../catalog/catalog';
import { Fingerprints } from '../classify/fingerprint';
import { messageFor } from '../classify/message';
import { retirementOf } from '../classify/retirement';
import { readEnvironment } from '../environment/environment';
import type { Frontend, ModuleFacts } from '../facts/moduleFacts';
import { Linker } from '../link/linker';
import type { CallValue, Value } from '../link/value';
import { maxModuleLength, ModuleGraph } from '../link/modules';
import type { MatchedCall } from '../match/matcher';
import type { ModuleHost } from '../moduleHost';
import { Acceptances } from '../policy/acceptance';
import { LineIndex } from '../text/lineIndex';
import { findSites, type Site } from './findSites';
import { LanguageAnalysis } from './languageAnalysis';

/** A file's result and the sites it was made from, accepted ones included, in the same order as their call sites. */
export interface FileSites {
  readonly result: FileAnalysis;
  readonly sites: readonly { readonly site: Site; readonly callSite: CallSite }[];
}

/** Analyses of files, kept until a text they were drawn from changes. */
export class Analyses {
  readonly graph: ModuleGraph;
  readonly linker: Linker;
  readonly #languages = new Map<ModuleFacts['language'], LanguageAnalysis>();
  readonly #files = new Map<string, FileSites>();

  constructor(
    readonly catalog: Catalog,
    readonly host: ModuleHost,
    readonly frontends: readonly Frontend[],
  ) {
    const byExtension = new Map(frontends.flatMap((frontend) => frontend.extensions.map((extension) => [extension, frontend] as const)));
    this.graph = new ModuleGraph(
      host,
      byExtension,
      (specifier, language) => this.ofLanguage(language).index.ofModule(specifier).length > 0,
      (text) => readEnvironment(catalog, text),
    );
    this.linker = new Linker(this.graph);
  }

  /** What recognises the SDKs of a language; made when first asked for. */
  ofLanguage(language: ModuleFacts['language']): LanguageAnalysis {
    let known = this.#languages.get(language);
    if (!known) this.#languages.set(language, (known = new LanguageAnalysis(this.catalog, this.linker, language)));
    return known;
  }

  /** Whether some SDK of a file's language is behind a value. */
  isKnown(value: Value, file: string): boolean {
    const frontend = this.graph.frontendOf(file);
    return frontend !== undefined && this.ofLanguage(frontend.language).matcher.match(value).length > 0;
  }

  /** What a call is recognised as, in the language of its file. */
  operations(call: CallValue): readonly MatchedCall[] {
    const frontend = this.graph.frontendOf(call.file);
    return frontend ? this.ofLanguage(frontend.language).matcher.operations(call) : [];
  }

  /** The analysis of a file; total, whatever its text. */
  of(file: string): FileSites {
    let known = this.#files.get(file);
    if (!known) this.#files.set(file, (known = this.#analyze(file)));
    return known;
  }

  /** Lets go of a file's result, and of what is known of the file where no other file needs it. */
  release(file: string): void {
    this.#files.delete(file);
    this.graph.release(file);
  }

  /** Forgets what was drawn from a file's text; returns the files whose results are gone. */
  invalidate(file: string): readonly string[] {
    const stale = this.graph.invalidate(file);
    return stale.filter((each) => this.#files.delete(each));
  }

  #analyze(file: string): FileSites {
    const text = this.graph.text(file);
    if (text === undefined) return empty(file, ['not readable as text']);
    const frontend = this.graph.frontendOf(file);
    if (!frontend) return empty(file, []);
    if (text.length > maxModuleLength) return empty(file, [`passed over: longer than ${maxModuleLength} characters`]);
    if (!this.ofLanguage(frontend.language).prefilter(text)) return empty(file, []);
    try {
      return this.#analyzeText(file, text);
    } catch (error) {
      // Code nested deeper than the stack; whatever else it is, one file is lost and not its neighbours.
      return empty(file, [`not analysed: ${error instanceof Error ? error.message : String(error)}`]);
    }
  }

  #analyzeText(file: string, text: string): FileSites {
    const facts = this.graph.load(file);
    if (!facts) return empty(file, []);
    const lines = new LineIndex(text);
    const acceptances = new Acceptances(facts.comments, text, lines);
    const fingerprints = new Fingerprints();
    const callSites: CallSite[] = [];
    const accepted: AcceptedCallSite[] = [];
    const sites = findSites(this.ofLanguage(facts.language), facts).map((site) => {
      const { classified, range } = site;
      const name = this.catalog.vendors.get(classified.vendor)?.name ?? 'an undecided vendor';
      const callee = text.slice(range.start, range.end).replace(/\s+/g, '');
      const retirement = retirementOf(this.catalog, classified);
      const callSite: CallSite = {
        ...classified,
        ...(retirement && { retirement }),
        file,
        range,
        message: messageFor(classified, name),
        fingerprint: fingerprints.next([classified.kind, classified.sdk, classified.surface, callee]),
      };
      const reason = acceptances.reasonFor(lines.at(range.start).line, lines.at(range.end).line);
      if (reason === null) callSites.push(callSite);
      else accepted.push({ ...callSite, reason });
      return { site, callSite };
    });
    return {
      result: { file, callSites, accepted, dependencies: this.graph.dependenciesOf(file), parsed: true, problems: facts.problems },
      sites,
    };
  }
}

function empty(file: string, problems: readonly string[]): FileSites {
  return { result: { file, callSites: [], accepted: [], dependencies: [], parsed: false, problems }, sites: [] };
}
