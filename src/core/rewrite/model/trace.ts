import type { Binding, Expression, MemberFact } from '../../facts/expression';
import type { ModuleFacts } from '../../facts/moduleFacts';
import type { Linker } from '../../link/linker';
import { findExport } from '../../link/modules';
import { alternativesOf, isAbsent, type Frame, type Value } from '../../link/value';
import type { Location, TextRange } from '../../text/range';
import { acceptsText } from './acceptsText';

/** Where a text comes from. */
export type Origin =
  /** A literal. `fits`: the types declared on the way take any other text as well, and it stands in code. */
  | { readonly kind: 'text'; readonly value: string; readonly at: Location; readonly via: TextRange | null; readonly fits: boolean }
  | { readonly kind: 'variable'; readonly name: string; readonly via: TextRange | null }
  /** Not decided by the code that is seen; `what` names it in a few words. */
  | { readonly kind: 'undecided'; readonly what: string; readonly via: TextRange | null };

/** Hops are followed this far, and so many in all: every one may lead to several others. */
const maxDepth = 24;
const maxHops = 600;

interface Step {
  readonly frame: Frame;
  /** Members still to be read of what is looked at. */
  readonly path: readonly string[];
  /** The expression through which the code in front of us names the value; null while looking at the value's own text. */
  readonly via: TextRange | null;
  readonly fits: boolean;
  readonly depth: number;
}

/**
 * Every place a text can come from, the likeliest first. Unlike evaluation this keeps apart equal texts at different places, and
 * remembers the way: which expression names the text and which types it passed.
 */
export function traceText(linker: Linker, expression: Expression, frame: Frame): readonly Origin[] {
  const origins = new Tracer(linker).trace(expression, { frame, path: [], via: null, fits: true, depth: 0 });
  const seen = new Set<string>();
  return origins.filter((origin) => {
    const key = JSON.stringify(origin);
    return seen.has(key) ? false : seen.add(key);
  });
}

class Tracer {
  #hops = 0;

  constructor(private readonly linker: Linker) {}

  trace(expression: Expression, step: Step): Origin[] {
    if (step.depth > maxDepth || this.#hops++ >= maxHops) return [undecided('a value that is too far away', step)];
    const inner: Step = { ...step, depth: step.depth + 1 };
    const hop: Step = { ...inner, via: step.via ?? expression.range };
    switch (expression.kind) {
      case 'literal':
        return step.path.length === 0 && typeof expression.value === 'string' && expression.value !== ''
          ? [
              {
                kind: 'text',
                value: expression.value,
                at: { file: step.frame.module.file, range: expression.range },
                via: step.via,
                fits: step.fits && step.frame.module.isData !== true,
              },
            ]
          : [];
      case 'template':
        return [undecided('text put together from parts', step)];
      case 'choice':
        return expression.alternatives.flatMap((alternative) => this.trace(alternative, inner));
      case 'typed':
        if (!expression.value) return [undecided('a value known by its type only', step)];
        return this.trace(expression.value, { ...inner, fits: step.fits && acceptsText(this.linker, expression, step.path, step.frame) });
      case 'name':
        return expression.binding ? this.#binding(expression.binding, hop) : [undecided(`\`${expression.name}\``, step)];
      case 'import':
        return this.#import(expression.specifier, expression.imported, hop);
      case 'member':
        return this.#member(expression.object, expression.property, expression, hop);
      case 'this':
        return this.#self(expression, hop);
      case 'object':
        return step.path.length === 0 ? [undecided('an object', step)] : this.#entry(expression.entries, inner);
      case 'class': {
        const [name = '', ...path] = step.path;
        const member = expression.staticMembers.get(name);
        return member ? this.#memberFact(member, { ...inner, path }) : [undecided(`a member of \`${expression.name ?? 'a class'}\``, step)];
      }
      case 'element':
        return this.#elements(expression.collection, expression, hop);
      case 'call':
        return this.#call(expression, hop);
      case 'parameter':
      case 'array':
      case 'environment':
      case 'function':
      case 'interface':
      case 'unknown':
        return this.#evaluated(expression, hop);
    }
  }

  #binding(binding: Binding, step: Step): Origin[] {
    const next: Step = { ...step, fits: step.fits && acceptsText(this.linker, binding.type, step.path, step.frame) };
    const defined = binding.definitions.flatMap((definition) => this.trace(definition, next));
    const [name, ...path] = step.path;
    const written = name === undefined ? [] : (binding.writes.get(name) ?? []).flatMap((value) => this.trace(value, { ...next, path }));
    const origins = [...defined, ...written];
    return origins.length > 0 || binding.definitions.length > 0 ? origins : [undecided(`\`${binding.name}\``, step)];
  }

  #import(specifier: string, imported: string, step: Step): Origin[] {
    const facts = this.linker.graph.import(specifier, step.frame.module.file);
    if (!facts) return [undecided(`the module \`${specifier}\``, step)];
    if (imported !== '*') return this.#exported(facts, imported, step.path, step);
    const [name, ...path] = step.path;
    return name === undefined ? [undecided(`the module \`${specifier}\``, step)] : this.#exported(facts, name, path, step);
  }

  #exported(facts: ModuleFacts, name: string, path: readonly string[], step: Step): Origin[] {
    const found = findExport(this.linker.graph, facts, name);
    return found ? this.trace(found.expression, { ...step, path, frame: this.linker.root(found.facts) }) : [undecided(`\`${name}\``, step)];
  }

  #member(object: Expression, property: string | Expression, whole: Expression, step: Step): Origin[] {
    if (object.kind === 'environment') return this.#evaluated(whole, step);
    if (typeof property === 'string') return this.trace(object, { ...step, path: [property, ...step.path] });
    const names = alternativesOf(this.linker.evaluate(property, step.frame)).map((name) =>
      name.kind === 'literal' ? String(name.value) : null,
    );
    if (names.includes(null)) return this.#elements(object, whole, step);
    return names.flatMap((name) => this.trace(object, { ...step, path: [name ?? '', ...step.path] }));
  }

  /** Any element of an array or an object. */
  #elements(collection: Expression, whole: Expression, step: Step): Origin[] {
    const value = this.linker.evaluate(collection, step.frame);
    if (value.kind === 'array') return value.elements.flatMap((element) => this.trace(element, { ...step, frame: value.frame }));
    if (value.kind !== 'object') return this.#evaluated(whole, step);
    return value.fact.entries.flatMap((entry) =>
      entry.kind === 'property' ? this.trace(entry.value, { ...step, frame: value.frame }) : [],
    );
  }

  #entry(entries: Extract<Expression, { kind: 'object' }>['entries'], step: Step): Origin[] {
    const [name, ...path] = step.path;
    const possible: Origin[] = [];
    for (const entry of [...entries].reverse()) {
      if (entry.kind === 'spread') {
        const spread = this.linker.evaluate(entry.value, step.frame);
        if (this.linker.member(spread, name ?? '') === undefined) continue;
        const found = this.trace(entry.value, { ...step, via: step.via ?? entry.value.range });
        if (spread.kind === 'object') return [...found, ...possible];
        possible.push(...found);
      } else if (entry.name === name) {
        if (entry.kind === 'getter') return [undecided(`the getter \`${entry.name}\``, step), ...possible];
        return [...this.trace(entry.value, { ...step, path }), ...possible];
      } else if (typeof entry.name !== 'string' && entry.kind === 'property') {
        const key = this.linker.evaluate(entry.name, step.frame);
        if (key.kind === 'literal' && String(key.value) === name) return [...this.trace(entry.value, { ...step, path }), ...possible];
      }
    }
    return possible;
  }

  #self(expression: Expression, step: Step): Origin[] {
    const self = this.linker.evaluate(expression, step.frame);
    const [name, ...path] = step.path;
    if (name === undefined) return [undecided('an object', step)];
    if (self.kind === 'object') return this.#entry(self.fact.entries, { ...step, frame: self.frame });
    const member =
      self.kind === 'instance' ? self.class.fact.members.get(name) : self.kind === 'class' ? self.fact.staticMembers.get(name) : undefined;
    if (!member) return [undecided(`\`this.${name}\``, step)];
    const frame = self.kind === 'instance' ? this.linker.constructorFrame(self) : step.frame;
    return this.#memberFact(member, { ...step, path, frame });
  }

  #memberFact(member: MemberFact, step: Step): Origin[] {
    if (member.getter || (step.path.length === 0 && member.values.length === 0))
      return [undecided('a member without a value of its own', step)];
    const next: Step = { ...step, fits: step.fits && acceptsText(this.linker, member.type, step.path, step.frame) };
    const [name, ...path] = step.path;
    const written = name === undefined ? [] : (member.writes.get(name) ?? []).flatMap((value) => this.trace(value, { ...next, path }));
    return [...member.values.flatMap((value) => this.trace(value, next)), ...written];
  }

  #call(expression: Extract<Expression, { kind: 'call' }>, step: Step): Origin[] {
    const callee = this.linker.evaluate(expression.callee, step.frame);
    if (callee.kind !== 'function' || callee.frame.depth >= maxDepth / 3) return this.#evaluated(expression, step);
    const frame = this.linker.frameOf(callee, { facts: expression.arguments, frame: step.frame });
    const fits = step.fits && acceptsText(this.linker, callee.fact.returnType, step.path, callee.frame);
    return callee.fact.returns.flatMap((value) => this.trace(value, { ...step, frame, fits }));
  }

  /** Whether a text stands in a file without code, which others can read as well. */
  #isData({ file }: Location): boolean {
    return this.linker.graph.load(file)?.isData === true;
  }

  /** What evaluation knows, where the way itself is not followed. */
  #evaluated(expression: Expression, step: Step): Origin[] {
    const declared = expression.kind === 'parameter' ? expression.type : null;
    const fits = step.fits && acceptsText(this.linker, declared, step.path, step.frame);
    let value: Value = this.linker.evaluate(expression, step.frame);
    for (const name of step.path) value = this.linker.member(value, name) ?? { kind: 'unknown' };
    // Callers choose among the ids of a closed list: naming one at the call would take the choice from them.
    const chosen = expression.kind === 'parameter' && !fits ? [undecided(described(expression, step.path), step)] : [];
    const origins = alternativesOf(value).flatMap((alternative): Origin[] => {
      if (isAbsent(alternative)) return [];
      if (alternative.kind === 'literal' && typeof alternative.value === 'string') {
        return alternative.value === ''
          ? []
          : [{ kind: 'text', value: alternative.value, at: alternative.at, via: step.via, fits: fits && !this.#isData(alternative.at) }];
      }
      if (alternative.kind === 'variable' && alternative.name !== null)
        return [{ kind: 'variable', name: alternative.name, via: step.via }];
      return [undecided(described(expression, step.path), step)];
    });
    return [...origins, ...chosen];
  }
}

function undecided(what: string, step: Step): Origin {
  return { kind: 'undecided', what, via: step.via };
}

function described(expression: Expression, path: readonly string[]): string {
  if (expression.kind !== 'parameter') return 'a value that the code does not decide';
  const owner = expression.function.name ?? expression.function.binding?.name ?? null;
  const name = [expression.function.parameterNames[expression.index] ?? null, ...path].filter((part) => part !== null).join('.');
  const where = owner === null ? 'its function' : `\`${owner}\``;
  return name === '' ? `a parameter of ${where}` : `the parameter \`${name}\` of ${where}`;
}
