import { ModelIndex } from '../models/modelIndex';
import { packedModels as builtInModels } from '../models/packedModels.built';

export { builtInModels };

let index: ModelIndex | undefined;

/** The number of the built-in row that an id in any spelling stands for, null when there is none. */
export function builtInRow(id: string): number | null {
  index ??= new ModelIndex(builtInModels);
  return index.rowOf(id).row;
}

/** Whether a built-in row stands for the id. */
export function knowsModel(id: string): boolean {
  return builtInRow(id) !== null;
}
