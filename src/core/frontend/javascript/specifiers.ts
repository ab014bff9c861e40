import type { SpecifierPlace } from '../../facts/moduleFacts';

/** What stands before the name of a module; a comment may stand between. */
const named = /(?:\bfrom|\bimport|\b(?:import|require)\s*\(|\*\/)\s*(?:"([^"\n]+)"|'([^'\n]+)'|`([^`\n$]+)`)/g;

/** Where a text of JavaScript or TypeScript seems to name modules: all places where it does, and others that look like it. */
export function specifiersIn(text: string): readonly SpecifierPlace[] {
  return [...text.matchAll(named)].flatMap(({ 0: whole, 1: double, 2: single, 3: template, index }) => {
    const specifier = double ?? single ?? template;
    return specifier === undefined ? [] : [{ specifier, start: index + whole.length - specifier.length - 2 }];
  });
}
