import { alternativesOf, isAbsent, type Value } from '../../link/value';
import type { ClientGroup, SiteRef } from '../clients';
import type { PlanContext } from '../context';
import { ambientOf } from './ambientClient';
import { environmentPlace } from './places';
import type { VariableChange } from './variables';

/** A call site that a change of variables reaches though it does not move with it. */
export interface OtherReader {
  readonly ref: SiteRef;
  readonly variable: string;
}

/**
 * A call site that stays, and reads one of the variables from the same environment file: it would be sent elsewhere, or send the
 * target's key to its vendor. Null where none is in sight.
 */
export function otherReader(context: PlanContext, groups: readonly ClientGroup[], changes: readonly VariableChange[]): OtherReader | null {
  const moving = new Set(groups.flatMap(({ sites }) => sites));
  for (const { module, variable, holds } of changes) {
    if (holds === 'other') continue;
    const place = environmentPlace(context.analyses.host, module, []);
    for (const file of context.clients.files) {
      const ref = context.clients.sitesOf(file).find((each) => !moving.has(each) && reads(context, each, variable));
      // Files are looked for last: that asks the disk.
      if (ref && sharesPlace(context, file, place.main, place.files)) return { ref, variable };
    }
  }
  return null;
}

/**
 * Call sites, and those that go where they go once an environment file says so: closed ones whose clients read the same variables from
 * the same file. They move together.
 */
export function withSameEnvironment(context: PlanContext, asked: readonly SiteRef[]): readonly SiteRef[] {
  const variables = (ref: SiteRef): string[] => context.clients.clientsOf(ref).flatMap((client) => ambientOf(client)?.baseUrl ?? []);
  const read = new Set(asked.flatMap(variables));
  const places = [...new Set(asked.map(({ file }) => file))].map((file) => environmentPlace(context.analyses.host, file, []));
  const others = context.clients.files.flatMap((file) => {
    const own = context.clients
      .sitesOf(file)
      .filter((ref) => ref.callSite.openness === 'closed' && !ref.accepted && variables(ref).some((name) => read.has(name)));
    return own.length > 0 && places.some(({ main, files }) => sharesPlace(context, file, main, files)) ? own : [];
  });
  return [...new Set([...asked, ...others])];
}

/** Whether a module reads the same environment files. */
export function sharesPlace({ analyses: { host } }: PlanContext, module: string, main: string, files: readonly string[]): boolean {
  const own = environmentPlace(host, module, []);
  return own.main === main || own.files.some((file) => files.includes(file));
}

/** Whether a call site takes its address, its key or its model from a variable. */
function reads(context: PlanContext, { site, callSite, file }: SiteRef, variable: string): boolean {
  if (callSite.kind === 'http') return textReads(context, file, variable);
  return site.matched.some(({ route }) => {
    const { settings, sdk } = route;
    const isFree = (name: 'baseUrl' | 'key'): boolean =>
      alternativesOf(settings.get(name) ?? { kind: 'unknown' }).every((each) => !settings.has(name) || isAbsent(each));
    if (sdk.baseUrlVariables?.includes(variable) === true && isFree('baseUrl')) return true;
    if (sdk.keyVariables?.includes(variable) === true && isFree('key')) return true;
    return [...settings.values()].some((value) => holds(value, variable));
  });
}

function holds(value: Value, variable: string): boolean {
  return alternativesOf(value).some((each) =>
    each.kind === 'variable'
      ? each.name === variable
      : each.kind === 'template' && each.parts.some((part) => typeof part !== 'string' && holds(part, variable)),
  );
}

/** Whether the code around a raw request names a variable, in whatever way. */
function textReads({ analyses: { graph } }: PlanContext, file: string, variable: string): boolean {
  return (graph.text(file) ?? '').includes(variable);
}
