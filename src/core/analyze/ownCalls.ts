import type { Binding, CallExpression, Expression } from '../facts/expression';
import type { ModuleFacts } from '../facts/moduleFacts';
import type { ModuleGraph } from '../link/modules';
import type { SdkIndex } from '../match/sdkIndex';
import { addressForm } from './addressForms';
import { isSenderName, maySend } from './senderNames';

/** What tells where a call leads. */
interface Reach {
  readonly linker: { readonly graph: ModuleGraph };
  readonly index: SdkIndex;
}

/** What a callee is told to be: nothing of interest, a function that may send where its caller says, or not told. */
type Told = 'silent' | 'asks' | null;

/** What callees are told to be, by what they are bound to: most names are called several times. A binding is of one lowering of its module. */
const toldCallees = new WeakMap<Binding, Told>();

/**
 * True for a call of the workspace's own class that constructs nothing of an SDK's, for one of its own functions that sends nothing or is passed no address, and for one of
 * a package that is no SDK. Imports and declarations tell it: neither the callee nor what it reaches is evaluated, and its module is not
 * parsed.
 */
export function isOwnCall(reach: Reach, { file }: ModuleFacts, { callee, arguments: given }: CallExpression): boolean {
  const told = calleeTold(reach, file, callee);
  return told === 'silent' || (told === 'asks' && given.positional.every((each) => addressForm(each) === 'no'));
}

/** True for a call of what sends nothing, told in the same way, whatever it is passed. */
export function isSilentCall(reach: Reach, { file }: ModuleFacts, { callee }: CallExpression): boolean {
  return calleeTold(reach, file, callee) === 'silent';
}

function calleeTold(reach: Reach, file: string, callee: Expression): Told {
  const binding = callee.kind === 'name' ? callee.binding : null;
  if (!binding) return null;
  let told = toldCallees.get(binding);
  if (told === undefined) toldCallees.set(binding, (told = toldOfAll(reach, file, binding.definitions)));
  return told;
}

function toldOfAll({ linker: { graph }, index }: Reach, file: string, definitions: readonly Expression[]): Told {
  let all: Told = definitions.length > 0 ? 'silent' : null;
  for (const definition of definitions) {
    const told = toldOf(graph, index, file, definition);
    if (told === null) return null;
    if (told === 'asks') all = 'asks';
  }
  return all;
}

function toldOf(graph: ModuleGraph, index: SdkIndex, file: string, definition: Expression): Told {
  switch (definition.kind) {
    case 'class':
      return definition.superclass && !definition.constructorFunction ? null : 'silent';
    case 'function':
      return definition.calls.some(maySend) ? 'asks' : 'silent';
    case 'import': {
      const { specifier, imported, submodule } = definition;
      if (submodule !== undefined) return null;
      if (graph.isForeign(specifier, file)) return 'silent';
      const form = imported === '*' ? null : graph.exportForm(specifier, file, imported);
      if (form?.kind === 'class') return form.superclass !== null && index.exportNames.has(form.superclass) ? null : 'silent';
      if (form === null) return null;
      return form.called?.some(isSenderName) === false ? 'silent' : 'asks';
    }
    default:
      return null;
  }
}
