import type { ModuleFacts } from '../facts/moduleFacts';
import { alternativesOf } from '../link/value';
import { contains } from '../text/range';
import type { Client, ClientGroup } from './clients';
import type { PlanContext } from './context';
import { recipeOf } from './groupRecipe';
import { isExported } from './obstacles/reach';
import type { Note } from './warnings';

/** The notes for models that a framework is given instead of being asked by the code itself, where the framework takes the new ones otherwise. */
export function handedOnNotes(context: PlanContext, group: ClientGroup): Note[] {
  return group.clients.flatMap((client): Note[] => {
    const { handedOn } = recipeOf(context, group, client.matched) ?? {};
    const surface = client.matched.operation.site?.surface ?? '';
    const facts = context.analyses.graph.load(client.call.file);
    const ref = group.sites.find(({ file, site }) => file === client.call.file && site.call === client.call.expression);
    if (!handedOn?.surfaces.includes(surface) || !facts || !ref || isOnlyAsked(context, group, client, facts)) return [];
    return [{ ref, reason: handedOn.reason, changesResults: true }];
  });
}

/** True for a model that its file uses to ask it, and for nothing else. */
function isOnlyAsked({ analyses }: PlanContext, group: ClientGroup, { call }: Client, facts: ModuleFacts): boolean {
  const { linker } = analyses;
  const asking = group.sites.filter(({ file, callSite }) => file === call.file && callSite.kind === 'call').map(({ site }) => site.call);
  const within = (range: Parameters<typeof contains>[1]): boolean => asking.some(({ calleeRange }) => contains(calleeRange, range));
  if (within(call.expression.range)) return true;
  if (isExported(analyses, facts, new Set([call.expression]))) return false;
  const uses = facts.reads.filter(
    ({ expression }) =>
      (expression.kind === 'name' || expression.kind === 'member') &&
      alternativesOf(linker.evaluate(expression, linker.root(facts))).some(
        (each) => each.kind === 'call' && each.expression === call.expression,
      ),
  );
  return uses.length > 0 && uses.every(({ expression }) => within(expression.range));
}
