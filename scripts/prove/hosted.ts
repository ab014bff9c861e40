import type { Catalog, Protocol } from '../../src/core/catalog/catalog';
import type { RewriteRecipe } from '../../src/core/match/rewriteRecipe';
import type { Program } from './programs';

/**
 * Hosted targets, which check keys. A program is proven on the first of each list that serves it; Anthropic's on one that takes the
 * key as the SDK sends it, on one that takes bearer tokens only, and on one that does not speak its protocol.
 */
const lists: Readonly<Record<Protocol, readonly (readonly string[])[]>> = {
  openai: [['groq', 'together', 'openrouter']],
  // None speaks Gemini's protocol: its clients become others.
  gemini: [['groq', 'together', 'openrouter']],
  anthropic: [['fireworks'], ['openrouter'], ['groq', 'together']],
};

/**
 * Styles that differ in how a key is written. A literal endpoint is not among them: it would be asked over TLS, which the recording
 * endpoint does not speak.
 */
const styles: ReadonlySet<string> = new Set(['plain', 'no options', 'options in a variable', 'options in a mapping', 'asynchronous']);

/** How a program's SDK moves: as a whole, or by single exports whose operations say how. */
export function recipeOf({ sdk, language }: Pick<Program, 'sdk' | 'language'>, catalog: Catalog): RewriteRecipe | undefined {
  const described = catalog.sdks.find((each) => each.id === sdk && each.language === language);
  return (
    described?.rewrite ??
    Object.values(described?.shapes ?? {}).flatMap(({ call, construct }) => call?.rewrite ?? construct?.rewrite ?? [])[0]
  );
}

/** The lists of hosted targets for a program; none for styles that say nothing new of how a key is written. */
export function hostedLists({ style, sdk, language }: Program, catalog: Catalog): readonly (readonly string[])[] {
  const protocol = recipeOf({ sdk, language }, catalog)?.protocol;
  return protocol === undefined || !styles.has(style.id) ? [] : lists[protocol];
}

/** What target keys start with while programs are proven. */
export const targetSecret = 'target-secret';

/**
 * Variables that hold keys of other vendors than a target's, with a secret each. `OPENAI_ADMIN_KEY` is read by the SDK alone.
 * `without`: variables that are not set.
 */
export function vendorKeys(
  catalog: Catalog,
  target: string,
  secret: string,
  without: readonly string[] = [],
): Readonly<Record<string, string>> {
  const row = catalog.targets.get(target);
  const names = [...catalog.vendors.values()].filter(({ id }) => id !== row?.vendor).flatMap(({ keyVariables }) => keyVariables);
  const foreign = [...names, ...catalog.sdks.flatMap(({ keyVariables }) => keyVariables ?? []), 'OPENAI_ADMIN_KEY'];
  return Object.fromEntries(
    foreign.filter((name) => name !== row?.keyVariable && !without.includes(name)).map((name) => [name, `${secret}-${name}`]),
  );
}
