import type { TSESTree } from '@typescript-eslint/types';
import type { ImportedName, ImportFact } from '../../facts/moduleFacts';
import { rangeOf, type Lowering } from './lowering';
import { collectReferences, type Reference } from './references';
import type { Variable } from './scopes';

interface Names {
  readonly lowering: Lowering;
  readonly references: ReadonlyMap<Variable, readonly Reference[]>;
}

/** The statements of a module's top level that bring names of other modules in: import declarations, and `require` alone in a declaration. */
export function collectImports(lowering: Lowering, program: TSESTree.Program): ImportFact[] {
  const names: Names = { lowering, references: collectReferences(lowering.scopes, program) };
  return program.body.flatMap((node): ImportFact[] => {
    if (node.type === 'ImportDeclaration') return [declared(names, node)];
    const required = node.type === 'VariableDeclaration' ? requiredIn(names, node) : null;
    return required ? [required] : [];
  });
}

function declared(names: Names, node: TSESTree.ImportDeclaration): ImportFact {
  return {
    specifier: node.source.value,
    range: rangeOf(node),
    form: 'import',
    typeOnly: node.importKind === 'type',
    named: node.specifiers.length > 0 && node.specifiers.every(({ type }) => type === 'ImportSpecifier'),
    names: node.specifiers.map((specifier): ImportedName => {
      const imported =
        specifier.type === 'ImportSpecifier'
          ? specifier.imported.type === 'Identifier'
            ? specifier.imported.name
            : specifier.imported.value
          : specifier.type === 'ImportDefaultSpecifier'
            ? 'default'
            : '*';
      const typeOnly = specifier.type === 'ImportSpecifier' && specifier.importKind === 'type';
      return nameFact(names, node, specifier, specifier.local, { imported, typeOnly });
    }),
  };
}

/** `const { a, b: c } = require('package')`; null for every other form. */
function requiredIn(all: Names, node: TSESTree.VariableDeclaration): ImportFact | null {
  const [declarator, ...others] = node.declarations;
  if (!declarator || others.length > 0 || declarator.id.type !== 'ObjectPattern') return null;
  const { init } = declarator;
  const [argument] = init?.type === 'CallExpression' ? init.arguments : [];
  const isRequire = init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require';
  if (!isRequire || argument?.type !== 'Literal' || typeof argument.value !== 'string') return null;
  const names = declarator.id.properties.flatMap((property): ImportedName[] =>
    property.type === 'Property' && !property.computed && property.key.type === 'Identifier' && property.value.type === 'Identifier'
      ? [nameFact(all, node, property, property.value, { imported: property.key.name, typeOnly: false })]
      : [],
  );
  const named = names.length > 0 && names.length === declarator.id.properties.length;
  return { specifier: argument.value, range: rangeOf(node), form: 'require', typeOnly: false, named, names };
}

function nameFact(
  { lowering, references }: Names,
  statement: TSESTree.Node,
  node: TSESTree.Node,
  local: TSESTree.Identifier,
  known: Pick<ImportedName, 'imported' | 'typeOnly'>,
): ImportedName {
  const { start, end } = rangeOf(statement);
  const variable = lowering.scopes.variableOf(local);
  const named = (variable && references.get(variable)) ?? [];
  return {
    ...known,
    local: local.name,
    range: rangeOf(node),
    references: named.map(rangeOf).filter((range) => range.end <= start || range.start >= end),
  };
}
