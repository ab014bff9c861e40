import type { Analyses } from '../../analyze/analyses';
import type { CallExpression, Expression } from '../../facts/expression';
import type { ModuleFacts } from '../../facts/moduleFacts';
import { alternativesOf, type BoundArguments, type CallValue, type Frame, type Value } from '../../link/value';
import type { ClientGroup } from '../clients';

/** A place where a client goes out of sight, or is used in a way no description knows. */
export interface LooseEnd {
  readonly file: string;
  readonly offset: number;
  readonly reason: string;
}

/** Functions that are handed a client, and hand it on, are followed this far. */
const maxDepth = 4;

/**
 * Finds where clients of a group leave the code that is seen: handed to a package, to a function whose calls the group does not
 * hold, or asked for something unknown. Such a client can't be moved safely, because calls that go with it would be missed.
 */
export function findLooseEnd(analyses: Analyses, group: ClientGroup): LooseEnd | null {
  // Models of ready-made providers take their address with them wherever they go.
  const clients = group.clients.filter(({ binding, held }) => !binding || held);
  return clients.length === 0 ? null : new Follower(analyses, { ...group, clients }).find();
}

class Follower {
  /** Calls that make the clients, and tables that hold them. */
  readonly #expressions: Set<CallExpression>;
  readonly #known: ReadonlySet<CallExpression>;

  constructor(
    private readonly analyses: Analyses,
    private readonly group: ClientGroup,
  ) {
    this.#expressions = new Set(group.clients.map(({ call }) => call.expression));
    this.#known = new Set(group.sites.map(({ site }) => site.call));
  }

  find(): LooseEnd | null {
    const { graph, linker } = this.analyses;
    const files = new Set([...this.group.clients.map(({ call }) => call.file), ...this.group.sites.map(({ file }) => file)]);
    this.#addHolders(files);
    for (const file of files) {
      const facts = graph.load(file);
      if (!facts) continue;
      for (const call of facts.calls) {
        const end = this.#expressions.has(call) ? null : this.#inspect(call, facts, linker.root(facts), 0);
        if (end) return end;
      }
    }
    return null;
  }

  /** What holds a client goes where it goes: registries of providers, and those in which one of them is. */
  #addHolders(files: ReadonlySet<string>): void {
    const { graph, linker } = this.analyses;
    if (this.group.sites.every(({ site }) => site.matched.every(({ route }) => route.held === null))) return;
    for (let size = -1; size < this.#expressions.size;) {
      size = this.#expressions.size;
      for (const facts of [...files].flatMap((file) => graph.load(file) ?? [])) {
        for (const call of facts.calls) {
          const { positional } = call.arguments;
          if (!this.#expressions.has(call) && positional.some((each) => this.#reaches(linker.evaluate(each, linker.root(facts)), 0)))
            if (this.#isHolder(call, linker.root(facts))) this.#expressions.add(call);
        }
      }
    }
  }

  #isHolder(call: CallExpression, frame: Frame): boolean {
    return alternativesOf(this.analyses.linker.evaluate(call, frame)).some(
      (each) => each.kind === 'call' && this.analyses.operations(each).some(({ operation }) => operation.settings?.table !== undefined),
    );
  }

  #inspect(call: CallExpression, facts: ModuleFacts, frame: Frame, depth: number): LooseEnd | null {
    const { linker } = this.analyses;
    const callee = linker.evaluate(call.callee, frame);
    const unknown = this.#unknownMember(call, callee, facts, frame);
    if (unknown) return unknown;
    const { positional, keywords, keywordSpreads } = call.arguments;
    const given = [...positional, ...keywords.map(({ value }) => value), ...keywordSpreads];
    if (!given.some((argument) => this.#reaches(linker.evaluate(argument, frame), 0))) return null;
    const bound: BoundArguments = { facts: call.arguments, frame };
    for (const alternative of alternativesOf(callee)) {
      const end = this.#handed(alternative, call, facts, bound, depth);
      if (end) return end;
    }
    return null;
  }

  /** A member of the client is called that no description knows, so nothing tells whether the target has it. */
  #unknownMember(call: CallExpression, callee: Value, facts: ModuleFacts, frame: Frame): LooseEnd | null {
    if (call.construct || !alternativesOf(callee).some((each) => each.kind === 'member' && this.#isMember(each))) return null;
    const value = this.analyses.linker.evaluate(call, frame);
    const own = alternativesOf(value).filter((each): each is CallValue => each.kind === 'call' && each.expression === call);
    if (own.length === 0 || own.some((each) => this.analyses.operations(each).length > 0)) return null;
    return this.#end(call, facts, `\`${this.#calleeText(call, facts)}\` has no known counterpart elsewhere`);
  }

  #isMember(value: Value): boolean {
    let owner = value;
    while (owner.kind === 'member') owner = owner.object;
    return owner.kind === 'call' && this.#expressions.has(owner.expression);
  }

  #handed(callee: Value, call: CallExpression, facts: ModuleFacts, bound: BoundArguments, depth: number): LooseEnd | null {
    const { linker } = this.analyses;
    switch (callee.kind) {
      case 'function': {
        if (depth >= maxDepth) return this.#out(call, facts);
        return this.#within(callee.fact.calls, callee.frame.module, linker.frameOf(callee, bound), depth);
      }
      case 'class': {
        if (depth >= maxDepth) return this.#out(call, facts);
        const { module } = callee.frame;
        const instance: Value = { kind: 'instance', class: callee, arguments: bound, construction: call, derived: null };
        const { range } = callee.fact;
        const inside = module.calls.filter((each) => range.start <= each.range.start && each.range.end <= range.end);
        const frame: Frame = {
          module,
          parent: linker.constructorFrame(instance),
          call: { function: null, arguments: null, self: instance },
          depth: depth + 1,
          answers: new Map(),
        };
        return this.#within(inside, module, frame, depth);
      }
      case 'global':
        return null;
      case 'member':
        if (rootOf(callee).kind === 'global') return null;
        break;
      default:
    }
    const takesClient = this.analyses.isKnown(callee, facts.file) && this.#isKnownTaker(call, bound.frame);
    return takesClient ? null : this.#out(call, facts);
  }

  /** Operations that a description says take a client. */
  #isKnownTaker(call: CallExpression, frame: Frame): boolean {
    const value = this.analyses.linker.evaluate(call, frame);
    return alternativesOf(value).some(
      (each) => each.kind === 'call' && this.analyses.operations(each).some(({ operation }) => operation.from !== undefined),
    );
  }

  /** Calls inside a function that was handed a client: each one through that client must be a call site of the group. */
  #within(calls: readonly CallExpression[], module: ModuleFacts, frame: Frame, depth: number): LooseEnd | null {
    for (const call of calls) {
      const value = this.analyses.linker.evaluate(call, frame);
      const sent = alternativesOf(value)
        .filter((each): each is CallValue => each.kind === 'call' && each.expression === call)
        .flatMap((each) => this.analyses.operations(each))
        .some(({ operation, route }) => {
          const made = route.client ?? route.held?.place?.call;
          return operation.site !== undefined && made !== undefined && this.#expressions.has(made.expression);
        });
      if (sent && !this.#known.has(call))
        return this.#end(call, module, 'the client is handed to code that can be called with other clients');
      const end = this.#inspect(call, module, frame, depth + 1);
      if (end) return end;
    }
    return null;
  }

  /** True when a client of the group is in a value, or in something it holds or returns. */
  #reaches(value: Value, depth: number): boolean {
    if (depth > 4) return false;
    const { linker } = this.analyses;
    return alternativesOf(value).some((each) => {
      switch (each.kind) {
        case 'call':
          return this.#expressions.has(each.expression);
        case 'member':
          return this.#isMember(each);
        case 'object':
          return each.fact.entries.some(
            (entry) => entry.kind !== 'getter' && this.#reaches(linker.evaluate(entry.value, each.frame), depth + 1),
          );
        case 'array':
          return each.elements.some((element) => this.#reaches(linker.evaluate(element, each.frame), depth + 1));
        case 'extended':
          return (
            this.#reaches(each.base, depth + 1) ||
            [...each.writes.values()].flat().some((write) => this.#reaches(linker.evaluate(write, each.frame), depth + 1))
          );
        case 'function':
          return each.fact.returns.some((returned) => this.#reaches(linker.evaluate(returned, each.frame), depth + 2));
        default:
          return false;
      }
    });
  }

  #out(call: CallExpression, facts: ModuleFacts): LooseEnd {
    return this.#end(call, facts, `the client is handed to \`${this.#calleeText(call, facts)}\`, whose requests are not seen here`);
  }

  #end(call: CallExpression, facts: ModuleFacts, reason: string): LooseEnd {
    return { file: facts.file, offset: call.calleeRange.start, reason };
  }

  #calleeText(call: CallExpression, facts: ModuleFacts): string {
    const text = this.analyses.graph.text(facts.file) ?? '';
    return text
      .slice(call.calleeRange.start, call.calleeRange.end)
      .replace(/\s+/g, ' ')
      .replace(/^(.{40}).+$/, '$1…');
  }
}

function rootOf(value: Value): Value {
  let root = value;
  while (root.kind === 'member') root = root.object;
  return root;
}

/** True when a module's exports give a client of the group to other modules. */
export function isExported(analyses: Analyses, facts: ModuleFacts, constructions: ReadonlySet<Expression>): boolean {
  const { linker } = analyses;
  const root = linker.root(facts);
  const holds = (value: Value, depth: number): boolean =>
    depth < 4 &&
    alternativesOf(value).some((each) => {
      switch (each.kind) {
        case 'call':
          return constructions.has(each.expression);
        case 'function':
          return each.fact.returns.some((returned) => holds(linker.evaluate(returned, each.frame), depth + 1));
        case 'class':
          return each.fact.superCall !== null && constructions.has(each.fact.superCall);
        case 'object':
          return each.fact.entries.some((entry) => entry.kind !== 'getter' && holds(linker.evaluate(entry.value, each.frame), depth + 1));
        case 'extended':
          return holds(each.base, depth + 1);
        case 'instance':
          return [...each.class.fact.members.values()].some((member) =>
            member.values.some((member) => holds(linker.evaluate(member, linker.constructorFrame(each)), depth + 1)),
          );
        default:
          return false;
      }
    });
  return facts.exportNames.some((name) => {
    const expression = facts.exported(name);
    return expression !== undefined && holds(linker.evaluate(expression, root), 0);
  });
}
