import type { Binding, Expression, ImportExpression, ThisExpression, UnknownExpression } from '../facts/expression';
import type { ModuleFacts } from '../facts/moduleFacts';
import type { TextRange } from '../text/range';
import { callValue } from './calls';
import { constructorFrameOf, inheritedOf } from './inheritance';
import { isWithout, memberOf } from './members';
import { findExport, type ModuleGraph } from './modules';
import { parameterValue } from './parameters';
import { Answer, Recall, type Bounds } from './recall';
import {
  alternativesOf,
  isAbsent,
  isSet,
  isUndecided,
  maxAlternatives,
  maxFrames,
  stated,
  union,
  unknown,
  type BoundArguments,
  type ClassValue,
  type Frame,
  type FunctionValue,
  type InstanceValue,
  type Value,
} from './value';

/** Expressions nested deeper than this are not evaluated: well under the JavaScript stack's limit. A question of more steps is not decided. */
const bounds: Bounds = { depth: 120, steps: 5_000 };
/** Longer tables are data, not settings. */
const maxRows = 400;
/** A table of more texts than this is a table to choose from: none of them is the value. */
const maxTableTexts = 2;

/**
 * Evaluates expressions across functions, classes and files, without running anything. Deterministic and total: cycles, depth
 * and work are bounded, and what is beyond the bounds is unknown.
 */
export class Linker {
  readonly #members = new WeakMap<Value, Map<string, Answer<Value | undefined>>>();
  readonly #roots = new WeakMap<ModuleFacts, Frame>();
  /** What its own questions are remembered with. */
  readonly recall = new Recall(bounds);

  constructor(readonly graph: ModuleGraph) {}

  /** The frame of a module's top level, in which parameters are not bound. */
  root(module: ModuleFacts): Frame {
    let frame = this.#roots.get(module);
    if (!frame) this.#roots.set(module, (frame = { module, parent: null, call: null, depth: 0, answers: new Map() }));
    return frame;
  }

  /** The value of an expression in a frame. */
  evaluate(expression: Expression, frame: Frame): Value {
    // Nothing is asked for it, and there is nothing to remember.
    if (expression.kind === 'unknown') return unknownOf(expression);
    let answer = frame.answers.get(expression);
    if (!answer) frame.answers.set(expression, (answer = new Answer<Value>()));
    return this.recall.ask(answer, () => this.#evaluate(expression, frame), unknown);
  }

  /** A member of a value; undefined when the value certainly has none of that name. */
  member(value: Value, name: string): Value | undefined {
    if (value.kind === 'unknown') return unknown;
    // Most calls are given few of the options that are asked for.
    if (value.kind === 'object' && isWithout(value, name)) return undefined;
    let members = this.#members.get(value);
    if (!members) this.#members.set(value, (members = new Map<string, Answer<Value | undefined>>()));
    let answer = members.get(name);
    if (!answer) members.set(name, (answer = new Answer<Value | undefined>()));
    // Until it is decided: an object spread into its own later self has no members of its own.
    return this.recall.ask<Value | undefined>(answer, () => memberOf(this, value, name), undefined, unknown);
  }

  /** A positional argument of a call; undefined when it is certainly not given. */
  positional(bound: BoundArguments, index: number): Value | undefined {
    if (index >= bound.facts.spreadFrom) return unknown;
    const argument = bound.facts.positional[index];
    return argument && this.evaluate(argument, bound.frame);
  }

  /** A keyword argument of a call; undefined when it is certainly not given. */
  keyword(bound: BoundArguments, name: string): Value | undefined {
    const given = bound.facts.keywords.find((keyword) => keyword.name === name);
    if (given) return this.evaluate(given.value, bound.frame);
    const spread = bound.facts.keywordSpreads
      .map((expression) => this.member(this.evaluate(expression, bound.frame), name))
      .filter((value) => value !== undefined);
    // What a value of another package's may have of that name is not known to be given.
    return spread.length > 0
      ? union(spread.flatMap(alternativesOf).map((value) => (value.kind === 'member' ? unknown : value)))
      : undefined;
  }

  #evaluate(expression: Expression, frame: Frame): Value {
    const at = { file: frame.module.file, range: expression.range };
    switch (expression.kind) {
      case 'literal':
        return { kind: 'literal', value: expression.value, at };
      case 'template':
        return this.#template(expression.parts, frame, expression.range);
      case 'name':
        return expression.binding ? this.#binding(expression.binding, frame) : { kind: 'global', name: expression.name };
      case 'import':
        return this.#import(expression, frame.module);
      case 'environment':
        return { kind: 'variable', name: null, at };
      case 'this':
        return this.#self(expression, frame);
      case 'member':
        return this.#member(expression.object, expression.property, frame);
      case 'call':
        return callValue(this, expression, frame);
      case 'object':
        return { kind: 'object', fact: expression, frame };
      case 'array':
        return { kind: 'array', elements: expression.elements, frame };
      case 'choice':
        return expression.fallback === true ? this.#fallback(expression.alternatives, frame) : this.#choice(expression.alternatives, frame);
      case 'parameter':
        return parameterValue(this, expression, frame);
      case 'typed':
        return this.#typed(expression.type, expression.value, frame);
      case 'element':
        return this.elementOf(this.evaluate(expression.collection, frame));
      case 'function':
        return { kind: 'function', fact: expression, frame, self: null };
      case 'class':
        return { kind: 'class', fact: expression, frame };
      case 'interface':
        return { kind: 'interface', fact: expression, frame };
      case 'unknown':
        return unknownOf(expression);
    }
  }

  #template(parts: readonly (string | Expression)[], frame: Frame, range: TextRange): Value {
    const at = { file: frame.module.file, range };
    const values = parts.map((part) => (typeof part === 'string' ? part : this.evaluate(part, frame)));
    const texts = values.map((value) => (typeof value === 'string' ? value : value.kind === 'literal' ? String(value.value ?? '') : null));
    return texts.includes(null) ? { kind: 'template', parts: values, at } : { kind: 'literal', value: texts.join(''), at };
  }

  #binding(binding: Binding, frame: Frame): Value {
    const value = union(binding.definitions.map((definition) => this.evaluate(definition, frame)));
    const known = isUndecided(value) && binding.type ? union([this.evaluate(binding.type, frame), value]) : value;
    return binding.writes.size > 0 ? { kind: 'extended', base: known, writes: binding.writes, frame } : known;
  }

  /** What an import brings: a value of the workspace where the module is one of its own, else a name of a package. */
  #import({ specifier, imported, submodule }: ImportExpression, from: ModuleFacts): Value {
    const facts = this.graph.import(specifier, from.file);
    if (facts && imported === '*') return { kind: 'module', facts };
    const value = facts && this.exported(facts, imported);
    if (value) return value;
    if (submodule !== undefined && !this.graph.isSdkModule(specifier, from.file)) {
      if (this.graph.isSdkModule(submodule, from.file)) return { kind: 'external', module: submodule, name: '*' };
      const inner = this.graph.import(submodule, from.file);
      if (inner) return { kind: 'module', facts: inner };
    }
    return facts ? unknown : { kind: 'external', module: specifier, name: imported };
  }

  /** The value of a module's export; undefined when it has none of that name. */
  exported(facts: ModuleFacts, name: string): Value | undefined {
    const found = findExport(this.graph, facts, name);
    return found ? this.evaluate(found.expression, this.root(found.facts)) : undefined;
  }

  #self({ owner, static: isStatic }: ThisExpression, frame: Frame): Value {
    for (let up: Frame | null = frame; up; up = up.parent) {
      if (up.call?.self) return up.call.self;
    }
    if (owner?.kind === 'class') {
      const type: ClassValue = { kind: 'class', fact: owner, frame: this.root(frame.module) };
      return isStatic ? type : { kind: 'instance', class: type, arguments: null, construction: null, derived: null };
    }
    return owner ? this.evaluate(owner, frame) : unknown;
  }

  #member(object: Expression, property: string | Expression, frame: Frame): Value {
    if (typeof property === 'string') {
      const rows = this.#rowsOf(object, frame) ?? [this.evaluate(object, frame)];
      return union(rows.map((row) => this.member(row, property) ?? unknown));
    }
    const owner = this.evaluate(object, frame);
    const name = this.evaluate(property, frame);
    const names = alternativesOf(name).map((alternative) => (alternative.kind === 'literal' ? String(alternative.value) : null));
    if (names.includes(null)) return this.elementOf(owner);
    return union(names.map((each) => this.member(owner, each ?? '') ?? unknown));
  }

  /** The rows of a long table one of which is asked for by a name that is not decided: what they have in common is found row by row. */
  #rowsOf(object: Expression, frame: Frame): readonly Value[] | null {
    if (object.kind !== 'member' || typeof object.property === 'string') return null;
    const table = this.evaluate(object.object, frame);
    if (table.kind !== 'object' || table.fact.entries.length <= maxAlternatives || table.fact.entries.length > maxRows) return null;
    if (alternativesOf(this.evaluate(object.property, frame)).every((name) => name.kind === 'literal')) return null;
    return table.fact.entries.map((entry) => (entry.kind === 'property' ? this.evaluate(entry.value, table.frame) : unknown));
  }

  /** Some element of a collection. */
  elementOf(value: Value): Value {
    switch (value.kind) {
      case 'array':
        return someOf(value.elements.map((element) => this.evaluate(element, value.frame)));
      case 'object':
        return someOf(value.fact.entries.map((entry) => (entry.kind === 'property' ? this.evaluate(entry.value, value.frame) : unknown)));
      case 'extended':
        return union([this.elementOf(value.base), ...[...value.writes.values()].flat().map((write) => this.evaluate(write, value.frame))]);
      case 'union':
        return union(value.alternatives.map((alternative) => this.elementOf(alternative)));
      default:
        return unknown;
    }
  }

  #choice(alternatives: readonly Expression[], frame: Frame): Value {
    return union(alternatives.map((alternative) => this.evaluate(alternative, frame)));
  }

  /** What a known environment variable decides, no default does. */
  #fallback(alternatives: readonly Expression[], frame: Frame): Value {
    const values: Value[] = [];
    for (const alternative of alternatives) {
      const value = this.evaluate(alternative, frame);
      values.push(value);
      if (isSet(value)) break;
    }
    return union(values);
  }

  #typed(type: Expression, value: Expression | null, frame: Frame): Value {
    const stated = value && this.evaluate(value, frame);
    if (stated && !isUndecided(stated)) return stated;
    return union(alternativesOf(this.evaluate(type, frame)).map((alternative) => this.instanceOf(alternative)));
  }

  /** An object of a type: of a class, an interface or an external name. */
  instanceOf(type: Value): Value {
    switch (type.kind) {
      case 'class':
        return { kind: 'instance', class: type, arguments: null, construction: null, derived: null };
      case 'interface':
        return type.fact.alias ? this.evaluate(type.fact.alias, type.frame) : { kind: 'typed', type, inherited: false };
      case 'external':
      case 'member':
        return { kind: 'typed', type, inherited: false };
      default:
        return unknown;
    }
  }

  /** What a function of the workspace returns for given arguments. */
  apply(callee: FunctionValue, bound: BoundArguments): Value {
    const { fact, frame } = callee;
    if (frame.depth >= maxFrames || bound.frame.depth >= maxFrames) return unknown;
    const inner = this.frameOf(callee, bound);
    const returned = union(fact.returns.map((value) => this.evaluate(value, inner)));
    if (!isUndecided(returned) || !fact.returnType) return returned;
    return union([this.evaluate(fact.returnType, frame), returned]);
  }

  /** The frame of a function's body when called with given arguments. */
  frameOf(callee: FunctionValue, bound: BoundArguments): Frame {
    return {
      module: callee.frame.module,
      parent: callee.frame,
      call: { function: callee.fact, arguments: bound, self: callee.self },
      depth: Math.max(callee.frame.depth, bound.frame.depth) + 1,
      answers: new Map(),
    };
  }

  /** The frame in which an object's fields are evaluated: its constructor's. */
  constructorFrame(instance: InstanceValue): Frame {
    return constructorFrameOf(instance);
  }

  /** The inherited part of an object: of a workspace class, or as constructed by an external one; null without superclass. */
  inherited(instance: InstanceValue): Value | null {
    return inheritedOf(this, instance);
  }

  /** Drops null and undefined from a value where something else remains. */
  present(value: Value): Value {
    const rest = alternativesOf(value).filter((alternative) => !isAbsent(alternative));
    return rest.length === 0 ? value : union(rest);
  }
}

function unknownOf(expression: UnknownExpression): Value {
  return expression.stated === true ? stated : unknown;
}

/** One of a table's values, nobody knows which. */
function someOf(values: readonly Value[]): Value {
  const isText = (value: Value): boolean => value.kind === 'literal' && typeof value.value === 'string';
  const all = union(values);
  const rest = alternativesOf(all).filter((value) => !isText(value));
  return alternativesOf(all).length - rest.length > maxTableTexts ? union([...rest, unknown]) : all;
}
