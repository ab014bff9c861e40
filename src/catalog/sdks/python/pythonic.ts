import type { Operation, SettingName, Shape, Slot, Variant } from '../../../core/match/description';

type Members = Readonly<Record<string, Operation>>;

/** A name as Python writes it: `createAndRun` is `create_and_run`, `baseURL` is `base_url`. */
export function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/** Where a JavaScript SDK takes one object, its Python sibling takes named arguments: `0.maxTokens` is `max_tokens=`. */
function pythonSlot(slot: Slot): Slot {
  const slots = (typeof slot === 'string' ? [slot] : slot).map((text) => {
    const [argument = '', first, ...rest] = text.split('.');
    return first === undefined ? argument : [`${snakeCase(first)}=`, ...rest.map(snakeCase)].join('.');
  });
  const [only] = slots;
  return slots.length === 1 && only !== undefined ? only : slots;
}

function pythonOperation(operation: Operation): Operation {
  const { settings, features, from, variants } = operation;
  return {
    ...operation,
    ...(settings === undefined ? {} : { settings: slots(settings) }),
    ...(features === undefined ? {} : { features: slots(features) }),
    ...(from === undefined ? {} : { from: pythonSlot(from) }),
    ...(variants === undefined ? {} : { variants: variants.map((each): Variant => ({ ...each, present: pythonSlot(each.present) })) }),
  };
}

function slots<T extends Partial<Record<SettingName, Slot>> | Readonly<Record<string, Slot>>>(named: T): T {
  return Object.fromEntries(Object.entries(named).map(([name, slot]) => [name, pythonSlot(slot)])) as T;
}

/** Members of a JavaScript client as its Python sibling has them: the same API, generated from the same description. */
export function pythonMembers(members: Members): Record<string, Operation> {
  return Object.fromEntries(
    Object.entries(members).map(([path, operation]) => [path.split('.').map(snakeCase).join('.'), pythonOperation(operation)]),
  );
}

/** Members with the forms in which the same call hands back the raw response: `completions.with_raw_response.create`. */
export function withRawResponses(members: Members): Record<string, Operation> {
  return Object.fromEntries(
    Object.entries(members).flatMap(([path, operation]) => {
      const dot = path.lastIndexOf('.');
      if (!operation.site || dot < 0) return [[path, operation] as const];
      const raw = ['with_raw_response', 'with_streaming_response'].map(
        (form) => [`${path.slice(0, dot)}.${form}${path.slice(dot)}`, operation] as const,
      );
      return [[path, operation] as const, ...raw];
    }),
  );
}

/** Members of a client as exports of a module that is itself one: `openai.chat.completions.create`. */
export function moduleClient(members: Members): { readonly exports: Record<string, string>; readonly shapes: Record<string, Shape> } {
  const roots = new Map<string, Record<string, Operation>>();
  for (const [path, operation] of Object.entries(members)) {
    const [root = '', ...rest] = path.split('.');
    if (rest.length === 0) continue;
    const below = roots.get(root) ?? {};
    below[rest.join('.')] = operation;
    roots.set(root, below);
  }
  const names = [...roots.keys()];
  return {
    exports: Object.fromEntries(names.map((root) => [root, `module's ${root}`])),
    shapes: Object.fromEntries(names.map((root) => [`module's ${root}`, { members: roots.get(root) ?? {} }])),
  };
}

/** Members of a client as functions of a module. */
export function moduleFunctions(members: Members): { readonly exports: Record<string, string>; readonly shapes: Record<string, Shape> } {
  const names = Object.keys(members).filter((path) => !path.includes('.'));
  return {
    exports: Object.fromEntries(names.map((name) => [name, `function ${name}`])),
    shapes: Object.fromEntries(names.map((name) => [`function ${name}`, { call: members[name] ?? {} }])),
  };
}

/** Every one of several exported names is of the same shape. */
export function exportsOf(names: readonly string[], shape: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, shape]));
}
