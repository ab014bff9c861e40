import type { TSESTree } from '@typescript-eslint/types';
import { declarationsOf, isTypeOnly, patternNames, scopeHolder, scopeOf, type Declaration, type PatternName } from './declarations';
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

/** What a module declares and assigns by one name. */
interface Named {
  readonly declarations: Declaration[];
  readonly assigned: PatternName[];
  variables: Variables | undefined;
}

/** The variables of one name. */
interface Variables {
  /** By the node whose scope they are in. */
  readonly scopes: Map<TSESTree.Node, GrowingVariable>;
  /** Names of function expressions: in a scope of their own around the function. Undefined where no function has the name. */
  ownNames: Map<TSESTree.Node, GrowingVariable> | undefined;
  readonly declared: Map<TSESTree.Node, GrowingVariable>;
}

class LazyScopes implements Scopes {
  readonly #tree: Declaring;
  #names: ReadonlyMap<string, Named> | undefined;

  constructor(tree: Declaring) {
    this.#tree = tree;
  }

  variableOf(identifier: TSESTree.Identifier | TSESTree.JSXIdentifier): Variable | null {
    this.#names ??= namesOf(this.#tree);
    const named = this.#names.get(identifier.name);
    if (!named) return null;
    // Scopes are looked for when a name is asked for: few of a module's names are.
    const variables = (named.variables ??= variablesOf(named));
    return variables.declared.get(identifier) ?? resolve(identifier, variables);
  }
}

function namesOf(tree: Declaring): ReadonlyMap<string, Named> {
  const names = new Map<string, Named>();
  const tell = (declaration: Declaration): void => {
    const known = names.get(declaration.name.name);
    if (known) known.declarations.push(declaration);
    else names.set(declaration.name.name, { declarations: [declaration], assigned: [], variables: undefined });
  };
  for (const node of tree.declarations) declarationsOf(node, tell);
  for (const { left, operator } of tree.assignments) {
    if (!givingOperators.has(operator)) continue;
    for (const assigned of patternNames(left)) names.get(assigned.identifier.name)?.assigned.push(assigned);
  }
  return names;
}

function variablesOf({ declarations, assigned }: Named): Variables {
  const variables: Variables = { scopes: new Map(), ownNames: undefined, declared: new Map() };
  for (const declaration of declarations) declare(declaration, variables);
  for (const { identifier, defaults } of assigned) {
    const variable = resolve(identifier, variables);
    for (let times = 0; variable && times <= defaults; times++) variable.assignments.push(identifier);
  }
  return variables;
}

function declare(declaration: Declaration, variables: Variables): void {
  const { scopes, declared } = variables;
  const { name, place } = declaration;
  const scope = scopeOf(declaration);
  const known = place === 'own name' ? undefined : scopes.get(scope);
  const variable = known ?? newVariable(declaration);
  if (known) known.definitions.push(declaration);
  else if (place === 'own name') (variables.ownNames ??= new Map<TSESTree.Node, GrowingVariable>()).set(scope, variable);
  else scopes.set(scope, variable);
  // A class's name is declared twice, outside and inside the class; the outer one is what the rest of the module uses.
  if (!declared.has(name)) declared.set(name, variable);
}

function resolve(identifier: TSESTree.Identifier | TSESTree.JSXIdentifier, { scopes, ownNames }: Variables): GrowingVariable | null {
  const use = useOf(identifier);
  let child: TSESTree.Node = identifier;
  for (let node = identifier.parent as TSESTree.Node | undefined; node; child = node, node = node.parent) {
    const holder = scopeHolder(node, child);
    if (holder) {
      const found = scopes.get(holder);
      if (found && isMeant(found, use) && !isBehindDefaults(found, holder, identifier)) return found;
      // `arguments` is every such function's own.
      if (identifier.name === 'arguments' && isFunction(holder) && holder.type !== 'ArrowFunctionExpression') return null;
    }
    if (!ownNames || use === 'type') continue;
    const own = ownNames.get(node);
    if (own) return own;
  }
  return null;
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
