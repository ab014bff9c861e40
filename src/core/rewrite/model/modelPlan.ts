import type { Location, TextRange } from '../../text/range';
import { contains } from '../../text/range';
import { alternativesOf } from '../../link/value';
import type { SiteRef } from '../clients';
import type { LocatedEdit, PlanContext } from '../context';
import type { MatchedCall } from '../../match/matcher';
import type { VariableChange } from '../environment/variables';
import { recipeOf } from '../groupRecipe';
import type { ModelChange } from '../plan';
import type { ModelChoice } from './choices';
import { evidenceText } from './evidence';
import { modelPlaces, type ModelPlace } from './modelPlaces';
import { routedName } from './routed';
import { traceText, type Origin } from './trace';
import { keyOf, LiteralUses, type OtherUse } from './uses';

/** What is to be known of a call site once it has moved. */
export interface SiteNote {
  readonly ref: SiteRef;
  readonly reason: string;
}

/** The model edits of moving call sites; `blocked` call sites can't be given another model. */
export interface ModelPlan {
  readonly edits: readonly LocatedEdit[];
  readonly steps: readonly string[];
  readonly notes: readonly SiteNote[];
  readonly blocked: ReadonlyMap<SiteRef, string>;
  readonly changes: readonly ModelChange[];
  /** What environment variables must say, where they are set by the rewrite. */
  readonly variables: readonly VariableChange[];
  /** The ids that call sites named before, by call site. */
  readonly before: ReadonlyMap<SiteRef, readonly string[]>;
  /** The files in which the edits for a call site stand. */
  readonly files: ReadonlyMap<SiteRef, ReadonlySet<string>>;
}

/** A text, as the model's name that it is; `before`: what stands before that name in the text. */
type TextOrigin = Extract<Origin, { kind: 'text' }> & { readonly before: string };
type SlotOrigin = TextOrigin | Exclude<Origin, { kind: 'text' }>;

/** A place in which a call site names its model. */
interface ModelSlot {
  readonly ref: SiteRef;
  readonly found: ModelPlace;
  readonly place: Location;
  /** It stands within the call itself, not in an object made elsewhere. */
  readonly inCall: boolean;
  readonly origins: readonly SlotOrigin[];
  /** What stands before a model's name where the code does not decide it. */
  readonly before: string;
  /** The model's name alone says who is asked. */
  readonly asks: boolean;
  /** A model's id as it must stand here. */
  readonly written: (model: string) => string;
  /** What takes a model's place; of null: of one that the code does not decide. */
  readonly choice: (id: string | null) => ModelChoice;
}

/** Plans new models for call sites that move together. */
export function planModels(context: PlanContext, moving: readonly SiteRef[]): ModelPlan {
  return new ModelPlanner(context, moving).plan();
}

class ModelPlanner {
  readonly #edits = new Map<string, LocatedEdit>();
  readonly #steps: string[] = [];
  readonly #notes: SiteNote[] = [];
  readonly #blocked = new Map<SiteRef, string>();
  readonly #changes = new Map<string, ModelChange>();
  readonly #variables: VariableChange[] = [];
  readonly #before = new Map<SiteRef, string[]>();
  readonly #files = new Map<SiteRef, Set<string>>();
  readonly #uses: LiteralUses;

  constructor(
    private readonly context: PlanContext,
    private readonly moving: readonly SiteRef[],
  ) {
    this.#uses = new LiteralUses(context);
  }

  plan(): ModelPlan {
    const slots = this.moving.flatMap((ref) => this.#slotsOf(ref));
    const moved = slots.map(({ place }) => place);
    const staying = this.#staying();
    for (const slot of slots) this.#planSlot(slot, moved, staying);
    const changes = [...this.#changes.values()];
    return {
      edits: [...this.#edits.values()],
      steps: this.#steps,
      notes: this.#notes,
      blocked: this.#blocked,
      changes,
      variables: this.#variables,
      before: this.#before,
      files: this.#files,
    };
  }

  #slotsOf(ref: SiteRef): ModelSlot[] {
    const seen = new Set<string>();
    return ref.site.matched.flatMap((matched): ModelSlot[] => {
      const given = modelPlaces(this.context.analyses.linker, matched);
      if (!given) return [];
      const { surface, vendor, model: named } = ref.callSite;
      const usual = this.context.choices.of(named, surface, vendor);
      if (usual === null) {
        this.#blocked.set(ref, `no model of ${this.context.target.name} is known for ${surface ?? 'it'}`);
        return [];
      }
      if (given.found.length === 0 && !given.certain) this.#note(ref, this.#stays('what is spread into the call', usual.model));
      const { models } = matched.route.sdk.rewrite?.own ?? {};
      const goes = ({ property }: ModelPlace): boolean =>
        matched.route.exchange !== null && models !== undefined && property !== null && !models.includes(usualName(matched, property.name));
      const prefixed = this.#prefixOf(ref, matched);
      const choice = (id: string | null): ModelChoice => this.context.choices.of(id, surface, vendor) ?? usual;
      return given.found
        .filter((found) => !goes(found))
        .flatMap((found) => {
          const place: Location = { file: found.frame.module.file, range: found.range };
          if (seen.has(keyOf(place))) return [];
          seen.add(keyOf(place));
          const { call } = matched;
          const inCall = place.file === call.file && contains(call.expression.range, place.range);
          const origins = matched.route.deployment && isEmptyText(found) ? emptyOrigin(found, place.file) : tracedOf(this.context, found);
          const { before } = matched.route.held ?? { before: '' };
          return [
            {
              ref,
              found,
              place,
              inCall,
              origins: origins.flatMap((origin) => lookedUp(ref, found, origin)),
              before: found.isRest === true ? '' : before,
              asks: matched.route.sdk.rewrite?.own?.provider !== undefined,
              written: (model) => prefixed(routedName(matched, model)),
              choice,
            },
          ];
        });
    });
  }

  /** What models' names get before them in a call, as its SDK writes names that have a slash in them. */
  #prefixOf(ref: SiteRef, matched: MatchedCall): (model: string) => string {
    if (matched.route.sdk.rewrite?.modelPrefix === undefined) return (model) => model;
    const { modelPrefix = '' } = recipeOf(this.context, this.context.clients.groupOf(ref), matched) ?? {};
    return (model) => (model.includes('/') ? modelPrefix + model : model);
  }

  /** Literals that call sites which stay send as their model, with the place of one of them. */
  #staying(): ReadonlyMap<string, string> {
    const moving = new Set(this.moving);
    const staying = new Map<string, string>();
    for (const file of this.context.clients.files) {
      for (const ref of this.context.clients.sitesOf(file)) {
        if (moving.has(ref)) continue;
        for (const matched of ref.site.matched) {
          for (const at of this.#namedBy(matched)) staying.set(keyOf(at), this.context.place(file, ref.callSite.range.start));
        }
      }
    }
    return staying;
  }

  /** The literals that a call sends as its model: those at the places it names one in, and what a framework makes of a name. */
  #namedBy(matched: MatchedCall): Location[] {
    const { linker } = this.context.analyses;
    const traced = (modelPlaces(linker, matched)?.found ?? []).flatMap(({ value, frame }) => traceText(linker, value, frame));
    const model = matched.route.settings.get('model');
    return [
      ...traced.flatMap((origin) => (origin.kind === 'text' ? [origin.at] : [])),
      ...(model ? alternativesOf(model) : []).flatMap((each) => (each.kind === 'literal' ? [each.at] : [])),
    ];
  }

  #planSlot(slot: ModelSlot, moved: readonly Location[], staying: ReadonlyMap<string, string>): void {
    const { ref, origins } = slot;
    const model = slot.before + slot.choice(ref.callSite.model).model;
    if (slot.asks && origins.some(({ kind }) => kind !== 'text')) {
      this.#blocked.set(ref, 'its model, whose name says who is asked, can come from elsewhere');
      return;
    }
    const texts = origins.filter((origin) => origin.kind === 'text');
    this.#before.set(ref, [...(this.#before.get(ref) ?? []), ...texts.map(({ value }) => value)]);
    for (const text of texts) {
      const inline = text.via === null && slot.inCall;
      const other: OtherUse = inline ? { kind: 'none' } : this.#uses.other(text.at, moved, staying);
      // Where the text is only one of several values that one name can have, the name must keep its others.
      const open = origins.some((origin) => origin.kind !== 'text' && sameRange(origin.via, text.via));
      if (text.fits && (other.kind === 'none' || (other.kind === 'code' && open))) this.#editLiteral(slot, text);
      else if (!open && (text.via !== null || slot.inCall)) this.#replaceAtSite(slot, text);
      else this.#block(slot, text, other);
    }
    for (const origin of origins) {
      if (origin.kind === 'variable' && this.#isSetByFile(slot, origin.name, origins.length === 1))
        this.#setVariable(slot, origin.name, model);
      else if (origin.kind === 'variable')
        this.#note(ref, `the variable \`${origin.name}\` must name a model that ${this.context.target.name} serves, such as ${model}`);
      else if (origin.kind === 'undecided') this.#note(ref, this.#stays(origin.what, model));
    }
  }

  /** Whether the rewrite sets a variable in an environment file: one that alone names the model, or that such a file sets already. */
  #isSetByFile({ place }: ModelSlot, name: string, isAlone: boolean): boolean {
    const { request, analyses } = this.context;
    return request.style === 'env-file' && (isAlone || analyses.graph.environment(place.file).settings(name) !== undefined);
  }

  #setVariable({ ref, place, choice }: ModelSlot, variable: string, model: string): void {
    const { model: former } = ref.callSite;
    if (former !== null && former !== model) {
      const { alternative } = choice(former);
      this.#before.set(ref, [...(this.#before.get(ref) ?? []), former]);
      this.#changes.set(`${former}\u0000${model}`, { from: former, to: model, evidence: alternative ? evidenceText(alternative) : null });
    }
    this.#variables.push({ module: place.file, variable, value: model, holds: 'model', step: `Set ${variable} to ${model}` });
  }

  #stays(what: string, model: string): string {
    return `the model still comes from ${what}; it must be one that ${this.context.target.name} serves, such as ${model}`;
  }

  #editLiteral({ ref, choice, written }: ModelSlot, text: TextOrigin): void {
    const chosen = choice(text.value);
    const { model } = chosen;
    const { file, range } = text.at;
    const source = this.context.analyses.graph.text(file) ?? '';
    const writing = this.context.analyses.graph.load(file)?.writing;
    if (!writing) return;
    this.#edit(ref, file, range, writing.textLike(source.slice(range.start, range.end), text.before + written(model)), text.value, chosen);
    if (file !== ref.file && !this.context.request.files.includes(file)) {
      this.#note(ref, `\`${text.value}\` in ${this.context.nameOf(file)} is ${model} for every file that reads it`);
    }
  }

  /** Puts the model where the call site names it, and leaves the constant to its other readers. */
  #replaceAtSite({ ref, found, place, choice, written }: ModelSlot, text: TextOrigin): void {
    const chosen = choice(text.value);
    const model = text.before + written(chosen.model);
    const { writing } = found.frame.module;
    const { value, range, property } = found;
    const whole = text.via === null || (sameRange(text.via, value.range) && value.range.start === range.start);
    if (whole && property !== null && !ref.site.matched.some((matched) => isRenamed(matched, property.name))) {
      const original = (this.context.analyses.graph.text(place.file) ?? '').slice(range.start, range.end);
      this.#edit(ref, place.file, range, writing.property(property.name, writing.text(model), property.form, original), text.value, chosen);
    } else this.#edit(ref, place.file, text.via ?? range, writing.text(model), text.value, chosen);
  }

  #edit(ref: SiteRef, file: string, range: TextRange, newText: string, before: string, chosen: ModelChoice): void {
    const { model, alternative } = chosen;
    const key = keyOf({ file, range });
    this.#files.set(ref, (this.#files.get(ref) ?? new Set()).add(file));
    const known = this.#edits.get(key);
    if (known && known.newText !== newText) {
      this.#blocked.set(ref, `\`${before}\` is sent to models of different kinds`);
      return;
    }
    if (known) return;
    this.#edits.set(key, { file, range, newText });
    if (before !== '')
      this.#changes.set(`${before}\u0000${model}`, { from: before, to: model, evidence: alternative ? evidenceText(alternative) : null });
    this.#steps.push(`Ask for ${model} instead of ${before === '' ? 'the deployment' : before} (${this.context.place(file, range.start)})`);
  }

  #block({ ref }: ModelSlot, text: TextOrigin, other: OtherUse): void {
    const named = `its model \`${text.value}\` (${this.context.place(text.at.file, text.at.range.start)})`;
    const reason =
      other.kind === 'none' ? `the declared type of ${named} may not take another id` : `${named} is used elsewhere too (${other.at})`;
    this.#blocked.set(ref, reason);
  }

  #note(ref: SiteRef, reason: string): void {
    if (!this.#notes.some((note) => note.ref === ref && note.reason === reason)) this.#notes.push({ ref, reason });
  }
}

/** What the other class calls an option. */
function usualName({ route }: MatchedCall, name: string): string {
  return route.exchange?.renames?.[name] ?? name;
}

/** An origin as a name that tables are asked by: without what stands before the model's, and none where no provider is told by it. */
function lookedUp({ site }: SiteRef, { isRest }: ModelPlace, origin: Origin): readonly SlotOrigin[] {
  if (origin.kind !== 'text') return [origin];
  const asked = site.matched.filter(({ operation, route }) => operation.pick !== undefined && route.held !== null);
  if (asked.length === 0 || isRest === true) return [{ ...origin, before: '' }];
  const { before } =
    asked.flatMap(({ route }) => {
      const model = route.settings.get('model');
      return route.held && model?.kind === 'literal' && route.held.before + String(model.value) === origin.value ? route.held : [];
    })[0] ?? {};
  return before === undefined ? [] : [{ ...origin, value: origin.value.slice(before.length), before }];
}

/** True for the name of a property that gets another one where its request is written anew. */
function isRenamed({ route }: MatchedCall, name: string): boolean {
  return Object.values(route.sdk.rewrite?.translation?.calls ?? {}).some(({ model }) => model === name);
}

function tracedOf({ analyses }: PlanContext, { value, frame }: ModelPlace): readonly Origin[] {
  return traceText(analyses.linker, value, frame);
}

/** A client that names its deployment leaves its calls nothing to say: `model: ''`. */
function isEmptyText({ value }: ModelPlace): boolean {
  return value.kind === 'literal' && value.value === '';
}

function emptyOrigin({ value }: ModelPlace, file: string): readonly Origin[] {
  return [{ kind: 'text', value: '', at: { file, range: value.range }, via: null, fits: true }];
}

function sameRange(a: TextRange | null, b: TextRange | null): boolean {
  return a === b || (a !== null && b !== null && a.start === b.start && a.end === b.end);
}
