import type { TSESTree } from '@typescript-eslint/types';
import type { Expression } from '../../facts/expression';
import { rangeOf, type Lowering } from './lowering';
import { typeDeclaration } from './types';

/** What a module offers: ES exports, and CommonJS's `module.exports` and `exports.x`. */
export interface ModuleExports {
  /** The value of an export, `default` for the default one; undefined when there is none of that name. */
  get(name: string): Expression | undefined;
  readonly names: readonly string[];
  /** Specifiers of `export * from`. */
  readonly stars: readonly string[];
}

/** Collects a module's exports without lowering any of their values. */
export function collectExports(lowering: Lowering, program: TSESTree.Program): ModuleExports {
  const named = new Map<string, () => Expression>();
  const stars: string[] = [];
  for (const statement of program.body) {
    switch (statement.type) {
      case 'ExportNamedDeclaration':
        if (statement.declaration) addDeclaration(lowering, statement.declaration, named);
        for (const specifier of statement.specifiers) addSpecifier(lowering, specifier, statement.source?.value, named);
        break;
      case 'ExportDefaultDeclaration': {
        const { declaration } = statement;
        named.set('default', () =>
          declaration.type === 'TSInterfaceDeclaration' ? typeDeclaration(lowering, declaration) : lowering.expression(declaration),
        );
        break;
      }
      case 'ExportAllDeclaration': {
        const { exported } = statement;
        const specifier = statement.source.value;
        if (exported) named.set(nameOf(exported), () => ({ kind: 'import', specifier, imported: '*', range: rangeOf(statement) }));
        else stars.push(specifier);
        break;
      }
      case 'TSExportAssignment':
        addWhole(lowering, statement.expression, named);
        break;
      default:
    }
  }
  addCommonJs(lowering, named);
  // Many modules may ask for the same one: what it was evaluated to is known by its expression.
  const values = new Map<string, Expression | undefined>();
  const get = (name: string): Expression | undefined => {
    if (!values.has(name)) values.set(name, named.get(name)?.());
    return values.get(name);
  };
  return { get, names: [...named.keys()], stars };
}

function addDeclaration(lowering: Lowering, declaration: TSESTree.NamedExportDeclarations, named: Map<string, () => Expression>): void {
  switch (declaration.type) {
    case 'VariableDeclaration':
      for (const declarator of declaration.declarations)
        for (const name of patternNames(declarator.id)) named.set(name.name, () => lowering.name(name));
      break;
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      named.set(declaration.id.name, () => typeDeclaration(lowering, declaration));
      break;
    default: {
      const id = 'id' in declaration ? declaration.id : null;
      if (id?.type === 'Identifier') named.set(id.name, () => lowering.name(id));
    }
  }
}

function addSpecifier(
  lowering: Lowering,
  specifier: TSESTree.ExportSpecifier,
  source: string | undefined,
  named: Map<string, () => Expression>,
): void {
  const local = specifier.local;
  named.set(nameOf(specifier.exported), () => {
    if (source !== undefined) return { kind: 'import', specifier: source, imported: nameOf(local), range: rangeOf(specifier) };
    return local.type === 'Identifier' ? lowering.name(local) : { kind: 'unknown', range: rangeOf(specifier) };
  });
}

/** `module.exports = value`: the module itself, its members under their names. */
function addWhole(lowering: Lowering, value: TSESTree.Expression, named: Map<string, () => Expression>): void {
  named.set('default', () => lowering.expression(value));
  if (value.type !== 'ObjectExpression') return;
  for (const property of value.properties) {
    if (property.type !== 'Property' || property.computed) continue;
    const name = lowering.keyName(property.key, false);
    if (typeof name === 'string') named.set(name, () => lowering.expression(property.value));
  }
}

function addCommonJs(lowering: Lowering, named: Map<string, () => Expression>): void {
  for (const { target, value } of lowering.summary.memberWrites) {
    const name = lowering.propertyName(target);
    if (typeof name !== 'string') continue;
    if (isGlobal(lowering, target.object, 'module') && name === 'exports') addWhole(lowering, value, named);
    else if (isGlobal(lowering, target.object, 'exports') || isModuleExports(lowering, target.object)) {
      if (!named.has(name)) named.set(name, () => lowering.expression(value));
    }
  }
}

function isModuleExports(lowering: Lowering, node: TSESTree.Node): boolean {
  return node.type === 'MemberExpression' && isGlobal(lowering, node.object, 'module') && lowering.propertyName(node) === 'exports';
}

function isGlobal(lowering: Lowering, node: TSESTree.Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name && lowering.scopes.variableOf(node) === null;
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

function patternNames(pattern: TSESTree.Node): TSESTree.Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) => patternNames(property.type === 'RestElement' ? property.argument : property.value));
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? patternNames(element) : []));
    case 'AssignmentPattern':
      return patternNames(pattern.left);
    case 'RestElement':
      return patternNames(pattern.argument);
    default:
      return [];
  }
}
