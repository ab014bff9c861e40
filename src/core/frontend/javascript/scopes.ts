import type { TSESTree } from '@typescript-eslint/types';
import { declarationsOf, isTypeOnly, patternNames, scopeHolder, type Declaration } from './declarations';
import { isFunction } from './functionNode';
import { startOf } from './walk';

/** One place where a variable is declared. */
export interface Definition {
  /** The declaring node: a declarator, a function for its name and its parameters, an import's clause, … */
  readonly node: TSESTree.Node;
  /** The identifier that declares it. */
  readonly name: TSESTree.Identifier;
  readonly kind: Declaration['kind'];
}

/** A variable, type or import of a module. */
export interface Variable {
  readonly name: string;
  /** In source order. */
  readonly definitions: readonly Definition[];
  /** Where it is given a value after its declaration, in source order; once more for every default beside it. */
  readonly assignments: readonly TSESTree.Identifier[];
}

/** Which variable each identifier means. */
export interface Scopes {
  /** The variable an identifier refers to or declares; null for globals and names that are not variables. */
  variableOf(identifier: TSESTree.Identifier | TSESTree.JSXIdentifier): Variable | null;
}

/** What the walk over a tree found for resolving names: nodes that declare, assignments. */
export interface Declaring {
  readonly declarations: readonly TSESTree.Node[];
  readonly assignments: readonly TSESTree.AssignmentExpression[];
}

/**
 * Resolves identifiers, each when it is asked for: few of a module's names are. Follows JavaScript's and TypeScript's rules as
 * `@typescript-eslint/scope-manager` does, which takes several times as long because it resolves all; a test compares both.
 */
export function resolveScopes(tree: Declaring): Scopes {
  return new LazyScopes(tree);
}

/** Assignments after which a variable can hold the value on the right. */
const givingOperators: ReadonlySet<string> = new Set(['=', '??=', '||=']);

interface GrowingVariable extends Variable {
  readonly definitions: Definition[];
  readonly assignments: TSESTree.Identifier[];
}

class LazyScopes implements Scopes {
  readonly #tree: Declaring;
  /** Variables by the node whose scope they are in, and by name. */
  readonly #scopes = new Map<TSESTree.Node, Map<string, GrowingVariable>>();
  /** Names of function expressions: in a scope of their own around the function. */
  readonly #ownNames = new Map<TSESTree.Node, GrowingVariable>();
  readonly #declared = new Map<TSESTree.Node, GrowingVariable>();
  readonly #names = new Set<string>();
  #isRead = false;

  constructor(tree: Declaring) {
    this.#tree = tree;
  }

  variableOf(identifier: TSESTree.Identifier | TSESTree.JSXIdentifier): Variable | null {
    if (!this.#isRead) this.#read();
    if (!this.#names.has(identifier.name)) return null;
    return this.#declared.get(identifier) ?? this.#resolve(identifier);
  }

  #read(): void {
    this.#isRead = true;
    for (const node of this.#tree.declarations) {
      declarationsOf(node, this.#declare);
    }
    for (const { left, operator } of this.#tree.assignments) {
      if (!givingOperators.has(operator)) continue;
      for (const { identifier, defaults } of patternNames(left)) {
        const variable = this.#names.has(identifier.name) ? this.#resolve(identifier) : null;
        for (let times = 0; variable && times <= defaults; times++) variable.assignments.push(identifier);
      }
    }
  }

  readonly #declare = (declaration: Declaration): void => {
    const { node, name, scope } = declaration;
    this.#names.add(name.name);
    let variable: GrowingVariable | undefined;
    if (scope === 'own name') {
      variable = newVariable(declaration);
      this.#ownNames.set(node, variable);
    } else {
      let names = this.#scopes.get(scope);
      if (!names) this.#scopes.set(scope, (names = new Map<string, GrowingVariable>()));
      variable = names.get(name.name);
      if (variable) variable.definitions.push(declaration);
      else names.set(name.name, (variable = newVariable(declaration)));
    }
    // A class's name is declared twice, outside and inside the class; the outer one is what the rest of the module uses.
    if (!this.#declared.has(name)) this.#declared.set(name, variable);
  };

  #resolve(identifier: TSESTree.Identifier | TSESTree.JSXIdentifier): GrowingVariable | null {
    const { name } = identifier;
    const use = useOf(identifier);
    let child: TSESTree.Node = identifier;
    for (let node = identifier.parent as TSESTree.Node | undefined; node; child = node, node = node.parent) {
      const holder = scopeHolder(node, child);
      if (holder) {
        const found = this.#scopes.get(holder)?.get(name);
        if (found && isMeant(found, use) && !isBehindDefaults(found, holder, identifier)) return found;
        // `arguments` is every such function's own.
        if (name === 'arguments' && isFunction(holder) && holder.type !== 'ArrowFunctionExpression') return null;
      }
      if (this.#ownNames.size === 0) continue;
      const own = this.#ownNames.get(node);
      if (own?.name === name && use !== 'type') return own;
    }
    return null;
  }
}

function newVariable(declaration: Declaration): GrowingVariable {
  return { name: declaration.name.name, definitions: [declaration], assignments: [] };
}

type Use = 'value' | 'type' | 'either';

/** Whether an identifier stands for a value or for a type: types and values of one name are different things. */
function useOf(identifier: TSESTree.Identifier | TSESTree.JSXIdentifier): Use {
  let child: TSESTree.Node = identifier;
  for (let node = identifier.parent as TSESTree.Node | undefined; node; child = node, node = node.parent) {
    switch (node.type) {
      case 'TSQualifiedName':
        continue;
      case 'MemberExpression':
        if (node.object === child) continue;
        return 'value';
      case 'TSTypeReference':
      case 'TSInterfaceHeritage':
      case 'TSClassImplements':
        return 'type';
      case 'ExportSpecifier':
        return node.exportKind === 'type' || node.parent.exportKind === 'type' ? 'type' : 'either';
      case 'ExportDefaultDeclaration':
      case 'TSExportAssignment':
        return child === identifier ? 'either' : 'value';
      default:
        return 'value';
    }
  }
  return 'value';
}

/** Whether a use can mean a variable: a value's name never means a type alone, nor the other way round. */
function isMeant({ definitions }: Variable, use: Use): boolean {
  switch (use) {
    case 'either':
      return true;
    case 'value':
      return definitions.some(({ kind }) => !isTypeOnly(kind));
    case 'type':
      return definitions.some(({ kind }) => kind === 'type' || kind === 'import' || kind === 'class' || kind === 'namespace');
  }
}

/** True for a variable of a function's body that is asked for in its parameters, which don't see the body. */
function isBehindDefaults(variable: Variable, holder: TSESTree.Node, identifier: TSESTree.Node): boolean {
  if (!isFunction(holder)) return false;
  const bodyStart = startOf(holder.body);
  return startOf(identifier) < bodyStart && variable.definitions.every(({ name }) => startOf(name) >= bodyStart);
}
