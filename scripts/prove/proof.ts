import type { Program } from './programs';

/** What became of one program on one target. */
export interface Proof {
  readonly program: Program;
  readonly target: string;
  /** Why the planner refused, null when it rewrote. */
  readonly refusal: string | null;
  readonly requests: number;
  /** What is wrong; empty for a proof. */
  readonly faults: readonly string[];
}
