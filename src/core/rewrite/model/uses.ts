import type { ModuleFacts } from '../../facts/moduleFacts';
import { alternativesOf } from '../../link/value';
import { contains, type Location, type TextRange } from '../../text/range';
import type { PlanContext } from '../context';
import { traceText, type Origin } from './trace';

/** What reads a literal, apart from the call sites that move. */
export type OtherUse =
  | { readonly kind: 'none' }
  /** The program does something else with the text as well. */
  | { readonly kind: 'code'; readonly at: string }
  /** A call site that stays sends it. */
  | { readonly kind: 'call-site'; readonly at: string };

interface TracedRead {
  readonly facts: ModuleFacts;
  readonly read: ModuleFacts['reads'][number];
  readonly origins: readonly Origin[];
}

/** Who reads which literal, over the modules a plan knows of. */
export class LiteralUses {
  readonly #reads = new Map<string, TracedRead[]>();
  readonly #known = new Set<string>();

  constructor(private readonly context: PlanContext) {}

  /**
   * What else reads a literal. `moved`: the places in which a moving call site names its model; `staying`: literals that call
   * sites which do not move send.
   */
  other(at: Location, moved: readonly Location[], staying: ReadonlyMap<string, string>): OtherUse {
    const sent = staying.get(keyOf(at));
    if (sent !== undefined) return { kind: 'call-site', at: sent };
    this.#survey(at.file);
    for (const { facts, read } of this.#reads.get(keyOf(at)) ?? []) {
      const { range } = read.expression;
      if (moved.some((place) => place.file === facts.file && contains(place.range, range))) continue;
      if (read.role === 'passed' || this.#isFollowed(read, facts)) continue;
      return { kind: 'code', at: this.context.place(facts.file, range.start) };
    }
    return { kind: 'none' };
  }

  /** An argument of a function of the same module: what becomes of it there is read there. */
  #isFollowed({ role, callee }: ModuleFacts['reads'][number], facts: ModuleFacts): boolean {
    if (role !== 'argument' || !callee) return false;
    const { linker } = this.context.analyses;
    return alternativesOf(linker.evaluate(callee, linker.root(facts))).every(
      (each) => (each.kind === 'function' || each.kind === 'class') && each.frame.module === facts,
    );
  }

  /** Traces every read of the modules known by now, each module once. */
  #survey(file: string): void {
    const { analyses } = this.context;
    const home = analyses.graph.load(file);
    for (const facts of home ? [...this.context.modules(), home] : this.context.modules()) {
      if (this.#known.has(facts.file)) continue;
      this.#known.add(facts.file);
      for (const read of facts.reads) {
        const origins = traceText(analyses.linker, read.expression, analyses.linker.root(facts));
        for (const origin of origins) {
          if (origin.kind !== 'text') continue;
          const list = this.#reads.get(keyOf(origin.at)) ?? [];
          list.push({ facts, read, origins });
          this.#reads.set(keyOf(origin.at), list);
        }
      }
    }
  }
}

/** Tells places apart. */
export function keyOf({ file, range }: { readonly file: string; readonly range: TextRange }): string {
  return `${file}\u0000${range.start}\u0000${range.end}`;
}
