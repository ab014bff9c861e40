import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser/lib/esm/main.js';
import schema from '../../../media/catalog.schema.json';
import type { CatalogOverrides } from '../../core/catalog/overrides';
import { checkSchema, type Fault, type Path } from './checkSchema';
import { needsOf } from './needs';

/** A fault in a text, with where it stands there. */
export interface TextFault {
  /** `models[0].weights is …`: place and reason. */
  readonly message: string;
  readonly offset: number;
  readonly length: number;
}

/** Own rows and what is wrong with them; rows with a fault are left out. */
export interface ReadOverrides {
  readonly overrides: CatalogOverrides;
  readonly faults: readonly Fault[];
}

/** Checks own rows (parsed JSON, from wherever) against the schema that ships with the extension, and for what new rows need. */
export function readOverrides(value: unknown): ReadOverrides {
  const shape = checkSchema(value, schema);
  if (shape.some(({ path }) => path.length < 2) || typeof value !== 'object' || value === null) return { overrides: {}, faults: shape };
  const rows = value as CatalogOverrides;
  const needs = needsOf(rows, (table, index) => !isAmong(shape, [table, index]));
  const faults = [...shape, ...needs];
  return { overrides: withoutRows(rows, faults), faults };
}

/** Reads own rows from a JSON text; comments and trailing commas are allowed. Never throws. */
export function readOverridesText(text: string): { readonly overrides: CatalogOverrides; readonly faults: readonly TextFault[] } {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [error] = errors;
  if (error) {
    return {
      overrides: {},
      faults: [{ message: `not JSON: ${printParseErrorCode(error.error)}`, offset: error.offset, length: error.length }],
    };
  }
  if (!root) return { overrides: {}, faults: [] };
  const { overrides, faults } = readOverrides(valueOf(root));
  return { overrides, faults: faults.map((fault) => located(fault, root)) };
}

/** `models[0].weights`. */
export function pathText(path: Path): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
  return text.replace(/^\./, '') || 'the catalog';
}

function located(fault: Fault, root: Node): TextFault {
  const node = findNodeAtLocation(root, [...fault.path]) ?? root;
  const message = `${pathText(fault.path)} ${fault.reason}`;
  // An object's first character stands for all of it.
  return { message, offset: node.offset, length: node.type === 'object' ? 1 : node.length };
}

function valueOf(node: Node): unknown {
  switch (node.type) {
    case 'object':
      return Object.fromEntries(
        (node.children ?? []).flatMap(({ children = [] }) => {
          const [key, item] = children;
          return key && item ? [[String(key.value), valueOf(item)] as const] : [];
        }),
      );
    case 'array':
      return (node.children ?? []).map(valueOf);
    default:
      return node.value;
  }
}

/** The rows without those that faults are in. */
function withoutRows(rows: CatalogOverrides, faults: readonly Fault[]): CatalogOverrides {
  const kept = <T>(table: keyof CatalogOverrides, list: readonly T[] = []): readonly T[] =>
    list.filter((_, index) => !isAmong(faults, [table, index]));
  return { vendors: kept('vendors', rows.vendors), models: kept('models', rows.models), targets: kept('targets', rows.targets) };
}

function isAmong(faults: readonly Fault[], [table, index]: Path): boolean {
  return faults.some(({ path }) => path[0] === table && path[1] === index);
}
