import type { Frontend } from '../../facts/moduleFacts';
import { frontendOver } from './frontend';
import { parseWithTypeScript, type SyntaxParser } from './parse';

/** The JavaScript and TypeScript frontend, over TypeScript's own parser unless another is given. */
export function javascriptFrontend(parser: SyntaxParser = parseWithTypeScript): Frontend {
  return frontendOver(parser);
}
