import { Analyses } from '../../analyze/analyses';
import type { Site } from '../../analyze/findSites';
import type { CallSite } from '../../callSite';
import type { Location } from '../../text/range';
import { applyEdits, type TextEdit } from '../../text/textEdit';
import { editedHost } from '../verify/editedHost';
import { fileEdits } from '../fileEdits';
import { modelPlaces } from './modelPlaces';
import type { ReplacementRequest, RewritePlan } from '../plan';
import { traceText } from './trace';
import { keyOf } from './uses';

interface SiteInFile {
  readonly index: number;
  readonly site: Site;
  readonly callSite: CallSite;
}

/**
 * Plans to name the vendor's own replacement where a call site's model is retired: one literal changes, and with it every call site
 * that reads it. Nothing is planned that reading the code again does not confirm; the reason is told instead. Changes nothing.
 */
export function planReplacement(analyses: Analyses, request: ReplacementRequest): RewritePlan {
  return new Replacement(analyses, request).plan();
}

class Replacement {
  readonly #files: readonly string[];

  constructor(
    private readonly analyses: Analyses,
    private readonly request: ReplacementRequest,
  ) {
    this.#files = [...new Set([...request.files, ...(request.related ?? [])])];
  }

  plan(): RewritePlan {
    const { file, fingerprint } = this.request.replace;
    const asked = this.#sites(file).find(({ callSite }) => callSite.fingerprint === fingerprint);
    const replacement = asked?.callSite.retirement?.replacement ?? null;
    const at = asked?.site.classified.modelAt;
    if (!asked || replacement === null) return this.#refused('Replace the model', 'its vendor names no replacement');
    const title = `Replace with ${replacement}`;
    if (!at) return this.#refused(title, 'no single text in the code gives the model');
    return this.#replace(asked.callSite, at, replacement, title);
  }

  #replace(asked: CallSite, at: Location, replacement: string, title: string): RewritePlan {
    const { graph } = this.analyses;
    const id = this.#spelledLike(asked, replacement);
    if (id === null) return this.#refused(title, `it is not known how ${asked.vendor} spells ${replacement}`);
    const before = graph.text(at.file) ?? '';
    const written = before.slice(at.range.start, at.range.end);
    const { writing, isData } = graph.load(at.file) ?? {};
    if (isData) return this.#refused(title, 'the model stands in a file of settings, which others can read as well');
    if (!writing || !isLiteralOf(written, asked.model ?? '')) return this.#refused(title, 'the model is put together from parts');
    const sharing = this.#sharing(at);
    const other = sharing.find(({ callSite }) => callSite.retirement?.replacement !== replacement);
    if (other) return this.#refused(title, `a call site of another vendor reads the same text (${other.callSite.vendor})`);
    if (sharing.some(({ site }) => this.#isTypeClosed(site, at))) return this.#refused(title, 'its declared type may not take another id');
    const edit: TextEdit = { range: at.range, newText: writing.textLike(written, id) };
    const edited = fileEdits(graph, at.file, [edit]);
    const unproven = this.#unproven(at.file, applyEdits(edited.before, edited.edits), id, sharing);
    if (unproven !== null) return this.#refused(title, unproven);
    const embeds = sharing.filter(({ callSite }) => callSite.surface === 'embeddings');
    return {
      title: sharing.length > 1 ? `${title} (${sharing.length} call sites)` : title,
      steps: [`Ask for ${id} instead of ${asked.model ?? ''}`],
      files: [edited],
      models: [],
      moved: sharing.map(({ callSite: { file, fingerprint } }) => ({ file, fingerprint })),
      warnings: embeds.map(({ callSite: { file, fingerprint } }) => ({
        file,
        fingerprint,
        reason: 'vectors that were stored before no longer match; they must be made anew',
      })),
      refused: [],
      left: [],
      changesResults: embeds.length > 0,
    };
  }

  /** The replacement as the call site spells ids: behind the same route (`openai/gpt-5`, `openai:gpt-5`). */
  #spelledLike({ model, vendor, retirement }: CallSite, replacement: string): string | null {
    const { catalog } = this.analyses;
    const [, route = '', name = ''] = /^(.*[/:])?([^/:]+)$/.exec(model ?? '') ?? [];
    const own = catalog.model(name, vendor).retirement;
    const isName = own?.source === retirement?.source && own?.shutdown === retirement?.shutdown;
    const id = route + replacement;
    return isName && catalog.model(id, vendor).id === catalog.model(replacement, vendor).id ? id : null;
  }

  /** The call sites that read a literal as their model, among the files that are known. */
  #sharing(at: Location): readonly SiteInFile[] {
    return this.#files
      .flatMap((file) => this.#sites(file))
      .filter(({ site: { classified } }) => classified.modelAt !== undefined && keyOf(classified.modelAt) === keyOf(at));
  }

  /** Whether a type on the way from the literal to the call lists the ids that it takes. */
  #isTypeClosed({ matched }: Site, at: Location): boolean {
    const { linker } = this.analyses;
    return matched
      .flatMap((each) => modelPlaces(linker, each)?.found ?? [])
      .flatMap(({ value, frame }) => traceText(linker, value, frame))
      .some((origin) => origin.kind === 'text' && keyOf(origin.at) === keyOf(at) && !origin.fits);
  }

  /** Why the edited text would not be what it should; null when every call site asks its vendor for the new model, and no other one changed. */
  #unproven(file: string, text: string, id: string, sharing: readonly SiteInFile[]): string | null {
    const { catalog, host, frontends } = this.analyses;
    const after = new Analyses(catalog, editedHost(host, new Map([[file, text]])), frontends);
    for (const name of new Set([...this.#files, file])) {
      const before = this.#sites(name);
      const now = after.of(name).sites.map(({ callSite }) => callSite);
      if (before.length !== now.length || after.of(name).result.problems.length > this.analyses.of(name).result.problems.length)
        return 'the code cannot be read any more after the edit';
      for (const each of before) {
        const { callSite } = each;
        const changed = now[each.index];
        const shares = sharing.some((other) => other.callSite.file === callSite.file && other.index === each.index);
        if (changed?.vendor !== callSite.vendor || changed.model !== (shares ? id : callSite.model))
          return 'another text decides the model as well';
        if (shares && changed.retirement) return `${id} is retired as well`;
      }
    }
    return null;
  }

  #sites(file: string): readonly SiteInFile[] {
    return this.analyses.of(file).sites.map(({ site, callSite }, index) => ({ site, callSite, index }));
  }

  #refused(title: string, reason: string): RewritePlan {
    const { file, fingerprint } = this.request.replace;
    const refused = [{ file, fingerprint, reason }];
    return { title, steps: [], files: [], models: [], moved: [], warnings: [], refused, left: [], changesResults: false };
  }
}

/** Whether source text is a literal that says exactly a value: quotes around it, a prefix of Python's at most. */
function isLiteralOf(source: string, value: string): boolean {
  const [, , inside] = /^[A-Za-z]{0,2}("""|'''|["'`])([\s\S]*)\1$/.exec(source) ?? [];
  return value !== '' && inside === value;
}
