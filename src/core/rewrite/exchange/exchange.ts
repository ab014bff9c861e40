import type { TargetRow } from '../../catalog/catalog';
import type { Expression } from '../../facts/expression';
import type { ImportFact, ModuleFacts } from '../../facts/moduleFacts';
import { alternativesOf, type CallValue } from '../../link/value';
import type { ProviderExchange, RewriteRecipe, Slot } from '../../match/description';
import type { MatchedCall } from '../../match/matcher';
import { parseSlot } from '../../match/slots';
import { contains, type TextRange } from '../../text/range';
import type { Client, ClientGroup } from '../clients';
import type { LocatedEdit, PlanContext } from '../context';
import { dependencyEdit } from './dependency';
import { baseUrlFor, baseUrlVariable, endpointCode, variableStyleOf } from '../client/endpointCode';
import { endOfStatement, importEdits, localOf, type NeededImport } from './importEdits';
import { modelFor } from '../model/models';
import { entryValue, lookUp } from '../options/objects';

/** A provider's name in the code that becomes another one: of a ready-made provider, or of the function that makes one. */
export interface ProviderUse {
  readonly kind: 'provider' | 'factory' | 'named';
  readonly file: string;
  /** The name; for a model that text alone names, that text. */
  readonly name: TextRange;
  /** What the provider is asked for in this place, with the range of the member that asks now; for factories `null`. */
  readonly model: { readonly now: TextRange; readonly asked: string } | null;
  readonly recipe: RewriteRecipe;
  readonly exchange: ProviderExchange;
}

/** What exchanging the providers of a group asks of the files it is in. */
export type ExchangePlan = { readonly obstacle: string } | { readonly uses: readonly ProviderUse[] };

/** The names that must become others for a group to move; none where its providers' names stay. */
export function exchangesOf(context: PlanContext, group: ClientGroup): ExchangePlan {
  const uses: ProviderUse[] = [];
  for (const client of group.clients) {
    const { exchange } = client.matched.route.sdk.rewrite ?? {};
    if (!exchange || client.binding) continue;
    const found = factoryUse(context, client, exchange);
    if (typeof found === 'string') return { obstacle: found };
    uses.push(...found);
  }
  for (const ref of group.sites) {
    for (const matched of ref.site.matched) {
      const recipe = matched.route.sdk.rewrite;
      if (!recipe?.exchange || matched.route.binding?.expression !== matched.call.expression) continue;
      const { from, site } = matched.operation;
      if (from === undefined && site?.kind !== 'model-binding') continue;
      const found =
        from === undefined
          ? modelUse(context, matched, recipe, recipe.exchange)
          : namedUse(context, matched, { recipe, exchange: recipe.exchange, from });
      if (typeof found === 'string') return { obstacle: found };
      uses.push(found);
    }
  }
  return { uses };
}

function factoryUse(context: PlanContext, { call, matched }: Client, exchange: ProviderExchange): readonly ProviderUse[] | string {
  if (isOwn(matched, exchange)) return [];
  const { callee, construct } = call.expression;
  const found = importOf(context, call, callee);
  if (construct || !found) return 'the function that makes its provider is not imported by name in this file';
  const recipe = matched.route.sdk.rewrite;
  return recipe ? [{ kind: 'factory', file: call.file, name: callee.range, model: null, recipe, exchange }] : [];
}

/** True for a package whose provider can be pointed elsewhere as it is. */
function isOwn({ route }: MatchedCall, exchange: ProviderExchange): boolean {
  return route.sdk.packages.includes(exchange.package);
}

function modelUse(context: PlanContext, matched: MatchedCall, recipe: RewriteRecipe, exchange: ProviderExchange): ProviderUse | string {
  const { call, operation, route } = matched;
  if (call.arguments.facts.positional.length > 1) return 'it gives settings beside the model, which only the vendor knows';
  const { callee } = call.expression;
  const object = callee.kind === 'member' ? callee.object : callee;
  const now: TextRange = { start: object.range.end, end: callee.range.end };
  const isPlain = /^(?:\s*\??\.\s*[\p{ID_Continue}$]+|!|\))?$/u.test(
    (context.analyses.graph.text(call.file) ?? '').slice(now.start, now.end),
  );
  if (!isPlain) return 'its provider is asked for the model in an unusual way';
  const model = { now, asked: operation.site?.surface ?? 'chat' };
  // A provider that the code makes keeps its name.
  if (route.client) return { kind: 'provider', file: call.file, name: { start: now.start, end: now.start }, model, recipe, exchange };
  if (!importOf(context, call, object)) return 'its provider is not imported by name in this file';
  return { kind: 'provider', file: call.file, name: object.range, model, recipe, exchange };
}

/** A model that is named by text alone, where the code gives it as a property of its own. */
function namedUse(
  { analyses: { linker, graph } }: PlanContext,
  { call, operation }: MatchedCall,
  { recipe, exchange, from }: { readonly recipe: RewriteRecipe; readonly exchange: ProviderExchange; readonly from: Slot },
): ProviderUse | string {
  const { argument, path } = parseSlot(typeof from === 'string' ? from : (from[0] ?? ''));
  const [name, ...deeper] = path;
  const options = typeof argument === 'number' ? linker.positional(call.arguments, argument) : undefined;
  const { found, certain } = options && name !== undefined ? lookUp(linker, options, name) : { found: [], certain: false };
  const [place, ...others] = found;
  const apart = 'its model is named by a text that is given apart from the call';
  if (!place || others.length > 0 || !certain || deeper.length > 0 || place.object.frame.module.file !== call.file) return apart;
  const { range } = place.entry.value;
  const isPlain = /^(?:\w+|"[^"]*"|'[^']*')\s*:\s*$/.test((graph.text(call.file) ?? '').slice(place.entry.range.start, range.start));
  const isText = alternativesOf(entryValue(linker, place)).every((value) => value.kind === 'literal');
  if (!isPlain || !isText) return apart;
  return { kind: 'named', file: call.file, name: range, model: { now: range, asked: operation.site?.surface ?? 'chat' }, recipe, exchange };
}

/** The statement that imports a name of a package into the file of a call. */
function importOf({ analyses }: PlanContext, { file }: CallValue, name: Expression): ImportFact | undefined {
  if (name.kind !== 'name') return undefined;
  return analyses.graph
    .load(file)
    ?.imports?.find(
      (fact) => fact.named && !fact.typeOnly && fact.names.some(({ references }) => references.some((each) => contains(name.range, each))),
    );
}

/** What exchanges come to in all files. */
export interface Exchanged {
  readonly edits: readonly LocatedEdit[];
  readonly steps: readonly string[];
  /** What the user has to do, by file. */
  readonly notes: ReadonlyMap<string, string>;
}

/** The edits for all uses of exchanged providers: names, members, imports, and one provider of the target's in each file. */
export function planExchanges(
  context: PlanContext,
  uses: readonly ProviderUse[],
): { readonly obstacle: string; readonly file: string } | Exchanged {
  const edits: LocatedEdit[] = [];
  const steps: string[] = [];
  const notes = new Map<string, string>();
  for (const file of new Set(uses.map((use) => use.file))) {
    const facts = context.analyses.graph.load(file);
    const text = context.analyses.graph.text(file);
    if (!facts || text === undefined) return { obstacle: 'its file is not in sight', file };
    const planned = new FilePlan(
      context,
      facts,
      text,
      uses.filter((use) => use.file === file),
    ).plan();
    edits.push(...planned.edits.map((edit) => ({ file, ...edit })));
    steps.push(...planned.steps);
    for (const need of planned.packages) {
      const dependency = dependencyEdit(context.analyses.host, file, need);
      if (dependency.kind === 'edit') {
        edits.push(dependency.edit);
        steps.push(dependency.step);
      } else if (dependency.kind === 'note') notes.set(file, dependency.reason);
    }
  }
  return { edits, steps, notes };
}

class FilePlan {
  readonly #needed: NeededImport[] = [];
  readonly #packages = new Map<string, ProviderExchange>();

  constructor(
    private readonly context: PlanContext,
    private readonly facts: ModuleFacts,
    private readonly text: string,
    private readonly uses: readonly ProviderUse[],
  ) {}

  plan(): {
    readonly edits: readonly Omit<LocatedEdit, 'file'>[];
    readonly steps: readonly string[];
    readonly packages: readonly ProviderExchange[];
  } {
    const edits: Omit<LocatedEdit, 'file'>[] = [];
    const steps: string[] = [];
    const gone: TextRange[] = [];
    const ready = this.uses.filter((use) => use.kind !== 'factory' && use.name.start < use.name.end);
    const chosen = this.#choose(ready);
    const provider = chosen ? this.#fresh(providerName(this.context.target)) : null;
    for (const use of this.uses) {
      if (use.kind === 'factory') {
        gone.push(use.name);
        edits.push({ range: use.name, newText: this.#factory(use.exchange) });
        continue;
      }
      if (use.kind === 'named') {
        if (chosen && provider !== null) edits.push(this.#model(use, chosen.exchange, provider, steps));
        continue;
      }
      const isReady = use.name.start < use.name.end;
      const exchange = isReady && chosen ? chosen.exchange : use.exchange;
      if (isReady && provider !== null) {
        gone.push(use.name);
        edits.push({ range: use.name, newText: provider });
      }
      const member = memberOf(exchange, use.model?.asked);
      const newText = member === '' ? '' : `.${member}`;
      const now = use.model?.now;
      if (now && newText !== this.text.slice(now.start, now.end)) edits.push({ range: now, newText });
    }
    const helper = chosen && provider !== null ? [this.#helper(chosen, provider)] : [];
    if (chosen && provider !== null) steps.push(this.#step(chosen, provider));
    // A new import can start where the provider does, and must come first.
    edits.push(...importEdits(this.facts, this.text, this.#needed, gone), ...helper);
    return { edits, steps, packages: [...this.#packages.values()] };
  }

  /** One provider serves the file: that of a package which is imported already, if there is one. */
  #choose(ready: readonly ProviderUse[]): ProviderUse | null {
    const imported = this.#imported();
    return ready.find(({ exchange }) => imported.has(exchange.package)) ?? ready[0] ?? null;
  }

  /** A model of the target's in place of a text that named the vendor's. */
  #model({ name, model }: ProviderUse, exchange: ProviderExchange, provider: string, steps: string[]): Omit<LocatedEdit, 'file'> {
    const { analyses, target, request } = this.context;
    const place = this.context.place(this.facts.file, name.start);
    const asked = model?.asked ?? 'chat';
    const id = modelFor(analyses.catalog, target, request.model, asked) ?? target.models.chat;
    const member = memberOf(exchange, asked);
    steps.push(`Ask for ${id} instead of ${this.text.slice(name.start, name.end)} (${place})`);
    return {
      range: name,
      newText: `${provider}${member === '' ? '' : `.${member}`}(${this.facts.writing.text(id)})`,
      declares: true,
    };
  }

  #imported(): ReadonlySet<string> {
    return new Set((this.facts.imports ?? []).map(({ specifier }) => specifier));
  }

  /** The local name of a factory, which is imported where it is not yet. */
  #factory(exchange: ProviderExchange): string {
    const need: NeededImport = { package: exchange.package, name: exchange.factory };
    const known = localOf(this.facts, need);
    if (known !== null) return known;
    this.#needed.push(need);
    if (!this.#imported().has(exchange.package)) this.#packages.set(exchange.package, exchange);
    return exchange.factory;
  }

  /** A name that the file does not have. */
  #fresh(name: string): string {
    const taken = (each: string): boolean => new RegExp(`(?<![\\p{ID_Continue}$])${each}(?![\\p{ID_Continue}$])`, 'u').test(this.text);
    if (!taken(name)) return name;
    for (let index = 1; ; index++) {
      const next = `${name}Provider${index === 1 ? '' : String(index)}`;
      if (!taken(next)) return next;
    }
  }

  /** The provider that asks the target, behind the imports that stand before its first use. */
  #helper({ recipe, exchange }: ProviderUse, name: string): Omit<LocatedEdit, 'file'> {
    const { target, request } = this.context;
    const { writing } = this.facts;
    const first = Math.min(...this.uses.map((use) => use.name.start));
    const variables = variableStyleOf(this.facts, this.context.modules());
    const code = endpointCode(target, recipe, request.style, { writing, variables, offset: first });
    const before = (this.facts.imports ?? []).filter(({ range }) => range.end <= first).at(-1);
    const found = this.text.indexOf('\n', before?.range.end ?? 0);
    const lineEnd = found < 0 ? this.text.length : this.text.charAt(found - 1) === '\r' ? found - 1 : found;
    const at = before ? lineEnd : 0;
    const properties = [
      ...(exchange.nameOption === undefined ? [] : [writing.property(exchange.nameOption, writing.text(target.id), 'literal')]),
      writing.property(exchange.baseUrlOption, code.baseUrl, 'literal'),
      writing.property(exchange.keyOption, code.key, 'literal'),
      ...Object.entries(exchange.options).map(([option, value]) => writing.property(option, String(value), 'literal')),
    ];
    const indent = before ? (/(?:^|\n)([ \t]*)$/.exec(this.text.slice(0, before.range.start))?.[1] ?? '') : '';
    const lines = properties.map((each) => `${writing.lineBreak}${indent}${writing.indent}${each},`).join('');
    const end = before ? endOfStatement(this.text, before) : ';';
    const created = `${indent}const ${name} = ${this.#factory(exchange)}({${lines}${writing.lineBreak}${indent}})${end}`;
    return {
      range: { start: at, end: at },
      newText: before ? `${writing.lineBreak}${writing.lineBreak}${created}` : `${created}${writing.lineBreak}`,
      declares: true,
    };
  }

  #step({ recipe, exchange }: ProviderUse, name: string): string {
    const { target, request } = this.context;
    const { prefix } = variableStyleOf(this.facts, this.context.modules());
    const variable = request.style === 'environment' ? `, or where ${prefix}${baseUrlVariable(target, recipe)} says` : '';
    return `Make the provider \`${name}\` by ${exchange.factory} (${this.context.nameOf(this.facts.file)}): ${baseUrlFor(target, recipe) ?? ''}${variable}`;
  }
}

function memberOf(exchange: ProviderExchange, asked: string | undefined): string {
  return exchange.models[asked ?? 'chat']?.member ?? exchange.models.chat?.member ?? '';
}

/** A target's id as a name in code: `llamaCpp`. */
function providerName({ id }: TargetRow): string {
  return id
    .replace(/[^\p{ID_Continue}]+(\p{ID_Continue})?/gu, (_, next: string | undefined) => (next ?? '').toUpperCase())
    .replace(/^\d/, '_$&');
}
