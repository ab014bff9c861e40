import type { Language } from '../facts/moduleFacts';
import { LazyList } from '../lazyList';
import type { SdkDescription } from '../match/description';
import { once } from '../once';
import { packageAddress, packageAddressStarts } from '../match/sdkIndex';
import { isCommentLine } from './commentLine';
import { escape } from './entries';
import { importClauseBefore } from './importClause';
import { sdkComesFrom, sdkInUse, type Use, type UseTest } from './sdkInUse';
import { useOf } from './sdkUse';
import type { ModuleSign, Signs } from './signs';

/** A text that tells of a module, and how the module is used that is brought in where it stands. */
interface ModuleWord {
  readonly text: string;
  readonly useAt: (text: string, start: number) => Use;
}

/**
 * What a text holds that brings in one of some modules, by language. Names alone tell nothing: vendors' names stand as plain texts in
 * settings, enums and translations. A name without its wildcard stands for all that it begins, up to a `/`.
 */
export const broughtIn: Readonly<Record<Language, (modules: Signs['modules']) => LazyList<ModuleWord>>> = {
  javascript: (modules) => LazyList.join([LazyList.of(modules, specifierWord), addressed(modules)]),
  python: (modules) =>
    LazyList.join([
      LazyList.of(modules, ({ name, beside }) =>
        moduleWord(
          name,
          (text, start) =>
            text.startsWith(name, start) &&
            isWordBoundary(text, start + name.length) &&
            (everydayWords.has(name) ? bringsInModule : bringsIn).test(lineUpTo(text, start)) &&
            hasBeside(text, beside),
        ),
      ),
      // A module is also brought in from the package that it stands in.
      LazyList.of([...new Set(modules.filter(({ beside }) => beside === null).map(({ name }) => parentOf(name)))], (name) =>
        moduleWord(
          name,
          (text, start) =>
            text.startsWith(name, start) && importFollows(text, start + name.length) && bringsFrom.test(lineUpTo(text, start)),
        ),
      ),
    ]),
  // What runs is not brought in.
  shell: () => LazyList.join([]),
};

/** A module as a specifier. */
function specifierWord({ name, uses, beside }: ModuleSign): ModuleWord {
  const tests = uses.map(sdkInUse);
  return {
    text: `"${name}`,
    useAt: (text, start) => {
      if (!specifierEnds.has(text.charAt(start + 1 + name.length)) || !text.startsWith(name, start + 1)) return null;
      const use = useAt(tests, text, start);
      return use !== null && hasBeside(text, beside) ? use : null;
    },
  };
}

/** The word of what makes call sites by itself wherever it stands. */
function moduleWord(text: string, stands: (text: string, start: number) => boolean): ModuleWord {
  return { text, useAt: (whole, start) => (stands(whole, start) ? 'own' : null) };
}

function hasBeside(text: string, beside: ModuleSign['beside']): boolean {
  return beside === null || beside.some((each) => new RegExp(escape(each), 'i').test(text));
}

/** What follows a package's name in a specifier. */
const specifierEnds: ReadonlySet<string> = new Set(['"', "'", '`', '/', '@']);

/** What stands before a module specifier, blanks left out; a comment may stand between. */
const beforeSpecifier = /(?:\bfrom|\bimport|\b(?:import|require)\s*\()$/;
/** The longest of them, with room for blanks before the bracket. */
const beforeLength = 24;

/** Where the blanks before an offset begin. */
function blanksBefore(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && blank.test(text.charAt(start - 1))) start--;
  return start;
}

/** Whether a text that starts at an offset, its quote included, is where a module is named. */
function isSpecifier(text: string, start: number): boolean {
  let end = blanksBefore(text, start);
  if (text.startsWith('*/', end - 2)) end = blanksBefore(text, text.lastIndexOf('/*', end - 2));
  return beforeSpecifier.test(text.slice(Math.max(0, end - beforeLength), end));
}

/** How a text uses one of the SDKs that a specifier at an offset brings in, the likeliest way; null also where none stands there. */
function useAt(tests: readonly UseTest[], text: string, start: number): Use {
  if (!isSpecifier(text, start)) return null;
  const clause = importClauseBefore(text, blanksBefore(text, start));
  if (clause === undefined) return 'own';
  const uses = tests.map((test) => test(text, clause));
  return uses.includes('own') ? 'own' : uses.includes('handed') ? 'handed' : null;
}

/** Whether a specifier of an SDK at an offset brings in, or hands on, what its clients and models can come from. */
export function isBroughtFrom(sdk: SdkDescription, text: string, start: number): boolean {
  if (!isSpecifier(text, start) || isCommentLine.javascript(text, start)) return false;
  const clause = importClauseBefore(text, blanksBefore(text, start));
  return clause === undefined || sdkComesFrom(useOf(sdk), text, clause);
}

const blank = /\s/;

function addressed(modules: Signs['modules']): LazyList<ModuleWord> {
  const pattern = once(() => new RegExp(`["'\`]${packageAddress}(?:${modules.map(({ name }) => escape(name)).join('|')})["'\`/@]`, 'y'));
  return LazyList.of(packageAddressStarts, (each) =>
    moduleWord(`"${each}`, (text, start) => {
      const address = pattern();
      address.lastIndex = start;
      return address.test(text) && isSpecifier(text, start);
    }),
  );
}

/** Whether a word ends or begins at an offset: a name that ends in a dot stands for every module in a package. */
function isWordBoundary(text: string, offset: number): boolean {
  return wordCharacter.test(text.charAt(offset - 1)) !== wordCharacter.test(text.charAt(offset));
}

const wordCharacter = /\w/;
/** What stands before a name that is brought in: a package may also be handed on, as in `from app.llm import litellm`. */
const bringsIn = /(?:\bfrom\s+|\bimport\s+(?:[\w.]+(?:\s+as\s+\w+)?\s*,\s*)*|\b(?:__import__|import_module)\s*\(\s*["'])$/;
/** The same for a module only. */
const bringsInModule =
  /(?:(?:^|[;:])\s*(?:from\s+|import\s+(?:[\w.]+(?:\s+as\s+\w+)?\s*,\s*)*)|\b(?:__import__|import_module)\s*\(\s*["'])$/;
/** Packages whose names others give to functions of their own. */
const everydayWords: ReadonlySet<string> = new Set(['together', 'replicate']);
const bringsFrom = /\bfrom\s+$/;

function importFollows(text: string, start: number): boolean {
  const follows = /\s+import\b/y;
  follows.lastIndex = start;
  return follows.test(text);
}

function lineUpTo(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

/** The package that a Python module stands in, itself where it stands alone. */
function parentOf(name: string): string {
  return /^(.+)\.\w*$/.exec(name)?.[1] ?? name;
}
