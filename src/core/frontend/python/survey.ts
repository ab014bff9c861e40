import { newScope, variableIn, type FunctionInfo, type FunctionNode, type Scope, type ValueSource, type Variable } from './scopes';
import { Surveyed, type Survey } from './surveyed';
import type { CallExpr, ClassStatement, Expr, FunctionStatement, ImportStatement, LambdaExpr, Statement } from './syntax';

interface Place {
  readonly scope: Scope;
  readonly function: FunctionInfo | null;
  readonly class: ClassStatement | null;
}

/** Walks a module once: scopes, calls, functions, classes and assignments to members. */
export function survey(body: readonly Statement[]): Survey {
  const surveyor = new Surveyor();
  const { found } = surveyor;
  surveyor.statements(body, { scope: found.module, function: null, class: null });
  found.calls.sort((a, b) => a.range.end - b.range.end || a.range.start - b.range.start);
  return found;
}

class Surveyor {
  readonly found = new Surveyed();

  statements(body: readonly Statement[], place: Place): void {
    for (const statement of body) this.#statement(statement, place);
  }

  #statement(statement: Statement, place: Place): void {
    switch (statement.type) {
      case 'expression':
        this.#all(statement.values, place);
        return;
      case 'assign':
        this.#all([...statement.targets, statement.annotation, statement.value], place);
        for (const target of statement.targets) {
          // `url += path` adds to what the name holds; it gives no value of its own.
          const source: ValueSource | null =
            statement.value && !statement.updates ? { kind: 'value', value: statement.value, path: [] } : null;
          this.#bind(target, source, place, statement.annotation);
        }
        return;
      case 'return':
        this.#all([statement.value], place);
        if (statement.value) place.function?.returns.push(statement.value);
        return;
      case 'import':
        this.#import(statement, place.scope);
        return;
      case 'function':
        this.#function(statement, place);
        return;
      case 'class':
        this.#class(statement, place);
        return;
      case 'for':
        this.#all([statement.iterable, statement.target], place);
        this.#bind(statement.target, { kind: 'element', value: statement.iterable, path: [] }, place, null);
        this.statements(statement.body, place);
        return;
      case 'with':
        for (const { value, target } of statement.items) {
          this.#all([value, target], place);
          if (target) this.#bind(target, { kind: 'value', value, path: [] }, place, null);
        }
        this.statements(statement.body, place);
        return;
      case 'block':
        this.#all(statement.values, place);
        this.statements(statement.body, place);
        return;
      case 'scope':
        for (const name of statement.names) place.scope.elsewhere.set(name, statement.global ? 'global' : 'nonlocal');
    }
  }

  #import(statement: ImportStatement, scope: Scope): void {
    const { module, alias, names } = statement;
    if (names === null) {
      const bound = alias ?? module.split('.')[0] ?? module;
      if (alias === null && module.includes('.')) this.found.dottedModules.add(module);
      this.#variable(bound, scope).definitions.push({ kind: 'import', statement, name: null });
      return;
    }
    for (const { name, alias: as } of names) {
      if (name === '*') this.found.stars.push(module);
      else this.#variable(as ?? name, scope).definitions.push({ kind: 'import', statement, name });
    }
  }

  #function(node: FunctionStatement, place: Place): void {
    const variable = this.#variable(node.name.name, place.scope);
    this.found.scopes.set(node.name, place.scope);
    variable.definitions.push({ kind: 'function', node });
    this.#all([...node.parameters.flatMap((each) => [each.annotation, each.fallback]), node.returns], place);
    const owner = place.scope.kind === 'class' ? place.class : null;
    const isStatic = node.decorators.includes('staticmethod');
    const [first] = node.parameters;
    const self = owner && !isStatic && first?.kind === '' ? first : null;
    const info: FunctionInfo = {
      parameters: self ? node.parameters.slice(1) : node.parameters,
      owner,
      variable: owner ? null : variable,
      returns: [],
      yields: [],
      passedTo: null,
    };
    const inner = this.#enter(node, info, place);
    if (self && owner)
      this.#variable(self.name, inner.scope).self = {
        owner,
        static: node.decorators.includes('classmethod') || node.name.name === '__new__',
      };
    this.statements(node.body, inner);
  }

  #enter(node: FunctionNode, info: FunctionInfo, place: Place): Place {
    this.found.functions.set(node, info);
    const scope = newScope('function', place.scope);
    info.parameters.forEach((parameter, index) => {
      const variable = this.#variable(parameter.name, scope);
      variable.definitions.push({ kind: 'parameter', node, index, parameter });
      variable.annotation = null;
    });
    return { scope, function: info, class: place.class };
  }

  #class(node: ClassStatement, place: Place): void {
    const variable = this.#variable(node.name.name, place.scope);
    this.found.scopes.set(node.name, place.scope);
    variable.definitions.push({ kind: 'class', node });
    this.#all(node.bases, place);
    const scope = newScope('class', place.scope);
    this.found.classes.set(node, { variable, scope, superCall: null });
    this.statements(node.body, { scope, function: null, class: node });
  }

  #bind(target: Expr, source: ValueSource | null, place: Place, annotation: Expr | null): void {
    switch (target.type) {
      case 'name': {
        const variable = this.#variable(target.name, place.scope);
        if (source) variable.definitions.push(source);
        variable.annotation ??= annotation;
        return;
      }
      case 'list':
        target.elements.forEach((element, index) => {
          const inner = source && element.type !== 'starred' ? { ...source, path: [...source.path, String(index)] } : null;
          this.#bind(element.type === 'starred' ? element.value : element, inner, place, null);
        });
        return;
      case 'attribute':
      case 'subscript':
        this.found.memberWrites.push({ target, source, annotation });
        return;
      default:
    }
  }

  /** The variable that binding a name in a scope makes or changes. */
  #variable(name: string, scope: Scope): Variable {
    const elsewhere = scope.elsewhere.get(name);
    if (elsewhere === 'global') return variableIn(name, this.found.module);
    if (elsewhere === 'nonlocal') {
      for (let up = scope.parent; up; up = up.parent) if (up.kind === 'function' && up.variables.has(name)) return variableIn(name, up);
    }
    return variableIn(name, scope);
  }

  #all(expressions: readonly (Expr | null)[], place: Place): void {
    for (const expression of expressions) if (expression) this.#expression(expression, place);
  }

  #expression(expression: Expr, place: Place): void {
    switch (expression.type) {
      case 'name':
        this.found.scopes.set(expression, place.scope);
        return;
      case 'constant':
        return;
      case 'text':
        this.#all(
          expression.parts.filter((part) => typeof part !== 'string'),
          place,
        );
        return;
      case 'attribute':
        this.#expression(expression.object, place);
        return;
      case 'subscript':
        this.#all([expression.object, expression.index], place);
        return;
      case 'call':
        this.#call(expression, place);
        return;
      case 'dict':
        this.#all(
          expression.entries.flatMap(({ key, value }) => [key, value]),
          place,
        );
        return;
      case 'list':
        this.#all(expression.elements, place);
        return;
      case 'comprehension': {
        const scope = newScope('function', place.scope);
        const inner = { ...place, scope };
        for (const { target, iterable } of expression.loops) {
          this.#all([iterable, target], inner);
          this.#bind(target, { kind: 'element', value: iterable, path: [] }, inner, null);
        }
        this.#all([...expression.conditions, ...expression.elements], inner);
        return;
      }
      case 'lambda':
        this.#lambda(expression, null, place);
        return;
      case 'conditional':
        this.#all([expression.test, expression.then, expression.otherwise], place);
        return;
      case 'operation':
        this.#all([expression.left, expression.right], place);
        return;
      case 'starred':
      case 'await':
        this.#expression(expression.value, place);
        return;
      case 'yield':
        if (expression.value) {
          place.function?.yields.push(expression.value);
          this.#expression(expression.value, place);
        }
        return;
      case 'named':
        this.#all([expression.target, expression.value], place);
        this.#bind(expression.target, { kind: 'value', value: expression.value, path: [] }, place, null);
        return;
      case 'other':
        this.#all(expression.children, place);
    }
  }

  #call(call: CallExpr, place: Place): void {
    this.found.calls.push(call);
    this.#expression(call.callee, place);
    let index = 0;
    for (const { value, name } of call.arguments) {
      if (value.type === 'lambda') this.#lambda(value, name === null ? { call, index } : null, place);
      else this.#expression(value, place);
      if (name === null) index++;
    }
    const info = place.class && this.found.classes.get(place.class);
    if (info && isSuperInit(call)) info.superCall ??= call;
    if (place.class && isSuper(call)) this.found.supers.set(call, place.class);
  }

  #lambda(node: LambdaExpr, passedTo: FunctionInfo['passedTo'], place: Place): void {
    this.#all(
      node.parameters.map((each) => each.fallback),
      place,
    );
    const info: FunctionInfo = { parameters: node.parameters, owner: null, variable: null, returns: [node.body], yields: [], passedTo };
    this.#expression(node.body, this.#enter(node, info, place));
  }
}

/** True for `super().__init__(…)`. */
export function isSuperInit({ callee }: CallExpr): boolean {
  return callee.type === 'attribute' && callee.name === '__init__' && isSuper(callee.object);
}

/** True for `super()`. */
export function isSuper(expression: Expr): boolean {
  return expression.type === 'call' && expression.callee.type === 'name' && expression.callee.name === 'super';
}
