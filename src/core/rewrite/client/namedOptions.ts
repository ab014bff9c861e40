import type { Expression, ObjectEntry } from '../../facts/expression';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import { alternativesOf, type ObjectValue } from '../../link/value';
import type { NamedExport } from '../../match/packages';
import type { ClientEndpoint, Wanted } from './clientEndpoint';
import type { ClientPlan } from './clientPlan';
import type { Client, ClientGroup } from '../clients';
import { sourceOf, type LocatedEdit, type PlanContext } from '../context';
import { importBeside } from '../exchange/importBeside';
import { editNamed } from '../options/afterPositional';
import type { Property } from '../options/objectEdit';
import { lookUp, type FoundEntry } from '../options/objects';
import { leavingOf, leavingSteps, leftBehind } from '../options/leftBehind';
import { objectObstacle } from '../options/optionsObstacle';
import { nestedEdits, written } from './nestedOptions';

/** What is to be done to one of the objects that give a client's options. */
interface Draft {
  readonly replace: Map<ObjectEntry, string>;
  /** Entries that keep their value under another name. */
  readonly rename: Map<ObjectEntry, string>;
  readonly remove: Set<ObjectEntry>;
  readonly add: string[];
}

/**
 * Plans the edit of a client whose options are named arguments. A name that comes twice is an error there, so an option is
 * changed where it is given: in the call, or in what is spread into it.
 */
export function planNamed(context: PlanContext, client: Client, endpoint: ClientEndpoint, group: ClientGroup): ClientPlan {
  const { options } = client;
  if (options?.kind !== 'object') return { obstacle: 'its options are not in sight' };
  // The name of a model may stand alone before the options.
  const unnamed = endpoint.recipe.own?.routed ? 1 : (endpoint.recipe.own?.leading ?? 0);
  const { positional } = client.call.arguments.facts;
  if (positional.length > unnamed) return { obstacle: 'not all of its options are given by name' };
  const named = new NamedOptions(context, options);
  const wanted = endpoint.wantedIn(options.frame.module, options.fact.range.start, [options]);
  // What stands in objects of its own is changed there; each option that is left is one of the call.
  const leaving = leavingOf(endpoint.recipe, client.matched);
  const nested = nestedEdits(context, options, wanted.set, leaving);
  if ('obstacle' in nested) return nested;
  if (nested.edits.some(({ file }) => file !== options.frame.module.file))
    return { obstacle: 'its options are put together from several files' };
  const left = leftBehind(context, options, leaving);
  const obstacle = named.draft({ ...wanted, set: nested.rest }, left.keys());
  if (obstacle !== null) return { obstacle };
  const names = [...nested.rest.map(({ name }) => name), ...Object.keys(wanted.drop), ...Object.keys(wanted.rename ?? {})];
  const edits: LocatedEdit[] = [...nested.edits];
  for (const [object, draft] of named.drafts) {
    const reason = objectObstacle(context, client, object, names, endpoint.recipe, group, left);
    const source = sourceOf(context, object.frame.module);
    if (reason !== null || !source) return { obstacle: reason ?? 'its options are not in sight' };
    // Each module writes its own code: quotes, imports and the way to read the environment can differ.
    const { set } = endpoint.wantedIn(object.frame.module, object.fact.range.start, [options]);
    const properties = written(source.writing, set);
    const property = (name: string): Property[] => properties.filter((each) => each.name === name);
    const given = [...draft.replace].flatMap(([entry, name]) => property(name).map((each) => [entry, each] as const));
    const replace = new Map(given);
    const change = { replace, remove: draft.remove, add: draft.add.flatMap(property), addLast: endpoint.recipe.own?.leading !== undefined };
    const own = editNamed(source, object.fact, change, object === options ? spanOf(positional) : undefined);
    const code = set.filter(({ value }) => own.some(({ newText }) => newText.includes(value))).map(({ value }) => value);
    const imported = source.writing.importFor(code, object.fact.range.start);
    // The value of a name may be edited by itself.
    const renamed = [...draft.rename].map(([entry, name]) => renaming(source.text, entry, name));
    if (renamed.includes(null)) return { obstacle: 'an option of its stands in an unusual way' };
    edits.push(
      ...[...own, ...renamed.filter((each) => each !== null), ...(imported ? [imported] : [])].map((edit) => ({
        file: object.frame.module.file,
        ...edit,
      })),
    );
  }
  const imported = wanted.keyClass && keyClassImport(context, client, wanted.keyClass);
  const steps = [...endpoint.steps, ...nested.steps, ...leavingSteps(left.values(), leaving)];
  return { edits: imported ? [...edits, imported] : edits, steps };
}

/** From the first to the last of some arguments; undefined for none. */
function spanOf(given: readonly Expression[]): TextRange | undefined {
  const [first, last] = [given[0], given.at(-1)];
  return first && last ? { start: first.range.start, end: last.range.end } : undefined;
}

/** The edit of an entry's name alone: of a named argument, or of a text in quotes. */
function renaming(text: string, { range }: ObjectEntry, name: string): TextEdit | null {
  const found = /^(["']?)\w+(?=\1\s*[=:])/.exec(text.slice(range.start, range.end));
  if (!found) return null;
  const start = range.start + (found[1]?.length ?? 0);
  return { range: { start, end: range.start + found[0].length }, newText: name };
}

function keyClassImport({ analyses: { graph } }: PlanContext, { call }: Client, keyClass: NamedExport): LocatedEdit | null {
  const { file, expression } = call;
  const facts = graph.load(file);
  const edit = facts ? importBeside(facts, graph.text(file) ?? '', keyClass, expression.callee) : null;
  return edit && { file, ...edit };
}

class NamedOptions {
  readonly drafts = new Map<ObjectValue, Draft>();

  constructor(
    private readonly context: PlanContext,
    private readonly options: ObjectValue,
  ) {}

  /** Says which entries change; why it can't where that is so. */
  draft({ set, drop, rename = {}, remove = [] }: Wanted, left: Iterable<ObjectEntry>): string | null {
    for (const entry of left) this.#of(this.options).remove.add(entry);
    const missing: string[] = [];
    for (const { name } of set) {
      const found = this.#find(name);
      if (typeof found === 'string') return found;
      for (const each of found) this.#of(each.object).replace.set(each.entry, name);
      if (found.length === 0) missing.push(name);
    }
    for (const [name, successor] of Object.entries(drop)) {
      const found = this.#find(name);
      if (typeof found === 'string') return found;
      const taking = found.length === 1 ? (missing.find((each) => each === successor) ?? missing[0]) : undefined;
      for (const { object, entry } of found) {
        if (taking !== undefined) this.#of(object).replace.set(entry, taking);
        else this.#of(object).remove.add(entry);
      }
      if (taking !== undefined) missing.splice(missing.indexOf(taking), 1);
    }
    for (const name of [...Object.keys(rename), ...remove]) {
      const found = this.#find(name);
      if (typeof found === 'string') return found;
      for (const { object, entry } of found) {
        const next = rename[name];
        if (next === undefined) this.#of(object).remove.add(entry);
        else this.#of(object).rename.set(entry, next);
      }
    }
    if (missing.length > 0) this.#of(this.options).add.push(...missing);
    return null;
  }

  /** The entries that give an option, or why they are not to be told. */
  #find(name: string): readonly FoundEntry[] | string {
    const { linker } = this.context.analyses;
    const { found, certain } = lookUp(linker, this.options, name);
    if (!certain) return `what is spread into its options can hold \`${name}\` as well`;
    // One of several mappings that has the option says nothing of the others.
    const several = this.options.fact.entries.some(
      (entry) => entry.kind === 'spread' && alternativesOf(linker.evaluate(entry.value, this.options.frame)).length > 1,
    );
    return several && found.some(({ object }) => object.fact !== this.options.fact)
      ? `\`${name}\` is in one of several mappings that are spread into its options`
      : found;
  }

  #of(object: ObjectValue): Draft {
    const known = [...this.drafts].find(([each]) => each.fact === object.fact);
    if (known) return known[1];
    const draft: Draft = { replace: new Map(), rename: new Map(), remove: new Set(), add: [] };
    this.drafts.set(object, draft);
    return draft;
  }
}
