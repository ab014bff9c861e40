import { anyMember, type Binding, type CallExpression, type Expression } from '../../facts/expression';
import { isInjection } from './calls';
import type { Lowering } from './lowering';
import type { Definition, MemberWrite, ValueSource, Variable } from './scopes';
import { optional } from './types';

/** What a variable is bound to: all that is ever assigned to it, and members written to it. */
export function lowerBinding(lowering: Lowering, variable: Variable): Binding {
  let definitions: readonly Expression[] | undefined;
  let writes: ReadonlyMap<string, readonly Expression[]> | undefined;
  let calls: readonly CallExpression[] | undefined;
  return {
    name: variable.name,
    get definitions() {
      definitions ??= variable.definitions.map((definition) => define(lowering, definition));
      return definitions;
    },
    get type() {
      return variable.annotation && lowering.type(variable.annotation);
    },
    get writes() {
      writes ??= writesTo(lowering, lowering.survey.memberWritesTo(variable));
      return writes;
    },
    get calls() {
      calls ??= lowering.survey.callsOf(variable).map((call) => lowering.call(call));
      return calls;
    },
  };
}

/** Members written to a value, by name. */
export function writesTo(lowering: Lowering, memberWrites: readonly MemberWrite[]): Map<string, Expression[]> {
  const writes = new Map<string, Expression[]>();
  for (const { target, source } of memberWrites) {
    if (!source) continue;
    const name = memberName(target);
    writes.set(name, [...(writes.get(name) ?? []), sourceValue(lowering, source)]);
  }
  return writes;
}

/** The name that an assignment to a member writes, {@link anyMember} where it is computed. */
export function memberName(target: MemberWrite['target']): string {
  if (target.type === 'attribute') return target.name;
  return target.index?.type === 'constant' ? String(target.index.value) : anyMember;
}

/** The value that an assignment, a loop or a `with` gives a target. */
export function sourceValue(lowering: Lowering, { kind, value, path }: ValueSource): Expression {
  const { range } = value;
  const whole: Expression =
    kind === 'element' ? { kind: 'element', collection: lowering.expression(value), range } : lowering.expression(value);
  return path.reduce<Expression>((object, property) => ({ kind: 'member', object, property, range }), whole);
}

function define(lowering: Lowering, definition: Definition): Expression {
  switch (definition.kind) {
    case 'value':
    case 'element':
      return sourceValue(lowering, definition);
    case 'import':
      return lowering.import(definition.statement, definition.name);
    case 'function':
      return lowering.function(definition.node);
    case 'class':
      return lowering.class(definition.node);
    case 'parameter': {
      const { node, index, parameter } = definition;
      const { annotation, fallback, kind, range } = parameter;
      if (fallback && isInjection(fallback)) return lowering.expression(fallback);
      const type = annotation && kind === '' ? lowering.type(annotation) : null;
      const value: Expression = {
        kind: 'parameter',
        function: lowering.function(node),
        index,
        rest: kind === '*',
        ...(kind === '**' ? { keywords: true } : {}),
        type: type && fallback ? optional(type) : type,
        range,
      };
      return fallback ? { kind: 'choice', alternatives: [value, lowering.expression(fallback)], fallback: true, range } : value;
    }
  }
}

/** Members written to imported modules, by module: `openai.api_base = …`. */
export function packageWrites(
  lowering: Lowering,
  variables: Iterable<Variable>,
): ReadonlyMap<string, ReadonlyMap<string, readonly Expression[]>> {
  const written = new Map<string, ReadonlyMap<string, readonly Expression[]>>();
  for (const variable of variables) {
    const [definition] = variable.definitions;
    if (definition?.kind !== 'import' || definition.name !== null) continue;
    const writes = writesTo(lowering, lowering.survey.memberWritesTo(variable));
    if (writes.size > 0) written.set(definition.statement.module, writes);
  }
  return written;
}
