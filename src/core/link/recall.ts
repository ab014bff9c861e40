/**
 * What the answers to questions hang on that ask each other in circles. One that is running stands for nothing where it is asked
 * again: whatever was drawn from that cut holds for this one way into the circle, and is not to be remembered for another.
 */

/** A circle of questions; several where they were found one by one. */
interface Circle {
  /** How many of its questions are running, or answered for the time being. */
  open: number;
}

/** One question: what it was answered with, and what that answer hangs on. Made by who asks, kept by its subject. */
export class Answer<T> {
  /** The answer, where {@link isKept}. */
  kept: T | undefined;
  isKept = false;
  /** The answer that holds until the circle that it is part of is left again. */
  draft: T | undefined;
  /** How deep the question stands while it is running, else -1. */
  place = -1;
  /** For a draft: the running question, or another draft, that it was cut off at. */
  cutAt: Answer<unknown> | null = null;
  circle: Circle | null = null;
  /** Circles that were gone through on the way to what is kept: it is another answer while one of them is open. */
  through: readonly Circle[] = [];
  /** Steps taken for what is kept, and how deep they went. */
  steps = 0;
  height = 0;
  /** How deep the question stood where a bound cut the answer off: at another depth it is another answer. Else -1. */
  onlyAt = -1;
}

/** Bounds of a question: how deep it goes, and how many steps it takes. */
export interface Bounds {
  readonly depth: number;
  readonly steps: number;
}

const noCircles: readonly Circle[] = [];

function isOpen({ open }: Circle): boolean {
  return open > 0;
}

/** What is known of a running question so far. */
class Running {
  answer: Answer<unknown> | null = null;
  /** The place of the outermost question that something was cut off at. */
  lowest = Infinity;
  /** How deep it went. */
  reach = 0;
  /** Steps that had been taken before. */
  stepsBefore = 0;
  /** Drafts that there were before. */
  draftsBefore = 0;
  through = noCircles;
  hitDepth = false;
  hitSteps = false;
}

/**
 * Remembers answers so that they are the same whatever was asked before: an answer is taken again only where finding it anew would
 * give the same. That is where no question it hangs on is running, and where it fits into the bounds as if its steps were taken again.
 */
export class Recall {
  readonly #running: Running[] = [];
  readonly #drafts: Answer<unknown>[] = [];
  #depth = 0;
  #steps = 0;
  #spent = 0;

  /** @param within whose answers these questions are found with: its steps count for them */
  constructor(
    private readonly bounds: Bounds,
    private readonly within?: Recall,
  ) {}

  /** Steps taken for all outermost questions so far; what was taken from memory counts like the work it saved. */
  get spent(): number {
    return this.#spent;
  }

  /**
   * Answers a question.
   * @param find finds the answer; asks other questions of the same recall
   * @param cut the answer where it is asked while it is running
   * @param beyond the answer beyond the bounds
   */
  ask<T>(answer: Answer<T>, find: () => T, cut: T, beyond = cut): T {
    if (answer.place >= 0) {
      this.#cutOffAt(answer.place);
      return cut;
    }
    if (answer.cutAt) {
      this.#cutOffAt(placeOf(answer));
      return answer.draft as T;
    }
    if (this.#depth === 0) this.#steps = -(this.within?.spent ?? 0);
    if (answer.isKept && this.#takes(answer)) return answer.kept as T;
    if (!this.#begin(answer)) return beyond;
    let found: T;
    try {
      found = find();
    } catch (error) {
      this.#drop(answer);
      throw error;
    }
    this.#end(answer, found);
    if (this.#depth === 0) this.#spent += this.#taken();
    return found;
  }

  #taken(): number {
    return this.#steps + (this.within?.spent ?? 0);
  }

  #cutOffAt(place: number): void {
    const asking = this.#running[this.#depth - 1];
    if (asking && place < asking.lowest) asking.lowest = place;
  }

  /** Whether what is kept is the answer here; if so, counts it like the work it saves. */
  #takes(answer: Answer<unknown>): boolean {
    const depth = this.#depth;
    if (answer.onlyAt >= 0 ? answer.onlyAt !== depth : depth + answer.height > this.bounds.depth) return false;
    if (this.#taken() + answer.steps > this.bounds.steps) return false;
    if (answer.through.some(isOpen)) return false;
    this.#steps += answer.steps;
    if (depth === 0) this.#spent += answer.steps;
    const asking = this.#running[depth - 1];
    if (asking) {
      asking.reach = Math.max(asking.reach, depth + answer.height);
      asking.through = joined(asking.through, answer.through);
      if (answer.onlyAt >= 0) asking.hitDepth = true;
    }
    return true;
  }

  #begin(answer: Answer<unknown>): boolean {
    const depth = this.#depth;
    const asking = this.#running[depth - 1];
    if (depth >= this.bounds.depth) {
      if (asking) {
        asking.hitDepth = true;
        // It is another answer where this one is running.
        asking.through = joined(asking.through, [(answer.circle ??= { open: 0 })]);
      }
      return false;
    }
    if (this.#taken() >= this.bounds.steps) {
      if (asking) asking.hitSteps = true;
      return false;
    }
    // What stood at that depth before has ended, and serves once more.
    const running = (this.#running[depth] ??= new Running());
    running.answer = answer;
    running.lowest = Infinity;
    running.reach = depth + 1;
    running.stepsBefore = this.#taken();
    running.draftsBefore = this.#drafts.length;
    running.through = noCircles;
    running.hitDepth = false;
    running.hitSteps = false;
    this.#steps++;
    this.#depth++;
    answer.place = depth;
    if (answer.circle) answer.circle.open++;
    return true;
  }

  #end<T>(answer: Answer<T>, found: T): void {
    const depth = --this.#depth;
    const running = this.#running[depth];
    if (!running) return;
    answer.place = -1;
    const asking = this.#running[depth - 1];
    const outer = running.lowest < depth ? this.#running[running.lowest] : undefined;
    if (outer) {
      answer.draft = found;
      answer.cutAt = outer.answer;
      this.#drafts.push(answer);
    } else {
      // Where depth cut it off, the circle it is part of was not seen.
      if (running.lowest === depth || running.hitDepth) this.#closeCircle(answer, running);
      if (answer.circle) answer.circle.open--;
      this.#keep(answer, found, running);
    }
    if (asking) pass(running, asking);
  }

  #keep<T>(answer: Answer<T>, found: T, running: Running): void {
    const isWhole = answer.isKept && answer.onlyAt < 0;
    const isCut = running.hitDepth || running.hitSteps;
    // With fewer steps left it is another answer; none were taken before an outermost question.
    if ((running.hitSteps && this.#depth > 0) || (isCut && isWhole)) return;
    answer.kept = found;
    answer.isKept = true;
    answer.through = running.through;
    answer.steps = this.#taken() - running.stepsBefore;
    answer.height = running.reach - this.#depth;
    answer.onlyAt = isCut ? this.#depth : -1;
  }

  /** Drops the drafts of a circle that is left through a question; from now on they are known to be in one. */
  #closeCircle(answer: Answer<unknown>, running: Running): void {
    const drafts = this.#dropDrafts(running.draftsBefore);
    const members = [answer, ...drafts];
    const circle = members.find((each) => each.circle)?.circle ?? { open: 0 };
    const circles = new Set<Circle>();
    for (const each of members) {
      if (!each.circle) {
        each.circle = circle;
        if (each === answer) circle.open++;
      }
      circles.add(each.circle);
    }
    running.through = joined(running.through, [...circles]);
  }

  #dropDrafts(from: number): readonly Answer<unknown>[] {
    const dropped = this.#drafts.splice(from);
    for (const draft of dropped) {
      draft.draft = undefined;
      draft.cutAt = null;
      if (draft.circle) draft.circle.open--;
    }
    return dropped;
  }

  /** Gives up a question whose answer was not found. */
  #drop(answer: Answer<unknown>): void {
    const running = this.#running[--this.#depth];
    answer.place = -1;
    if (answer.circle) answer.circle.open--;
    if (running) this.#dropDrafts(running.draftsBefore);
  }
}

/** The place of the running question that a draft was cut off at. */
function placeOf(draft: Answer<unknown>): number {
  let at: Answer<unknown> = draft;
  while (at.place < 0 && at.cutAt) at = at.cutAt;
  // What was cut off at a draft was cut off where that one was.
  if (at !== draft) draft.cutAt = at;
  return at.place;
}

/** What was met on the way to one answer was met on the way to the one that asked for it. */
function pass(from: Running, to: Running): void {
  to.lowest = Math.min(to.lowest, from.lowest);
  to.reach = Math.max(to.reach, from.reach);
  to.through = joined(to.through, from.through);
  if (from.hitDepth) to.hitDepth = true;
  if (from.hitSteps) to.hitSteps = true;
}

function joined(some: readonly Circle[], more: readonly Circle[]): readonly Circle[] {
  if (more.length === 0 || some === more) return some;
  if (some.length === 0) return more;
  const added = more.filter((circle) => !some.includes(circle));
  return added.length === 0 ? some : [...some, ...added];
}
