import { alternativesOf, type CallValue } from '../link/value';
import type { MatchedCall } from '../match/matcher';
import { constructionOf } from '../match/construction';
import type { ClientGroup } from './clients';
import type { PlanContext } from './context';

/** A call that adds something to a model before it is asked: `model.bindTools([search])`. */
export interface Addition {
  readonly file: string;
  readonly matched: MatchedCall;
}

/** What the files of a group add to its models; no call sites of their own. */
export function additionsOf({ analyses }: PlanContext, group: ClientGroup): readonly Addition[] {
  const own = new Set(group.clients.filter(({ matched }) => matched.route.sdk.rewrite?.own).map(({ call }) => call.expression));
  if (own.size === 0) return [];
  const { linker, graph } = analyses;
  const files = new Set([...group.clients.map(({ call }) => call.file), ...group.sites.map(({ file }) => file)]);
  return [...files].flatMap((file) => {
    const facts = graph.load(file);
    if (!facts) return [];
    return facts.calls.flatMap((call) =>
      alternativesOf(linker.evaluate(call, linker.root(facts)))
        .filter((value): value is CallValue => value.kind === 'call' && value.expression === call)
        .flatMap((value) => analyses.operations(value))
        .filter(({ operation, route }) => {
          const made = constructionOf(route);
          return operation.site === undefined && operation.features !== undefined && made !== null && own.has(made.expression);
        })
        .map((matched) => ({ file, matched })),
    );
  });
}
