import type { SdkDescription, Shape } from '../match/description';
import { useOf } from './sdkUse';
import type { CallSigns, Signs } from './signs';

/** What tells of calls of some SDKs: texts wherever they stand, and member paths that end where they stand. None holds another. */
export function callSigns(sdks: readonly SdkDescription[]): CallSigns {
  const texts = new Set(sdks.flatMap((sdk) => sdk.callTexts ?? []));
  const paths = new Set<string>();
  // Descriptions share shapes, and shapes share members.
  const added = new Set<string>();
  for (const sdk of sdks.filter((each) => !isAnyRequest(each))) {
    const exported = new Set(Object.values(sdk.exports));
    for (const [name, shape] of Object.entries(sdk.shapes)) {
      for (const [path, { site }] of Object.entries(shape.members ?? {})) {
        // A single name tells nothing.
        if (!path.includes('.')) continue;
        // Who brings in `audio` for `audio.translations.create` names the package.
        if (exported.has(name) && isEveryday(path)) continue;
        const runsModel = site?.inference !== false;
        if (added.size !== added.add(`${path} ${runsModel}`).size) addCallShape(paths, path, runsModel);
      }
    }
  }
  const told = shortest(texts);
  return { texts: told, paths: shortest(paths, isWholeName).filter((path) => !told.some((text) => path.includes(text))) };
}

/** `files.upload` is no part of `files.uploadedfile`. */
function isWholeName(path: string, end: number): boolean {
  return !/[\w$]/.test(path.charAt(end));
}

/** Raw HTTP is told by its hosts and paths, not by the library that sends it. */
export function isAnyRequest({ vendor, paths }: SdkDescription): boolean {
  return vendor === null && paths !== undefined;
}

/** Calls that make call sites whatever they are called on, where what shows them stands somewhere in the file. */
export function toldCalls(sdks: readonly SdkDescription[]): Signs['toldCalls'] {
  return sdks
    .flatMap(({ told }) => told ?? [])
    .map(({ path, evidence }) => ({ path, names: evidence.map((slot) => slot.slice(slot.lastIndexOf('.') + 1)) }));
}

/**
 * The SDKs that calls can be of which a sign tells: those that know a member of its last name. Where the sign is a module whose types stand in
 * the text, those with clients of the same shape.
 */
export function sdksCalled(sdks: readonly SdkDescription[], sign: string): readonly SdkDescription[] {
  if (sign.startsWith('"')) {
    const own = sdks.filter((sdk) => isNamed(sdk, sign.slice(1)));
    return sdks.filter((sdk) => own.some((each) => each === sdk || isAlike(useOf(each).sends, useOf(sdk).sends)));
  }
  const last = /([\w$]+)\W*$/.exec(sign)?.[1] ?? '';
  return sdks.filter(
    ({ shapes, callTexts }) => callTexts?.includes(sign) === true || Object.values(shapes).some((shape) => has(shape, last)),
  );
}

/** Whether two SDKs have half of what one of them can send in common. */
function isAlike(some: readonly string[], others: readonly string[]): boolean {
  const common = some.filter((name) => others.includes(name)).length;
  return common > 0 && 2 * common >= Math.min(some.length, others.length);
}

function isNamed({ packages }: SdkDescription, module: string): boolean {
  return packages.some((name) => moduleSign(name) === module);
}

/** What texts are searched for that name a package: all before its wildcard. */
export function moduleSign(name: string): string {
  return name.replace(/\/?\*$/, '');
}

function has({ members = {} }: Shape, last: string): boolean {
  return Object.keys(members).some((path) => path === last || path.endsWith(`.${last}`));
}

/** Calls that look something up or clear it away: every store of files and sessions has them. */
const housekeeping = /\.(?:get|del|delete|archive)$/;

/** What programs of every kind make, list and send. */
const everydayThings =
  /^(?:agents|calls|containers|content|conversations|credentials|datasets|deployments|environments|events|files|items|jobs|messages|models|projects|resources|runs|sessions|skills|steps|templates|threads|translations|users|versions|videos|voices)\./;

/** Whether a member path tells only where it stands whole. */
export function isEveryday(path: string): boolean {
  return everydayThings.test(path);
}

/**
 * The last two names of a member path: the receiver's first names differ from program to program. Housekeeping and what is done to
 * everyday things need one name more, or one that is more than a word, to tell anything.
 */
function addCallShape(words: Set<string>, path: string, runsModel: boolean): void {
  const names = path.split('.');
  const last = names.slice(-2).join('.');
  if (!runsModel && housekeeping.test(path) && !/[a-z][A-Z]/.test(names.at(-2) ?? '')) {
    if (names.length > 2) words.add(names.slice(-3).join('.'));
  } else if (names.length > 2 && isEveryday(last)) words.add(names.slice(-3).join('.'));
  else if (names.length > 1) words.add(last);
}

/** Words are compared where their first letters stand. */
const beginningLength = 3;

/**
 * The words without those that contain another one.
 * @param counts tells by where the other one ends in a word whether it counts as contained; it does wherever when absent
 */
export function shortest(words: ReadonlySet<string>, counts: (word: string, end: number) => boolean = () => true): string[] {
  const kept = new Map<string, string[]>();
  for (const word of [...words].filter((each) => each !== '').sort((a, b) => a.length - b.length)) {
    if (containsOne(word, kept, counts)) continue;
    kept.set(word.slice(0, beginningLength), [...(kept.get(word.slice(0, beginningLength)) ?? []), word]);
  }
  return [...kept.values()].flat();
}

/** @param words by their first letters */
function containsOne(word: string, words: ReadonlyMap<string, readonly string[]>, counts: (word: string, end: number) => boolean): boolean {
  for (let start = 0; start < word.length; start++) {
    for (let length = 1; length <= beginningLength; length++) {
      const own = words.get(word.slice(start, start + length));
      if (own?.some((each) => word.startsWith(each, start) && counts(word, start + each.length)) === true) return true;
    }
  }
  return false;
}
