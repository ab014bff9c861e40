import type { ModuleFacts } from '../../facts/moduleFacts';
import type { Switch } from '../../match/rewriteRecipe';
import type { ClientGroup } from '../clients';
import type { LocatedEdit, PlanContext } from '../context';
import { endOfStatement, importEdits, isTaken, localOf } from './importEdits';

/** How a module stands to what a framework sends to its vendor beside the requests to models. */
export type SwitchState = 'on' | 'decided' | 'elsewhere';

/** `decided`: the module calls the switch itself; `elsewhere`: it sets up where to send, which is its own affair. */
export function switchState(facts: ModuleFacts, switches: Switch): SwitchState {
  const names = (facts.imports ?? []).flatMap((fact) => fact.names.map(({ imported }) => imported));
  if (names.includes(switches.export.name)) return 'decided';
  return switches.unless.some((name) => names.includes(name)) ? 'elsewhere' : 'on';
}

/** A module in which a framework, given a client that moves, still sends something to its vendor. */
export interface Leak {
  readonly file: string;
  readonly facts: ModuleFacts;
  readonly switches: Switch;
}

/** Where call sites of a group are a framework's that asks through another SDK's client. */
export function leaksOf({ analyses }: PlanContext, group: ClientGroup): Leak[] {
  const leaks = new Map<string, Leak>();
  for (const { file, site } of group.sites) {
    const facts = analyses.graph.load(file);
    for (const { sdk, route } of site.matched) {
      const { switches } = sdk.rewrite?.exchange ?? {};
      if (switches && facts && route.sdk !== sdk) leaks.set(file, { file, facts, switches });
    }
  }
  return [...leaks.values()];
}

/** Calls that turn such sending off, behind the imports of their modules. `isEdited`: the imports of a module change already. */
export function planSwitches(
  context: PlanContext,
  groups: readonly ClientGroup[],
  isEdited: (file: string) => boolean,
): { readonly edits: readonly LocatedEdit[]; readonly steps: readonly string[] } {
  const leaks = new Map(groups.flatMap((group) => leaksOf(context, group)).map((leak) => [leak.file, leak]));
  const planned = [...leaks.values()].filter(({ file }) => !isEdited(file)).flatMap((leak) => switchEdits(context, leak) ?? []);
  return { edits: planned.flatMap(({ edits }) => edits), steps: planned.map(({ step }) => step) };
}

/** Null where the module decides by itself, or brings in nothing by name from the package that has the switch. */
function switchEdits({ analyses }: PlanContext, { file, facts, switches }: Leak): { edits: LocatedEdit[]; step: string } | null {
  const need = switches.export;
  const text = analyses.graph.text(file);
  const imports = facts.imports ?? [];
  const last = imports.at(-1);
  const isNamed = imports.some(({ specifier, named, typeOnly }) => specifier === need.package && named && !typeOnly);
  if (text === undefined || !last || !isNamed || switchState(facts, switches) !== 'on' || isTaken(facts, need)) return null;
  const call = `${localOf(facts, need) ?? need.name}(${String(switches.argument)})${endOfStatement(text, last)}`;
  const at = last.range.end;
  const { lineBreak } = facts.writing;
  const edits = [...importEdits(facts, text, [need], []), { range: { start: at, end: at }, newText: `${lineBreak}${lineBreak}${call}` }];
  return { edits: edits.map((edit) => ({ file, ...edit })), step: switches.step };
}
