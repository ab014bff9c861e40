import type { Analyses } from '../analyze/analyses';
import type { TargetRow } from '../catalog/catalog';
import type { ModuleFacts } from '../facts/moduleFacts';
import { LineIndex } from '../text/lineIndex';
import type { TextEdit } from '../text/textEdit';
import type { ClientMap } from './clients';
import { ModelChoices } from './model/choices';
import type { SourceContext } from './options/objectEdit';
import type { RewriteRequest } from './plan';

/** An edit and the file it belongs to. */
export interface LocatedEdit extends TextEdit {
  readonly file: string;
  /** The new text makes a client of its own, which is a call site that the file did not have. */
  readonly declares?: boolean;
  /** The new text is code of one language alone, put together without regard for where it stands: it is still to be laid out. */
  readonly unlaid?: true;
}

/** What editing needs to know of a module; null where its text is not known. */
export function sourceOf({ analyses }: PlanContext, facts: ModuleFacts): SourceContext | null {
  const text = analyses.graph.text(facts.file);
  return text === undefined ? null : { text, comments: facts.comments, writing: facts.writing };
}

/** What every part of the planner works with. */
export class PlanContext {
  readonly #lines = new Map<string, LineIndex>();

  constructor(
    readonly analyses: Analyses,
    readonly request: RewriteRequest,
    readonly target: TargetRow,
    readonly clients: ClientMap,
    readonly choices: ModelChoices = new ModelChoices(analyses.catalog, target, request),
  ) {}

  /** The same with what is to move known, which the choice of models hangs on. */
  choosing(choices: ModelChoices): PlanContext {
    return new PlanContext(this.analyses, this.request, this.target, this.clients, choices);
  }

  /** Facts of the files looked at so far. */
  modules(): readonly ModuleFacts[] {
    return this.clients.files.flatMap((file) => this.analyses.graph.load(file) ?? []);
  }

  /** The language of a file that was looked at. */
  language(file: string): ModuleFacts['language'] | undefined {
    return this.analyses.graph.languageOf(file);
  }

  /** The 1-based line of an offset. */
  line(file: string, offset: number): number {
    let lines = this.#lines.get(file);
    if (!lines) this.#lines.set(file, (lines = new LineIndex(this.analyses.graph.text(file) ?? '')));
    return lines.at(offset).line;
  }

  /** A place as people name it: `client.ts line 3`. */
  place(file: string, offset: number): string {
    const cell = this.analyses.graph.code(file)?.embedded?.cells?.findLast((each) => each.range.start <= offset);
    if (!cell) return `${this.nameOf(file)} line ${this.line(file, offset)}`;
    return `${this.nameOf(file)} cell ${cell.index + 1} line ${this.line(file, offset) - this.line(file, cell.range.start) + 1}`;
  }

  /** A file's name, with as many folders before it as tell it from the others that were looked at: `chat/route.ts`. */
  nameOf(file: string): string {
    for (let at = separatorBefore(file, file.length); at >= 0; at = separatorBefore(file, at)) {
      const end = file.slice(at);
      if (!this.clients.files.some((other) => other !== file && other.endsWith(end))) return end.slice(1).replaceAll('\\', '/');
    }
    return file;
  }
}

function separatorBefore(file: string, end: number): number {
  return Math.max(file.lastIndexOf('/', end - 1), file.lastIndexOf('\\', end - 1));
}
