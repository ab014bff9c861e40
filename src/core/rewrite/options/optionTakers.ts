import type { CallExpression, Expression, ObjectExpression } from '../../facts/expression';
import type { ModuleFacts } from '../../facts/moduleFacts';
import type { Linker } from '../../link/linker';
import { objectsOf, type ClientMap } from '../clients';
import type { PlanContext } from '../context';

/** A call, and the module it stands in. */
export interface Taker {
  readonly call: CallExpression;
  readonly facts: ModuleFacts;
}

/** Which calls are handed options that are written out apart from them, or spread into what they are handed. Each module is read once. */
class OptionTakers {
  readonly #takers = new Map<ObjectExpression, Taker[]>();
  readonly #known = new Set<ModuleFacts>();

  constructor(private readonly linker: Linker) {}

  of(options: ObjectExpression, modules: readonly ModuleFacts[]): readonly Taker[] {
    for (const facts of modules) {
      if (this.#known.has(facts)) continue;
      this.#known.add(facts);
      for (const call of facts.calls) {
        for (const fact of new Set(given(call).flatMap((argument) => this.#taken(argument, facts)))) this.#add(fact, { call, facts });
      }
    }
    return this.#takers.get(options) ?? [];
  }

  #taken(argument: Expression, facts: ModuleFacts): readonly ObjectExpression[] {
    if (argument.kind !== 'name' && argument.kind !== 'member' && argument.kind !== 'object') return [];
    const { linker } = this;
    return objectsOf(linker.evaluate(argument, linker.root(facts))).flatMap((each) => {
      const spread = each.fact.entries.flatMap((entry) =>
        entry.kind === 'spread' ? objectsOf(linker.evaluate(entry.value, each.frame)).map(({ fact }) => fact) : [],
      );
      return argument.kind === 'object' ? spread : [each.fact, ...spread];
    });
  }

  #add(options: ObjectExpression, taker: Taker): void {
    const others = this.#takers.get(options);
    if (others) others.push(taker);
    else this.#takers.set(options, [taker]);
  }
}

/** A plan asks for every client, over the same modules. */
const takersOfPlan = new WeakMap<ClientMap, OptionTakers>();

/** The calls in the modules that a plan has looked at which are handed an object of options by name, or one that it is spread into. */
export function takersOf(context: PlanContext, options: ObjectExpression): readonly Taker[] {
  let takers = takersOfPlan.get(context.clients);
  if (!takers) takersOfPlan.set(context.clients, (takers = new OptionTakers(context.analyses.linker)));
  return takers.of(options, context.modules());
}

function given({ arguments: { positional, keywords, keywordSpreads } }: CallExpression): readonly Expression[] {
  return [...positional, ...keywords.map(({ value }) => value), ...keywordSpreads];
}
