import type { Operation, SdkDescription, Shape } from './description';
import type { SdkNames } from './sdkNames';

/** SDK descriptions, found by the modules, exports and globals that code names. */
export class SdkIndex {
  readonly #exact = new Map<string, SdkDescription[]>();
  readonly #prefixes: { prefix: string; sdk: SdkDescription }[] = [];
  readonly #globals = new Map<string, SdkDescription>();
  /** Answers about specifiers: few are named, and those again and again. */
  readonly #known = new Map<string, readonly SdkDescription[]>();
  /** {@link SdkNames.members} */
  readonly memberNames: ReadonlySet<string>;
  /** {@link SdkNames.exports} */
  readonly exportNames: ReadonlySet<string>;

  /** @param names what {@link namesIn} finds in the same descriptions */
  constructor(
    readonly sdks: readonly SdkDescription[],
    names: SdkNames,
  ) {
    this.memberNames = new Set(names.members);
    this.exportNames = new Set(names.exports);
    for (const sdk of sdks) {
      for (const name of sdk.packages) {
        if (name.endsWith('*')) this.#prefixes.push({ prefix: name.slice(0, -1), sdk });
        else this.#exact.set(name, [...(this.#exact.get(name) ?? []), sdk]);
      }
      for (const name of Object.keys(sdk.globals ?? {})) this.#globals.set(name, sdk);
    }
  }

  /** Descriptions of a module specifier; of those that know it by how it begins, the ones that say most of it. */
  ofModule(module: string): readonly SdkDescription[] {
    let known = this.#known.get(module);
    if (!known) this.#known.set(module, (known = this.#find(module)));
    return known;
  }

  #find(module: string): readonly SdkDescription[] {
    const specifier = packageSpecifier(module);
    const exact = this.#exact.get(specifier);
    if (exact) return exact;
    const known = this.#prefixes.filter(({ prefix }) => specifier.startsWith(prefix));
    const longest = known.reduce((length, { prefix }) => Math.max(length, prefix.length), 0);
    return known.filter(({ prefix }) => prefix.length === longest).map(({ sdk }) => sdk);
  }

  ofGlobal(name: string): SdkDescription | undefined {
    return this.#globals.get(name);
  }
}

/** How Deno and browsers name a package of npm, up to the package's own name. */
export const packageAddress = String.raw`(?:npm:\/?|https:\/\/esm\.sh\/|https:\/\/deno\.land\/x\/)`;
/** What {@link packageAddress} begins with. */
export const packageAddressStarts: readonly string[] = ['npm:', 'https://esm.sh/', 'https://deno.land/x/'];
const addressed = new RegExp(`^${packageAddress}((?:@[^/@]+\\/)?[^/@?]+)(?:@[^/?]*)?(\\/[^?]*)?`);

/** A specifier as Node writes it: `npm:openai@6/resources` is `openai/resources`. */
function packageSpecifier(module: string): string {
  const match = addressed.exec(module);
  if (!match) return module;
  const [, name = '', path = ''] = match;
  // Packages of deno.land name their entry.
  return path === '/mod.ts' ? name : name + path;
}

/** A shape of a description by name; a name without a shape is a mistake in the description, found by the contract test. */
export function shapeOf(sdk: SdkDescription, name: string): Shape {
  return sdk.shapes[name] ?? {};
}

/** What happens when a shape, or a member of it, is called or constructed. */
export function operationOf(shape: Shape, path: readonly string[], construct: boolean): Operation | undefined {
  if (path.length > 0) return construct ? undefined : shape.members?.[path.join('.')];
  return construct ? shape.construct : (shape.call ?? shape.construct);
}
