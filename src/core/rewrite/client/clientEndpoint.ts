import type { TargetRow } from '../../catalog/catalog';
import type { ModuleFacts, Writing } from '../../facts/moduleFacts';
import { alternativesOf, type ObjectValue } from '../../link/value';
import type { NamedExport } from '../../match/packages';
import type { ModelOptions, RewriteRecipe } from '../../match/rewriteRecipe';
import { optionsArgument, type Client } from '../clients';
import type { PlanContext } from '../context';
import { baseUrlFor, baseUrlVariable, endpointCode, variableStyleOf, type EndpointCode } from './endpointCode';
import type { Property } from '../options/objectEdit';
import { canImport } from '../exchange/importBeside';
import { requiresBefore } from '../exchange/pythonDependency';
import { entryValue, lookUp, type Lookup } from '../options/objects';
import { optionPlace, type Holder } from '../options/optionPlace';
import { namesProvider } from '../model/routed';
import { classExchangeOf, recipeFor } from '../recipe';
import type { EndpointStyle } from '../plan';

/** The options of a client that hold base URL and key. */
interface OptionNames {
  readonly holder: Holder;
  readonly baseUrl: string;
  /** The usual key option first. */
  readonly keys: readonly string[];
}

/** What is to become of a client's options. */
export interface Wanted {
  /** Properties that the options must have. */
  readonly set: readonly Property[];
  /** Options that must go because the client does not take them, with the one of {@link set} that can take the place of each. */
  readonly drop: Readonly<Record<string, string | null>>;
  /** Options that go on under other names. */
  readonly rename?: Readonly<Record<string, string>>;
  /** Options that must go, and nothing comes in their place. */
  readonly remove?: readonly string[];
  /** The class around the key, which the module must import where it does not have it. */
  readonly keyClass?: NamedExport;
}

/** How a client is told the target's address and key. */
export class ClientEndpoint {
  readonly #steps: string[] = [];

  private constructor(
    private readonly context: PlanContext,
    private readonly client: Client,
    readonly recipe: RewriteRecipe,
    readonly options: OptionNames,
    private readonly url: string,
  ) {}

  /** Null where base URL and key are not options of the client, or the target does not speak its protocol. */
  static of(context: PlanContext, client: Client): ClientEndpoint | null {
    const recipe = recipeFor(client.matched.route.sdk, context.target);
    const options = recipe && optionNames(context, client, recipe);
    const url = recipe && baseUrlFor(context.target, recipe);
    return recipe && options && url !== undefined ? new ClientEndpoint(context, client, recipe, options, url) : null;
  }

  /** What was asked for so far, in words. */
  get steps(): readonly string[] {
    return [...new Set(this.#steps)];
  }

  /** What options in a module are to be, as that module writes it. `objects`: all that give the client's options. */
  wantedIn(facts: ModuleFacts, offset: number, objects: readonly ObjectValue[]): Wanted {
    const { context, client, recipe, url } = this;
    const { target, request } = context;
    const variables = variableStyleOf(facts, context.modules());
    const style = this.isBlind(facts, objects) ? 'literal' : request.style;
    const where = context.place(client.call.file, client.call.expression.calleeRange.start);
    this.#steps.push(pointStep(target, recipe, style, { where, url, prefix: variables.prefix }));
    return this.#wanted(endpointCode(target, recipe, style, { writing: facts.writing, variables, offset }), facts.writing, objects);
  }

  /** True for code in a browser that does not read the environment: how it could, if at all, is its bundler's affair. */
  isBlind(facts: ModuleFacts, objects: readonly ObjectValue[]): boolean {
    const { linker } = this.context.analyses;
    const { browserOption } = this.recipe;
    if (browserOption === undefined || facts.writing.variableStyle) return false;
    return objects.some((object) =>
      lookUp(linker, object, browserOption).found.some((found) =>
        alternativesOf(entryValue(linker, found)).some((value) => value.kind === 'literal' && value.value === true),
      ),
    );
  }

  #wanted(code: EndpointCode, writing: Writing, objects: readonly ObjectValue[]): Wanted {
    const { recipe, options, context, client } = this;
    if (recipe.own) return this.#wantedOfModel(recipe.own, code, writing, objects);
    const baseUrl: Property = { name: options.baseUrl, value: code.baseUrl };
    const usual = options.keys[0] ?? '';
    const dropped = classExchangeOf(client.matched, context.target)?.drop ?? {};
    if (recipe.authorization === true) {
      const header: Property = { name: `${recipe.headersOption}.Authorization`, value: `${writing.text('Bearer ')} + ${code.key}` };
      return {
        set: [baseUrl, { name: usual, value: code.key }, header],
        drop: { ...dropped, ...Object.fromEntries(options.keys.slice(1).map((each) => [each, usual])) },
      };
    }
    const bearer = context.target.bearer?.includes(recipe.protocol) === true ? recipe.bearerOption : undefined;
    const name = bearer ?? usual;
    const key: Property = { name, value: code.key };
    // Other keys are ruled out by name, or the SDK would read the vendor's own from the environment and send it along.
    const others = options.keys.filter((each) => each !== name).map((each): Property => ({ name: each, value: 'null' }));
    const { exchange } = recipe;
    const isOther = exchange && !client.matched.route.sdk.packages.includes(exchange.package);
    const named: Property[] =
      isOther && exchange.nameOption !== undefined ? [{ name: exchange.nameOption, value: writing.text(context.target.id) }] : [];
    const own: Property[] = isOther
      ? Object.entries(exchange.options).map(([option, value]) => ({ name: option, value: String(value) }))
      : [];
    const added = Object.entries(recipe.adds ?? {}).map(([option, value]): Property => ({ name: option, value: writing.text(value) }));
    return {
      set: [...named, baseUrl, ...added, key, ...others, ...own, ...this.#changed(objects)],
      drop: { ...Object.fromEntries((recipe.drops ?? []).map((name) => [name, null])), ...dropped },
      remove: isOther ? (exchange.drops ?? []) : [],
    };
  }

  /** Options that have another value from then on, where they are given. */
  #changed(objects: readonly ObjectValue[]): Property[] {
    const given = (name: string): boolean => objects.some((object) => lookUp(this.context.analyses.linker, object, name).found.length > 0);
    return Object.entries(this.recipe.sets ?? {}).flatMap(([name, value]) => (given(name) ? [{ name, value }] : []));
  }

  /** What a model that makes its own client must have: address and key, and a model where it would choose the vendor's. */
  #wantedOfModel(own: ModelOptions, code: EndpointCode, writing: Writing, objects: readonly ObjectValue[]): Wanted {
    const { context, client, recipe } = this;
    const looked = (name: string): readonly Lookup[] => objects.map((object) => lookUp(context.analyses.linker, object, name));
    const given = (name: string): boolean => looked(name).some(({ found }) => found.length > 0);
    // Versions differ in which of the options they read, so the usual one is always given.
    const keys = own.keys.filter((name, index) => index === 0 || given(name));
    const { target } = context;
    const { operation, route } = client.matched;
    const model = context.choices.of(null, operation.site?.surface ?? 'chat')?.model ?? null;
    const isOpen = (name: string): boolean => given(name) || looked(name).some(({ certain }) => !certain);
    const exchange = classExchangeOf(client.matched, target);
    // What another class calls a model's name goes with its other options.
    const isText = exchange !== undefined && this.options.holder === 1;
    const hasName = exchange ? isText : own.routed !== undefined || route.settings.has('model');
    const renamed = Object.entries(exchange?.renames ?? {}).flatMap(([name, next]) => (own.models.includes(next) ? [name] : []));
    const isNamed = hasName || [...own.models, ...renamed].some(isOpen);
    // Ruled out by name where it is not used: the SDK would read the vendor's own token from the environment and send it along.
    const isBearer = target.bearer?.includes(recipe.protocol) === true;
    const keyClass = keyClassIn(context, client, own, objects);
    const key = keyClass ? `${keyClass.name}(${code.key})` : code.key;
    return {
      set: [
        ...(own.routed && !namesProvider(client.matched) ? [{ name: own.routed.option, value: writing.text(own.routed.provider) }] : []),
        ...(isNamed || model === null ? [] : [{ name: own.models[0] ?? 'model', value: writing.text(model) }]),
        ...(own.named ? [{ name: own.baseUrl, value: code.baseUrl }] : []),
        ...keys.map((name) => ({ name, value: key })),
        ...(own.named ? [] : [{ name: own.baseUrl, value: code.baseUrl }]),
        ...(own.bearer === undefined ? [] : [{ name: own.bearer, value: isBearer ? code.key : 'null' }]),
        ...Object.entries(own.constants ?? {}).map(([name, value]) => ({ name, value: writing.constant(value) })),
        ...(recipe.authorization === true
          ? [{ name: `${recipe.headersOption}.Authorization`, value: `${writing.text('Bearer ')} + ${code.key}` }]
          : []),
      ],
      drop: { ...own.aliases, ...exchange?.drop },
      ...(exchange?.renames && { rename: exchange.renames }),
      ...(keyClass && { keyClass }),
    };
  }
}

/** The class that a key is to be wrapped in: where the code gives no key yet, or does so already. Null where a plain text is given. */
function keyClassIn(
  { analyses: { linker, graph, host } }: PlanContext,
  { call }: Client,
  { keyClass, keys, aliases = {} }: ModelOptions,
  objects: readonly ObjectValue[],
): NamedExport | null {
  if (!keyClass) return null;
  const names = [...keys, ...Object.entries(aliases).flatMap(([name, usual]) => (keys.includes(usual) ? [name] : []))];
  const given = objects.flatMap((object) => names.flatMap((name) => lookUp(linker, object, name).found));
  const isWrapped = given.every(({ object, entry }) => {
    const { start, end } = entry.value.range;
    if (object.frame.module.file !== call.file) return false;
    return (graph.text(object.frame.module.file) ?? '').slice(start, end).startsWith(`${keyClass.name}(`);
  });
  const facts = graph.load(call.file);
  if (given.length === 0 && requiresBefore(host, call.file, keyClass.since)) return null;
  return isWrapped && facts && canImport(facts, graph.text(call.file) ?? '', keyClass, call.expression.callee) ? keyClass : null;
}

/** Read off the description's slots: properties of one argument, dotted where they stand in others, or named arguments. */
function optionNames({ analyses, target }: PlanContext, { matched, call }: Client, { exchange, own }: RewriteRecipe): OptionNames | null {
  if (own) return { holder: optionsArgument(analyses.linker, call, own), baseUrl: own.baseUrl, keys: own.keys };
  if (exchange) return { holder: 0, baseUrl: exchange.baseUrlOption, keys: [exchange.keyOption] };
  const { baseUrl, key } = matched.operation.settings ?? {};
  const other = classExchangeOf(matched, target);
  if (baseUrl === undefined || key === undefined) return null;
  const places = [baseUrl, key].map((slot) => (typeof slot === 'string' ? [slot] : slot).map(optionPlace));
  const all = places.flat();
  const holder = all[0]?.holder;
  if (holder === undefined || all.some((place) => place.holder !== holder || place.path.length === 0)) return null;
  if (other) return { holder, baseUrl: other.baseUrl, keys: other.keys };
  const names = places.map((each) => each.map(({ path }) => path.join('.')));
  return { holder, baseUrl: names[0]?.[0] ?? '', keys: names[1] ?? [] };
}

interface Point {
  readonly where: string;
  readonly url: string;
  /** What variables of the file's environment start with. */
  readonly prefix: string;
}

function pointStep(target: TargetRow, recipe: RewriteRecipe, style: EndpointStyle, { where, url, prefix }: Point): string {
  const variable = style === 'environment' ? `, or where ${prefix}${baseUrlVariable(target, recipe)} says` : '';
  const key =
    target.keyPlaceholder === null || style === 'environment'
      ? `the key from ${prefix}${target.keyVariable}`
      : `the key "${target.keyPlaceholder}", which ${target.name} does not check`;
  return `Point the client (${where}) at ${target.name}: ${url}${variable}, with ${key}`;
}
