import { protocolNames } from '../../catalog/catalog';
import { alternativesOf, isAbsent, type Value } from '../../link/value';
import type { AmbientVariables } from '../../match/description';
import type { RewriteRecipe } from '../../match/rewriteRecipe';
import { baseUrlFor } from '../client/endpointCode';
import type { Client, ClientGroup } from '../clients';
import type { PlanContext } from '../context';
import { versionOf } from '../exchange/dependency';
import { entryValue, lookUp } from '../options/objects';
import { signingObstacle } from '../options/optionsObstacle';
import type { VariableChange } from './variables';

/** What becomes of a client whose code stays as it is: what its environment must say, or why that would not do. */
export type AmbientPlan = { readonly obstacle: string } | { readonly variables: readonly VariableChange[] };

/** Plans the variables of a client that comes by its address and its key from the environment. */
export function planAmbient(context: PlanContext, client: Client, group: ClientGroup): AmbientPlan {
  const recipe = client.matched.route.sdk.rewrite;
  const ambient = ambientOf(client);
  const url = recipe && baseUrlFor(context.target, recipe);
  if (recipe && ambient && url === undefined)
    return {
      obstacle: `${context.target.name} does not speak the ${protocolNames[recipe.protocol]} protocol, and its code would have to change`,
    };
  if (!recipe || !ambient || url === undefined) return { obstacle: unreadReason(client) };
  const obstacle =
    modelObstacle(context, client, recipe) ?? providerObstacle(context, client, group) ?? codeObstacle(context, client, recipe);
  if (obstacle !== null) return { obstacle };
  const { settings } = client.matched.route;
  const baseUrl = variableOf(settings.get('baseUrl'), ambient.baseUrl);
  if (baseUrl === null) return { obstacle: 'its base URL does not come from the environment alone' };
  const key = variableOf(settings.get('key'), ambient.key);
  if (key === null) return { obstacle: "its key does not come from the environment alone, and the vendor's would be sent to the target" };
  const { target } = context;
  const isBearer = target.bearer?.includes(recipe.protocol) === true && ambient.bearer !== undefined;
  if (isBearer && given(settings.get('key'))) return { obstacle: `its code gives the key as ${target.name} does not take it` };
  const { file } = client.call;
  const keyVariable = isBearer ? (ambient.bearer ?? key) : key;
  // Where code gives the key, the SDK does not look for its own.
  const keys = [ambient.bearer ?? [], given(settings.get('key')) ? [] : ambient.key].flat().filter((name) => name !== keyVariable);
  const unwanted = (variable: string, holds: VariableChange['holds']): VariableChange => ({
    module: file,
    variable,
    value: null,
    holds,
    step: `Comment ${variable} out: it would be sent to ${target.name} as well`,
  });
  return {
    variables: [
      { module: file, variable: baseUrl, value: url, holds: 'address', step: `Set ${baseUrl} to ${url}, where ${target.name} answers` },
      keyChange(context, file, keyVariable),
      ...(ambient.before ?? []).map((name) => ({
        ...unwanted(name, 'address'),
        step: `Comment ${name} out: it would go before ${baseUrl}`,
      })),
      ...keys.map((name) => unwanted(name, 'key')),
      ...ambient.others.map((name) => unwanted(name, 'other')),
    ],
  };
}

function keyChange({ target }: PlanContext, module: string, variable: string): VariableChange {
  const value = target.keyPlaceholder ?? `put-your-${target.keyVariable}-here`;
  const step =
    target.keyPlaceholder === null
      ? `Set ${variable} to a text in whose place the key of ${target.name} goes`
      : `Set ${variable} to "${value}", which ${target.name} does not check`;
  return { module, variable, value, holds: 'key', step };
}

/** What keeps a model that makes its client itself from being told its address by the environment. */
function modelObstacle({ target }: PlanContext, { matched: { route, sdk } }: Client, recipe: RewriteRecipe): string | null {
  if (!recipe.own) return null;
  if (!route.settings.has('model')) return `it names no model, and ${sdk.id} would ask for the vendor's`;
  // Such models are not made without a key of the usual kind, which is sent then.
  if (target.bearer?.includes(recipe.protocol) === true)
    return `${target.name} does not take the key as ${sdk.id} sends what it reads from the environment`;
  return recipe.own.constants ? `${target.name} needs options that its code does not give` : null;
}

/** Why an SDK's client is not told its address by the environment. */
function unreadReason({ matched: { route } }: Client): string {
  const { rewrite, baseUrlVariables = [] } = route.sdk;
  return rewrite?.exchange && baseUrlVariables.length > 0
    ? "its provider would go on in the vendor's own protocol, of which other servers heed a part only"
    : 'its SDK reads no address from the environment';
}

/** What keeps a provider of a framework from being left as it is. */
function providerObstacle({ analyses: { host } }: PlanContext, { call, matched }: Client, { sites }: ClientGroup): string | null {
  const { rewrite, packages } = matched.route.sdk;
  const { ambient } = rewrite?.exchange ?? {};
  if (!ambient) return null;
  const asked = sites.flatMap(({ site }) => site.matched).filter(({ operation }) => operation.site?.kind === 'model-binding');
  if (asked.some(({ operation, route }) => route.held !== null || ambient.unmoved[operation.site?.surface ?? ''] !== undefined))
    return Object.values(ambient.unmoved)[0] ?? null;
  const [name = ''] = packages;
  const version = versionOf(host, call.file, name);
  const major = /\d+/.exec(version ?? '')?.[0];
  return major !== undefined && Number(major) >= ambient.since
    ? null
    : `${name} reads an address from the environment from ${String(ambient.since)}.0 on, and ${version === null ? 'nothing shows which one it is' : `it is ${version}`}`;
}

/** What in a client's code speaks against leaving all to the environment. */
function codeObstacle({ analyses: { linker } }: PlanContext, client: Client, recipe: RewriteRecipe): string | null {
  const { call, parts, matched } = client;
  if (/^[a-z][a-z\d+.-]+:/i.test(call.file)) return 'its file has no folder yet, and with it no `.env`';
  const isGiven = (name: string | undefined): boolean =>
    name !== undefined &&
    parts.some((object) =>
      lookUp(linker, object, name).found.some((found) => alternativesOf(entryValue(linker, found)).some((value) => !isAbsent(value))),
    );
  const { writing } = call.arguments.frame.module;
  if (isGiven(recipe.browserOption) || (writing.variableStyle?.source === 'import.meta' && !given(matched.route.settings.get('baseUrl'))))
    return 'it runs in a browser, whose code reads no environment by itself';
  for (const object of parts) {
    const signing = signingObstacle(linker, object, recipe);
    if (signing !== null) return signing;
  }
  return null;
}

/** The variable that alone decides a setting; the SDK's own where code says nothing; null where something else can decide it. */
function variableOf(setting: Value | undefined, own: string): string | null {
  if (!given(setting)) return own;
  const names = alternativesOf(setting ?? { kind: 'unknown' })
    .filter((each) => !isAbsent(each) && !(each.kind === 'literal' && each.value === ''))
    .map((each) => (each.kind === 'variable' ? each.name : null));
  return names.length === 1 ? (names[0] ?? null) : null;
}

function given(setting: Value | undefined): boolean {
  return setting !== undefined && alternativesOf(setting).some((each) => !isAbsent(each));
}

/** What a client reads from the environment by itself: for telling whom else a change of it reaches. */
export function ambientOf(client: Client): AmbientVariables | undefined {
  const { operation, route } = client.matched;
  return operation.ambientVariables ?? route.sdk.rewrite?.exchange?.ambient?.variables;
}
