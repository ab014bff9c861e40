import type { Location } from '../text/range';
import type { ModuleGraph } from './modules';
import type { VariableValue } from './value';

/** An environment variable where it is read, with what the environment files around that code say of it. */
export function variable(graph: ModuleGraph, name: string, at: Location): VariableValue {
  const settings = at.file === '' ? undefined : graph.environment(at.file).settings(name);
  return { kind: 'variable', name, at, ...(settings && { settings }) };
}
