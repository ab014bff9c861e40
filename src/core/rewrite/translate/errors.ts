import type { ModuleFacts } from '../../facts/moduleFacts';
import type { TranslatedErrors } from '../../match/translation';
import type { TextEdit } from '../../text/textEdit';

/**
 * The edits for errors that a file tells apart by the package that is left (`error instanceof Anthropic.RateLimitError`), where all that
 * is read of them both packages have. `client`: the other class, whose members its errors are.
 */
export function errorEdits(
  facts: ModuleFacts,
  text: string,
  packages: readonly string[],
  { classes, reads }: TranslatedErrors,
  client: string,
): TextEdit[] {
  return (facts.imports ?? []).flatMap(({ specifier, names }) => {
    if (!packages.includes(specifier)) return [];
    return names.flatMap(({ references }) =>
      references.flatMap(({ start, end }): TextEdit[] => {
        const member = /^\s*\.\s*([\p{ID_Continue}$]+)/u.exec(text.slice(end));
        const becomes = classes[member?.[1] ?? ''];
        const variable = /([\p{ID_Start}$_][\p{ID_Continue}$]*)\s+instanceof\s+$/u.exec(text.slice(0, start))?.[1];
        if (!member || becomes === undefined || variable === undefined || !readsOnly(text, variable, reads)) return [];
        return [{ range: { start, end: end + member[0].length }, newText: `${client}.${becomes}` }];
      }),
    );
  });
}

/** True where nothing else is read of a name, wherever it stands. */
function readsOnly(text: string, variable: string, reads: readonly string[]): boolean {
  const escaped = variable.replace(/\$/g, '\\$');
  const members = new RegExp(String.raw`(?<![\p{ID_Continue}$.])${escaped}\s*[?!]?\.\s*([\p{ID_Continue}$]+)`, 'gu');
  const handed = new RegExp(String.raw`\}\s*=\s*${escaped}(?![\p{ID_Continue}$])|(?<![\p{ID_Continue}$.])${escaped}\s*\[`, 'u');
  return !handed.test(text) && [...text.matchAll(members)].every(([, member = '']) => reads.includes(member));
}
