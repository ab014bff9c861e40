import { protocolNames, type Catalog, type TargetRow } from '../../catalog/catalog';
import type { Linker } from '../../link/linker';
import { alternativesOf } from '../../link/value';
import type { MatchedCall } from '../../match/matcher';
import type { RewriteRecipe } from '../../match/rewriteRecipe';
import { exchangedSurface } from '../exchange/exchangedSurface';
import { recipeFor, waysOf } from '../recipe';
import { factOf, wordsOf } from './featureFacts';
import { usedFeatures } from './features';

/**
 * What keeps a call site from moving. The one predicate behind both the planner's refusals and a call site's portability, so
 * that what is promised is what is done.
 */
export type Obstacle =
  /** Nothing open offers the operation. */
  | { readonly kind: 'locked'; readonly reason: string }
  /** The code around the call would have to change as well. */
  | { readonly kind: 'shape'; readonly reason: string }
  /** The target does not offer what is asked. */
  | { readonly kind: 'surface'; readonly reason: string }
  | { readonly kind: 'feature'; readonly feature: string; readonly reason: string };

/** Surfaces as people call them, where the name alone does not say it. */
const surfaceWords: Readonly<Record<string, string>> = {
  chat: 'chat completions',
  completions: 'text completions',
  responses: 'the Responses API',
  messages: 'the Messages API',
  models: 'a list of models',
  'count-tokens': 'token counts',
  images: 'image generation',
  speech: 'speech',
  rerank: 'reranking',
};

/** What keeps an operation from moving anywhere by base URL, key and model alone. */
export function operationObstacle(matched: MatchedCall, recipe = matched.route.sdk.rewrite): Obstacle | null {
  const { operation, route } = matched;
  if (operation.locked !== undefined) return { kind: 'locked', reason: operation.locked };
  if (operation.site?.kind === 'http') {
    return { kind: 'shape', reason: 'URL, key and model of the raw request are written out by hand' };
  }
  if (operation.unmoved !== undefined) return { kind: 'shape', reason: operation.unmoved };
  if (!recipe) {
    const asked = operation.site?.surface;
    if (asked !== undefined && route.sdk.noCounterpart === true)
      return { kind: 'surface', reason: `no open-weight server answers ${surfaceWords[asked] ?? asked} in the same form` };
    return {
      kind: 'shape',
      reason: route.sdk.unmoved ?? `${route.sdk.id} cannot be pointed at an open endpoint without changing the code around it`,
    };
  }
  if (route.deployment && !recipe.exchange && !route.exchange)
    return { kind: 'shape', reason: 'it names a deployment through a client class of its own, which only this vendor answers' };
  if (route.vendor !== null && route.vendor !== route.sdk.vendor && !recipe.exchange && !route.exchange)
    return { kind: 'shape', reason: 'its client is made in a way of its own, which only this vendor answers' };
  const isNamed = recipe.exchange?.addsModel === true || (recipe.own !== undefined && operation.site?.kind === 'model-binding');
  const own = isNamed ? undefined : defaultModel(matched);
  if (own !== undefined) return { kind: 'shape', reason: `it names no model, and ${matched.sdk.id} would ask for ${own}` };
  const surface = operation.site?.surface;
  if (surface !== undefined && !recipe.surfaces.includes(surface)) {
    return { kind: 'surface', reason: `no open-weight server answers ${surfaceWords[surface] ?? surface} in the same form` };
  }
  return null;
}

/** The vendor's model that a framework asks its client for where the code names none. */
function defaultModel({ operation, route, sdk }: MatchedCall): string | undefined {
  const asks = operation.site !== undefined && operation.site.kind !== 'client';
  return asks && !route.settings.has('model') ? (operation.defaultModel ?? sdk.defaultModel) : undefined;
}

/** What keeps a call from moving to one target. `recipe`: how its client moves there. */
export function targetObstacle(
  linker: Linker,
  matched: MatchedCall,
  target: TargetRow,
  recipe = recipeFor(matched.route.sdk, target),
): Obstacle | null {
  return operationObstacle(matched, recipe) ?? missingSurface(matched, target, recipe) ?? featureObstacle(linker, matched, target);
}

/** What keeps an operation from moving to a target in one of the ways that there are. */
export function wayObstacle(matched: MatchedCall, target: TargetRow, way: RewriteRecipe): Obstacle | null {
  return operationObstacle(matched, way) ?? missingSurface(matched, target, way);
}

/** What models that do not answer in text are asked for, by their modality: chat servers of open models answer in text alone. */
const answers: Readonly<Record<string, string>> = { image: 'pictures', speech: 'speech', video: 'videos' };
const inText: ReadonlySet<string> = new Set(['chat', 'responses', 'messages']);

/** What keeps a call from moving because of the model it names: one that answers with something else than text. */
export function modelObstacle(catalog: Catalog, { operation, route }: MatchedCall): Obstacle | null {
  const model = route.settings.get('model');
  if (!model || !inText.has(operation.site?.surface ?? '')) return null;
  for (const each of alternativesOf(model)) {
    const { modality } = each.kind === 'literal' ? catalog.model(String(each.value)) : { modality: null };
    const made = answers[modality ?? ''];
    if (made !== undefined)
      return { kind: 'locked', reason: `its model answers with ${made}, and no open-weight server does so in a chat` };
  }
  return null;
}

/** What a target lacks of what a call asks for. */
export function featureObstacle(linker: Linker, matched: MatchedCall, target: TargetRow): Obstacle | null {
  const exchanged = matched.route.exchange !== null || recipeFor(matched.route.sdk, target)?.classes !== undefined;
  return missingFeature(usedFeatures(linker, matched, exchanged), target);
}

/** Whether some target answers what a surface is for, in whatever form. Surfaces that run any kind of model (`predictions`) say too little. */
export function isOffered(catalog: Catalog, surface: string): boolean {
  return unspecific.has(surface) || [...catalog.targets.values()].some(({ surfaces }) => Object.values(surfaces).flat().includes(surface));
}

const unspecific: ReadonlySet<string> = new Set(['predictions', 'predict', 'tasks']);

/** What locks a call that only another form of code could move: that no target has anything to move it to. */
export function unofferedObstacle(catalog: Catalog, matched: MatchedCall): Obstacle | null {
  const { surface } = matched.operation.site ?? {};
  if (surface === undefined || operationObstacle(matched)?.kind !== 'shape' || isOffered(catalog, surface)) return null;
  return { kind: 'surface', reason: `no open-weight server offers ${surfaceWords[surface] ?? surface}` };
}

/** What keeps a call from moving to every target, worded for none in particular; null when one would do. */
export function anyTargetObstacle(linker: Linker, catalog: Catalog, matched: MatchedCall): Obstacle | null {
  const ways = waysOf(matched.route.sdk);
  const fixed = unofferedObstacle(catalog, matched) ?? anyWayObstacle(matched, ways) ?? modelObstacle(catalog, matched);
  if (fixed) return fixed;
  const open = ways.filter((way) => operationObstacle(matched, way) === null);
  const serving = [...catalog.targets.values()].filter((target) => open.some((way) => missingSurface(matched, target, way) === null));
  if (serving.length === 0) {
    const surface = matched.operation.site?.surface ?? '';
    return { kind: 'surface', reason: `no open-weight server offers ${surfaceWords[surface] ?? surface}` };
  }
  const used = usedFeatures(linker, matched);
  let last: Obstacle | null = null;
  for (const target of serving) {
    const missing = missingFeature(used, target);
    if (!missing) return null;
    last = missing;
  }
  return last?.kind === 'feature' ? { ...last, reason: `no open-weight server supports ${wordsOf(last.feature)}` } : last;
}

/** What keeps an operation from moving in any of the ways; that of the first one in words. */
function anyWayObstacle(matched: MatchedCall, ways: readonly RewriteRecipe[]): Obstacle | null {
  const [first, ...others] = ways;
  const obstacle = operationObstacle(matched, first);
  return others.some((way) => operationObstacle(matched, way) === null) ? null : obstacle;
}

function missingSurface({ operation, route }: MatchedCall, target: TargetRow, recipe = route.sdk.rewrite): Obstacle | null {
  const protocol = recipe?.protocol;
  if (protocol === undefined) return null;
  if (target.baseUrls[protocol] === undefined) {
    return { kind: 'surface', reason: `${target.name} does not speak the ${protocolNames[protocol]} protocol` };
  }
  const { surface: now } = operation.site ?? {};
  const surface = now === undefined ? undefined : exchangedSurface(recipe, now);
  if (surface === undefined || target.surfaces[protocol]?.includes(surface) === true) return null;
  return { kind: 'surface', reason: `${target.name} does not offer ${surfaceWords[surface] ?? surface}` };
}

function missingFeature(used: readonly string[], target: TargetRow): Obstacle | null {
  const feature = used.find((each) => factOf(each)?.ignorable !== true && lacks(target, each));
  if (feature === undefined) return null;
  const byHand = factOf(feature)?.byHand;
  if (byHand !== undefined) return { kind: 'shape', reason: `${byHand} ${wordsOf(feature)}` };
  return { kind: 'feature', feature, reason: `${target.name} does not support ${wordsOf(feature)}` };
}

/** True when a target ignores or refuses a feature. */
export function lacks(target: TargetRow, feature: string): boolean {
  const fact = factOf(feature);
  return (
    fact?.unknownEverywhere === true ||
    (fact?.surface !== undefined && target.surfaces.openai?.includes(fact.surface) !== true) ||
    target.lacks.includes(feature) ||
    (fact?.lackedWith !== undefined && lacks(target, fact.lackedWith))
  );
}
