/** The part of JSON Schema that `media/catalog.schema.json` uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

export type Path = readonly (string | number)[];

/** What is wrong at a place of a value. */
export interface Fault {
  readonly path: Path;
  /** One clause, no full stop. */
  readonly reason: string;
}

/** Checks a value against a schema; objects take no properties but the schema's. */
export function checkSchema(value: unknown, root: Schema): Fault[] {
  return check(value, root, root, []);
}

function check(value: unknown, schema: Schema, root: Schema, path: Path): Fault[] {
  const fault = (reason: string): Fault[] => [{ path, reason }];
  if (schema.$ref !== undefined) {
    const named = root.definitions?.[schema.$ref.replace('#/definitions/', '')];
    return named ? check(value, named, root, path) : fault(`the schema has no ${schema.$ref}`);
  }
  if (schema.enum && !schema.enum.includes(value)) return fault(`must be one of ${schema.enum.join(', ')}`);
  if (schema.type !== undefined && !isOfType(value, schema.type)) return fault(`must be ${articles[schema.type] ?? schema.type}`);
  if (typeof value === 'string') return checkText(value, schema).flatMap(fault);
  if (typeof value === 'number') return checkNumber(value, schema).flatMap(fault);
  if (Array.isArray(value)) {
    if (schema.minItems !== undefined && value.length < schema.minItems) return fault('must not be empty');
    const { items } = schema;
    return items ? value.flatMap((item, index) => check(item, items, root, [...path, index])) : [];
  }
  return typeof value === 'object' && value !== null ? checkObject(value as Readonly<Record<string, unknown>>, schema, root, path) : [];
}

function checkObject(value: Readonly<Record<string, unknown>>, schema: Schema, root: Schema, path: Path): Fault[] {
  const known = schema.properties ?? {};
  const missing = (schema.required ?? [])
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => ({ path, reason: `needs '${name}'` }));
  const faults = Object.entries(value).flatMap(([name, item]): Fault[] => {
    const property = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!property) return [{ path: [...path, name], reason: `is not known here; known: ${Object.keys(known).join(', ')}` }];
    return check(item, property, root, [...path, name]);
  });
  return [...missing, ...faults];
}

const articles: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
};

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function checkText(value: string, { pattern, minLength }: Schema): string[] {
  if (minLength !== undefined && value.length < minLength) return ['must not be empty'];
  return pattern !== undefined && !new RegExp(pattern).test(value) ? [`must match ${pattern}`] : [];
}

function checkNumber(value: number, { minimum, exclusiveMinimum }: Schema): string[] {
  if (minimum !== undefined && value < minimum) return [`must be ${minimum} or more`];
  return exclusiveMinimum !== undefined && value <= exclusiveMinimum ? [`must be more than ${exclusiveMinimum}`] : [];
}
