import type { AcceptedCallSite, CallSite, FileAnalysis } from '../callSite';
import type { Catalog } from '../catalog/catalog';
import { Fingerprints } from '../classify/fingerprint';
import { lockedTogether } from '../classify/lockedTogether';
import { toldByModels } from '../classify/toldByModels';
import { messageFor } from '../classify/message';
import { readConfiguration } from '../configuration/configuration';
import { retirementOf } from '../classify/retirement';
import { readEnvironment } from '../environment/environment';
import type { Frontend, ModuleFacts } from '../facts/moduleFacts';
import { maxModuleLength } from '../frontend/codeIn';
import type { EmbeddedCode } from '../frontend/embedded';
import { Linker } from '../link/linker';
import type { CallValue, Value } from '../link/value';
import { ModuleGraph, type FileCode, type FilePart } from '../link/modules';
import type { MatchedCall } from '../match/matcher';
import type { ModuleHost } from '../moduleHost';
import type { Need } from '../prefilter/prefilter';
import { Acceptances } from '../policy/acceptance';
import { LineIndex } from '../text/lineIndex';
import type { Location, TextRange } from '../text/range';
import { findSites, type Site } from './findSites';
import { LanguageAnalysis } from './languageAnalysis';
import { SdkReach } from './sdkReach';

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
  readonly #reach: SdkReach;

  constructor(
    readonly catalog: Catalog,
    readonly host: ModuleHost,
    readonly frontends: readonly Frontend[],
  ) {
    this.graph = new ModuleGraph(
      host,
      frontends,
      (specifier, language) => this.ofLanguage(language).index.ofModule(specifier).length > 0,
      (text) => readEnvironment(catalog, text),
    );
    this.linker = new Linker(this.graph);
    this.#reach = new SdkReach(this.graph, host, (language) => this.ofLanguage(language));
  }

  /** What recognises the SDKs of a language; made when first asked for. */
  ofLanguage(language: ModuleFacts['language']): LanguageAnalysis {
    let known = this.#languages.get(language);
    if (!known) this.#languages.set(language, (known = new LanguageAnalysis(this.catalog, this.linker, language)));
    return known;
  }

  /** Whether some SDK of a file's language is behind a value. */
  isKnown(value: Value, file: string): boolean {
    const language = this.graph.languageOf(file);
    return language !== undefined && this.ofLanguage(language).matcher.match(value).length > 0;
  }

  /** What a call is recognised as, in the language of its file. */
  operations(call: CallValue): readonly MatchedCall[] {
    const language = this.graph.languageOf(call.file);
    return language ? this.ofLanguage(language).matcher.operations(call) : [];
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

  /** Forgets what was drawn from a file's text, and from its absence where it is new; returns the files whose results are gone. */
  invalidate(file: string, isNew: boolean): readonly string[] {
    const stale = new Set([...this.graph.invalidate(file, isNew), ...this.#reach.invalidate(file, isNew)]);
    return [...stale].filter((each) => this.#files.delete(each));
  }

  #analyze(file: string): FileSites {
    const code = this.graph.code(file);
    if (!code && !this.graph.speaks(file)) return this.#analyzeConfiguration(file);
    if (!code) return empty(file, ['not readable as text']);
    const problems = code.embedded?.problems ?? [];
    if (code.text.length > maxModuleLength) return empty(file, [`passed over: longer than ${maxModuleLength} characters`]);
    const parts = this.partsWorthParsing(file, code);
    if (parts.length === 0) return empty(file, problems, this.#reach.dependenciesOf(file));
    try {
      this.graph.keep(file, code);
      return this.#analyzeCode(file, code, parts);
    } catch (error) {
      // Code nested deeper than the stack; whatever else it is, one file is lost and not its neighbours.
      return empty(file, [...problems, notAnalysed(error)]);
    }
  }

  /** The parts of a file's code that can have call sites. */
  partsWorthParsing(file: string, code: FileCode): readonly FilePart[] {
    return code.parts.filter(({ language, text }) => {
      const analysis = this.ofLanguage(language);
      const mention = analysis.prefilter.mention(text);
      return mention === 'named' || (mention !== 'none' && mention.some((need) => this.#isMet(need, file, code, text, analysis)));
    });
  }

  #isMet(need: Need, file: string, code: FileCode, text: string, analysis: LanguageAnalysis): boolean {
    switch (need) {
      case 'called':
        return this.#reach.leadsTo(analysis.calledIn(text), file, code);
      case 'authorized':
        return this.#reach.leadsToAddress(file, code);
      case 'addressed':
        return this.#reach.hasAddress(file, code);
    }
  }

  #analyzeConfiguration(file: string): FileSites {
    const text = this.host.read(file);
    if (text === undefined) return empty(file, ['not readable as text']);
    try {
      const configuration = readConfiguration(this.catalog, file, text);
      const none = empty(file, []);
      return configuration ? { ...none, result: { ...none.result, configuration, parsed: true } } : none;
    } catch (error) {
      return empty(file, [notAnalysed(error)]);
    }
  }

  #analyzeCode(file: string, { text, embedded }: FileCode, parts: readonly FilePart[]): FileSites {
    const modules = parts.map((part) => part.facts());
    const lines = new LineIndex(text);
    const comments = modules.flatMap((facts) => facts.comments);
    const acceptances = new Acceptances(comments, text, lines);
    const fingerprints = new Fingerprints();
    const callSites: CallSite[] = [];
    const accepted: AcceptedCallSite[] = [];
    const sites = lockedTogether(toldByModels(modules.flatMap((facts) => findSites(this.ofLanguage(facts.language), facts))))
      .toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
      .map((site) => {
        const { classified, range } = site;
        const name = this.catalog.vendors.get(classified.vendor)?.name ?? 'an undecided vendor';
        const callee = text.slice(range.start, range.end).replace(/\s+/g, '');
        const retirement = retirementOf(this.catalog, classified);
        const callSite: CallSite = {
          ...classified,
          ...(retirement && { retirement }),
          file,
          ...placeIn(embedded, range, lines),
          ...(classified.modelAt && { modelAt: this.#placed(classified.modelAt) }),
          message: messageFor(classified, name),
          fingerprint: fingerprints.next([classified.kind, classified.sdk, classified.surface, callee]),
        };
        const reason = acceptances.reasonFor(lines.at(range.start).line, lines.at(range.end).line);
        if (reason === null) callSites.push(callSite);
        else accepted.push({ ...callSite, reason });
        return { site, callSite };
      });
    const problems = [...(embedded?.problems ?? []), ...modules.flatMap((facts) => facts.problems)];
    return {
      result: { file, callSites, accepted, configuration: [], dependencies: this.graph.dependenciesOf(file), parsed: true, problems },
      sites,
    };
  }

  /** A place in some file's code as a place in that file. */
  #placed({ file, range }: Location): NonNullable<CallSite['modelAt']> {
    const code = this.graph.code(file);
    return code?.embedded?.map ? { file, ...placeIn(code.embedded, range, new LineIndex(code.text)) } : { file, range };
  }
}

/** Where code stands in its file, and in which cell of it. */
function placeIn(embedded: EmbeddedCode | null, code: TextRange, lines: LineIndex): Pick<CallSite, 'range' | 'cell'> {
  const range = embedded?.map?.range(code) ?? code;
  const cell = embedded?.cells?.findLast((each) => each.range.start <= code.start);
  if (!cell) return { range };
  const { start } = cell.range;
  const line = lines.at(code.start).line - lines.at(start).line + 1;
  return {
    range,
    cell: { index: cell.index, line, range: { start: code.start - start, end: Math.min(code.end, cell.range.end) - start } },
  };
}

function empty(file: string, problems: readonly string[], dependencies: readonly string[] = []): FileSites {
  return { result: { file, callSites: [], accepted: [], configuration: [], dependencies, parsed: false, problems }, sites: [] };
}

function notAnalysed(error: unknown): string {
  return `not analysed: ${error instanceof Error ? error.message : String(error)}`;
}
