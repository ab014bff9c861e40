import type { PlanContext } from '../context';
import { dependencyEdit, type DependencyPlan, type NeededPackage } from './dependency';
import { pythonDependency } from './pythonDependency';

/** Sees to it that the manifest of a file's program names a package, in the form that the file's language has. Nothing is installed. */
export function dependencyOf({ analyses: { host, graph } }: PlanContext, file: string, needed: NeededPackage): DependencyPlan {
  return graph.languageOf(file) === 'python' ? pythonDependency(host, file, needed) : dependencyEdit(host, file, needed);
}
