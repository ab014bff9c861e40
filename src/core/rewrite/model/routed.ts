import { routedVendor } from '../../classify/model';
import type { Linker } from '../../link/linker';
import { alternativesOf, isAbsent, type Value } from '../../link/value';
import type { Routing } from '../../match/description';
import type { RoutedModel } from '../../match/rewriteRecipe';
import type { MatchedCall } from '../../match/matcher';
import { readSlot } from '../../match/slots';
import type { Client, ClientGroup, SiteRef } from '../clients';
import type { PlanContext } from '../context';
import { keyOf } from '../options/objects';

/** How a function that makes models of every provider is told which one: null for everything else. */
export function routedOf({ route }: MatchedCall): RoutedModel | null {
  return route.sdk.rewrite?.own?.routed ?? null;
}

/** True where the model's name itself says the provider (`openai:gpt-5`), whichever text it is; false where an option must. */
export function namesProvider({ route, operation }: MatchedCall): boolean {
  const { routing } = route.sdk;
  if (!routing || route.settings.has('provider') || operation.site?.kind !== 'model-binding') return false;
  const names = alternativesOf(route.settings.get('model') ?? { kind: 'unknown' });
  return names.every((each) => each.kind === 'literal' && providerIn(routing, String(each.value)) !== null);
}

/** A model's name as it must stand where a call named another one: with the provider before it where that one had one. */
export function routedName(matched: MatchedCall, model: string): string {
  const { provider } = matched.route.sdk.rewrite?.own ?? {};
  if (provider !== undefined) return provider + model;
  const routed = routedOf(matched);
  const separator = matched.route.sdk.routing?.separator;
  return routed && separator !== undefined && namesProvider(matched) ? `${routed.provider}${separator}${model}` : model;
}

/** True for a model without a name, which calls give it one by one. */
export function isUnnamed({ site }: SiteRef): boolean {
  return site.matched.every(
    (matched) => routedOf(matched) !== null && matched.operation.site?.kind === 'model-binding' && !matched.route.settings.has('model'),
  );
}

/** What keeps a model of such a function from moving: how calls choose others, and options that only the present provider knows. */
export function routedObstacle({ analyses: { linker } }: PlanContext, client: Client, group: ClientGroup): string | null {
  const routed = routedOf(client.matched);
  if (!routed) return null;
  const { positional, keywords } = client.call.arguments.facts;
  if (positional.length + keywords.length === 0) return 'it is given neither a model nor options';
  if (group.sites.some(({ site }) => site.matched.some((matched) => choosesProvider(linker, matched, routed))))
    return 'a call chooses another provider than the model has';
  const known = isOfProvider(client.matched, routed);
  for (const { fact, frame } of client.parts) {
    for (const entry of fact.entries) {
      const name = entry.kind === 'spread' ? null : keyOf(linker, { kind: 'object', fact, frame }, entry);
      if (name !== null && routed.hides.includes(name)) return `calls can choose its model by names that \`${name}\` makes`;
      const isModel = client.matched.route.sdk.rewrite?.own?.models.includes(name ?? '') === true;
      if (known || isModel || (name !== null && (name === routed.option || routed.keeps.includes(name)))) continue;
      return name === null
        ? 'options are spread into its model, and nothing shows which'
        : `its option \`${name}\` is not known to mean the same to other providers' models`;
    }
  }
  return null;
}

function choosesProvider(linker: Linker, { operation, call }: MatchedCall, routed: RoutedModel): boolean {
  const slot = operation.site?.kind === 'call' ? operation.settings?.provider : undefined;
  const given = slot === undefined ? undefined : readSlot(linker, call.arguments, slot);
  return given !== undefined && !alternativesOf(given).every((each) => isAbsent(each) || isText(each, routed.provider));
}

/** True where all texts that can name the model are of the provider whose class takes every address. */
export function isOfProvider({ route }: MatchedCall, { provider }: RoutedModel): boolean {
  const { routing } = route.sdk;
  const [named, model] = [route.settings.get('provider'), route.settings.get('model')];
  if (named) return alternativesOf(named).every((each) => isText(each, provider));
  if (!routing || !model) return false;
  const vendor = routing.vendors[provider];
  return alternativesOf(model).every((each) => each.kind === 'literal' && routedVendor(routing, String(each.value), null) === vendor);
}

function isText(value: Value, text: string): boolean {
  return value.kind === 'literal' && value.value === text;
}

function providerIn({ separator, vendors }: Routing, name: string): string | null {
  const split = separator === undefined ? -1 : name.indexOf(separator);
  const provider = name.slice(0, Math.max(split, 0));
  return split > 0 && Object.hasOwn(vendors, provider) ? provider : null;
}
