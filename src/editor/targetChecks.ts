import type * as vscode from 'vscode';
import type { TargetRow } from '../core/catalog/catalog';
import type { ProbeReport } from '../probe/probe';

/** What the last check of a target came to. */
export interface TargetCheck {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Ids of the models that it listed. */
  readonly models: readonly string[];
  /** Titles of what works. */
  readonly works: readonly string[];
  /** Why it could not be asked; absent where it answered. */
  readonly failure?: string;
}

/** The last check of each target at its address, kept between sessions. */
export class TargetChecks {
  constructor(private readonly memory: vscode.Memento) {}

  /** The last check; undefined for a target that was never asked at this address. */
  get(target: TargetRow): TargetCheck | undefined {
    return this.memory.get<TargetCheck>(nameOf(target));
  }

  /** Keeps what a target answered. */
  async answered(target: TargetRow, { models, checks }: ProbeReport): Promise<void> {
    const works = checks.filter(({ state }) => state === 'works').map(({ title }) => title);
    await this.#keep(target, { at: Date.now(), models, works });
  }

  /** Keeps that a target could not be asked; the models it listed before are not known to be there any more. */
  async failed(target: TargetRow, failure: string): Promise<void> {
    await this.#keep(target, { at: Date.now(), models: [], works: [], failure });
  }

  async #keep(target: TargetRow, check: TargetCheck): Promise<void> {
    await this.memory.update(nameOf(target), check);
  }
}

function nameOf({ id, baseUrls }: TargetRow): string {
  return `check ${id} ${baseUrls.openai ?? baseUrls.anthropic ?? baseUrls.gemini ?? ''}`;
}
