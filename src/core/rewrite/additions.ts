import { alternativesOf, unknown, type CallValue } from '../link/value';
import type { MatchedCall } from '../match/matcher';
import { constructionOf } from '../match/construction';
import type { ClientGroup, ClientMap } from './clients';
import type { PlanContext } from './context';

/** A call that adds something to a client or a model before it is asked: `model.bindTools([search])`, `Instructor({ client, mode })`. */
export interface Addition {
  readonly file: string;
  readonly matched: MatchedCall;
}

/** Additions by file, of files looked at for one plan. */
const known = new WeakMap<ClientMap, Map<string, readonly Addition[]>>();

/** What files add to the clients of a group; no call sites of their own. */
export function additionsOf(context: PlanContext, group: ClientGroup): readonly Addition[] {
  const own = new Set(group.clients.map(({ call }) => call.expression));
  const files = new Set([...group.clients.map(({ call }) => call.file), ...group.sites.map(({ file }) => file), ...context.clients.files]);
  return [...files]
    .flatMap((file) => additionsIn(context, file))
    .filter(({ matched: { route } }) => {
      const made = constructionOf(route);
      return made !== null && own.has(made.expression);
    });
}

function additionsIn({ analyses, clients }: PlanContext, file: string): readonly Addition[] {
  const byFile = known.get(clients) ?? new Map<string, readonly Addition[]>();
  known.set(clients, byFile);
  const before = byFile.get(file);
  if (before) return before;
  const { graph, linker } = analyses;
  const facts = graph.load(file);
  const root = facts && linker.root(facts);
  const found = (facts?.calls ?? []).flatMap((call) =>
    alternativesOf(root ? linker.evaluate(call, root) : unknown)
      .filter((value): value is CallValue => value.kind === 'call' && value.expression === call)
      .flatMap((value) => analyses.operations(value))
      .filter(({ operation }) => operation.site === undefined && operation.features !== undefined)
      .map((matched) => ({ file, matched })),
  );
  byFile.set(file, found);
  return found;
}
