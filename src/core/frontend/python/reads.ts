import type { ReadFact } from '../../facts/moduleFacts';
import type { Lowering } from './lowering';
import type { Expr, Parameter, Statement } from './syntax';

/** What becomes of a value where it is read. */
interface Fate {
  readonly role: ReadFact['role'];
  readonly callee: Expr | null;
}

const used: Fate = { role: 'used', callee: null };
const passed: Fate = { role: 'passed', callee: null };

/** Every name, member and call result that is read as a value in a module. */
export function surveyReads(lowering: Lowering, body: readonly Statement[]): readonly ReadFact[] {
  const reader = new Reader(lowering);
  reader.statements(body);
  return reader.reads;
}

class Reader {
  readonly reads: ReadFact[] = [];

  constructor(private readonly lowering: Lowering) {}

  statements(body: readonly Statement[]): void {
    for (const statement of body) this.#statement(statement);
  }

  #statement(statement: Statement): void {
    switch (statement.type) {
      case 'expression':
        this.#all(statement.values, passed);
        return;
      case 'assign':
        for (const target of statement.targets) this.#target(target);
        this.#all([statement.value], statement.updates ? used : passed);
        return;
      case 'return':
        this.#all([statement.value], passed);
        return;
      case 'function':
        this.#defaults(statement.parameters);
        this.statements(statement.body);
        return;
      case 'class':
        this.#all(statement.bases, used);
        this.statements(statement.body);
        return;
      case 'for':
        this.#target(statement.target);
        this.#all([statement.iterable], used);
        this.statements(statement.body);
        return;
      case 'with':
        for (const { value, target } of statement.items) {
          this.#read(value, passed);
          if (target) this.#target(target);
        }
        this.statements(statement.body);
        return;
      case 'block':
        this.#all(statement.values, used);
        this.statements(statement.body);
        return;
      case 'import':
      case 'scope':
    }
  }

  /** What is assigned to is no read; the object whose member it is, and a computed key, are. */
  #target(target: Expr): void {
    if (target.type === 'attribute' || target.type === 'subscript') {
      this.#read(target.object, used);
      if (target.type === 'subscript') this.#all([target.index], used);
    } else if (target.type === 'list') for (const element of target.elements) this.#target(element);
  }

  #defaults(parameters: readonly Parameter[]): void {
    this.#all(
      parameters.map(({ fallback }) => fallback),
      passed,
    );
  }

  #all(expressions: readonly (Expr | null)[], fate: Fate): void {
    for (const expression of expressions) if (expression) this.#read(expression, fate);
  }

  #record(node: Expr, { role, callee }: Fate): void {
    const { lowering } = this;
    this.reads.push({
      get expression() {
        return lowering.expression(node);
      },
      role,
      get callee() {
        return callee && lowering.expression(callee);
      },
    });
  }

  #read(node: Expr, fate: Fate): void {
    switch (node.type) {
      case 'name':
        this.#record(node, fate);
        return;
      case 'attribute':
        this.#record(node, fate);
        this.#read(node.object, used);
        return;
      case 'subscript':
        this.#record(node, fate);
        this.#all([node.object, node.index], used);
        return;
      case 'call':
        this.#record(node, fate);
        this.#read(node.callee, used);
        for (const { value } of node.arguments) this.#read(value, { role: 'argument', callee: node.callee });
        return;
      case 'dict':
        for (const { key, value } of node.entries) {
          this.#all([key], used);
          this.#read(value, fate);
        }
        return;
      case 'list':
        this.#all(node.elements, fate);
        return;
      case 'starred':
      case 'await':
      case 'named':
        this.#read(node.value, fate);
        return;
      case 'conditional':
        this.#read(node.test, used);
        this.#all([node.then, node.otherwise], fate);
        return;
      case 'operation': {
        const keeps = node.operator === 'or' || node.operator === '|';
        this.#read(node.left, keeps ? fate : used);
        this.#read(node.right, keeps || node.operator === 'and' ? fate : used);
        return;
      }
      case 'comprehension':
        this.#all([...node.loops.map(({ iterable }) => iterable), ...node.conditions], used);
        this.#all(node.elements, fate);
        return;
      case 'lambda':
        this.#defaults(node.parameters);
        this.#read(node.body, passed);
        return;
      case 'yield':
        this.#all([node.value], passed);
        return;
      case 'text':
        this.#all(
          node.parts.filter((part) => typeof part !== 'string'),
          used,
        );
        return;
      case 'other':
        this.#all(node.children, used);
        return;
      case 'constant':
    }
  }
}
