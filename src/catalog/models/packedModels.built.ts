import packed from '../generated/models.json';
import type { PackedModels } from './packed';

/** The compiled rows as they ship. */
export const packedModels = packed as unknown as PackedModels;
