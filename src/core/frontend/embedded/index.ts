import { components } from './components';
import type { Embedding } from './embedding';
import { notebooks } from './notebook/notebook';

export type { Cell, CodeMap, CodePart, EmbeddedCode, Embedding } from './embedding';

/** Every kind of file that holds code among other things. A new one is a row here and a file beside this one. */
export const embeddings: readonly Embedding[] = [components, notebooks];
