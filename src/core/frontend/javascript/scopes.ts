import type { TSESTree } from '@typescript-eslint/types';
import { analyze, type Variable } from '@typescript-eslint/scope-manager';

/** Which variable each identifier means. */
export interface Scopes {
  /** The variable an identifier refers to or declares; null for globals and names that are not variables. */
  variableOf(identifier: TSESTree.Identifier | TSESTree.JSXIdentifier): Variable | null;
  /** A module-level variable by name. */
  moduleVariable(name: string): Variable | null;
}

/** Resolves identifiers with scope-manager. Throws where a recovered tree has a shape no valid program has. */
export function resolveScopes(program: TSESTree.Program): Scopes {
  const manager = analyze(program, { sourceType: 'module', lib: [], jsxPragma: null, jsxFragmentName: null });
  const variables = new Map<TSESTree.Node, Variable>();
  for (const scope of manager.scopes) {
    // A class's name is declared twice, outside and inside the class; the outer one is what the rest of the module uses.
    for (const variable of scope.variables)
      for (const identifier of variable.identifiers) if (!variables.has(identifier)) variables.set(identifier, variable);
    for (const reference of scope.references) if (reference.resolved) variables.set(reference.identifier, reference.resolved);
  }
  const moduleScope = manager.globalScope?.childScopes.find((scope) => scope.type === 'module') ?? manager.globalScope;
  return {
    variableOf: (identifier) => {
      const variable = variables.get(identifier) ?? null;
      return variable && variable.defs.length > 0 ? variable : null;
    },
    moduleVariable: (name) => moduleScope?.set.get(name) ?? null,
  };
}
