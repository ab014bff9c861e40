import { nameIn } from '../text/paths';
import type { SiteRef } from './clients';
import type { PlanContext } from './context';
import type { FileEdits } from './plan';

/** Characters of a title that a menu shows in an editor of usual width, with some for what the editor adds at the end. */
const maxLength = 60;

/**
 * `Rewrite to Ollama (qwen3:8b)`, `Move to Ollama via .env (qwen3:8b)`: where to, then the models of what moves, the ones asked for first;
 * where they do not fit, without the owners before their names, or only counted.
 */
export function titleOf({ choices, target, request }: PlanContext, refs: readonly SiteRef[], files: readonly FileEdits[]): string {
  const asking = refs.map(({ callSite }) => callSite).filter(({ kind }) => kind !== 'client');
  const named = asking.filter(({ model }) => model !== null);
  const chosen = (named.length > 0 ? named : asking).map(({ model, surface, vendor }) => choices.of(model, surface, vendor));
  if (chosen.length === 0) chosen.push(choices.of(null, 'chat'));
  const models = [...new Set(chosen.flatMap((each) => each?.model ?? []))];
  const start =
    request.style === 'env-file'
      ? `Move to ${target.name} via ${nameIn(files.find(({ secret }) => secret)?.file ?? '.env')}`
      : `Rewrite to ${target.name}`;
  return withModels(start, models);
}

function withModels(start: string, models: readonly string[]): string {
  const [first, ...more] = models.map(nameIn);
  if (first === undefined) return start;
  const tries = [models, [first, ...more]].map((names) => `${start} (${names.join(', ')})`);
  const fitting = tries.find((each) => each.length <= maxLength);
  return fitting ?? `${start} (${more.length === 0 ? first : `${first} and ${more.length} more`})`;
}
