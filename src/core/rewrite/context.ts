import type { Analyses } from '../analyze/analyses';
import type { TargetRow } from '../catalog/catalog';
import type { ModuleFacts } from '../facts/moduleFacts';
import { LineIndex } from '../text/lineIndex';
import type { TextEdit } from '../text/textEdit';
import type { ClientMap } from './clients';
import type { RewriteRequest } from './plan';

/** An edit and the file it belongs to. */
export interface LocatedEdit extends TextEdit {
  readonly file: string;
}

/** What every part of the planner works with. */
export class PlanContext {
  readonly #lines = new Map<string, LineIndex>();

  constructor(
    readonly analyses: Analyses,
    readonly request: RewriteRequest,
    readonly target: TargetRow,
    readonly clients: ClientMap,
  ) {}

  /** Facts of the files looked at so far. */
  modules(): readonly ModuleFacts[] {
    return this.clients.files.flatMap((file) => this.analyses.graph.load(file) ?? []);
  }

  /** The 1-based line of an offset. */
  line(file: string, offset: number): number {
    let lines = this.#lines.get(file);
    if (!lines) this.#lines.set(file, (lines = new LineIndex(this.analyses.graph.text(file) ?? '')));
    return lines.at(offset).line;
  }

  /** A place as people name it: `client.ts line 3`. */
  place(file: string, offset: number): string {
    return `${baseName(file)} line ${this.line(file, offset)}`;
  }
}

/** The last part of a file's name. */
export function baseName(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}
