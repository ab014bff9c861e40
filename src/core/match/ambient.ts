import type { Linker } from '../link/linker';
import { Answer, type Recall } from '../link/recall';
import type { ModuleFacts } from '../facts/moduleFacts';
import { alternativesOf, isAbsent, union, type Value } from '../link/value';
import type { SdkDescription, SettingName } from './description';
import type { Matcher } from './matcher';
import { defaultRoute, type Route } from './route';

/** What a module makes an SDK's default: `setDefaultOpenAIClient(client)`. */
export class AmbientRoutes {
  readonly #routes = new WeakMap<ModuleFacts, Map<SdkDescription, Answer<Route | null>>>();

  constructor(
    private readonly linker: Linker,
    private readonly matcher: Matcher,
    private readonly recall: Recall,
  ) {}

  /** The default a module sets for an SDK, null where it sets none. */
  of(sdk: SdkDescription, module: ModuleFacts): Route | null {
    const names = ambientNames(sdk);
    if (names.size === 0 && !sdk.moduleSettings) return null;
    let known = this.#routes.get(module);
    if (!known) this.#routes.set(module, (known = new Map<SdkDescription, Answer<Route | null>>()));
    let answer = known.get(sdk);
    if (!answer) known.set(sdk, (answer = new Answer<Route | null>()));
    // While it is looked for there is none: the call that sets it may be made of calls of the same SDK.
    return this.recall.ask<Route | null>(answer, () => this.#find(sdk, module, names) ?? this.#written(sdk, module), null);
  }

  #find(sdk: SdkDescription, module: ModuleFacts, names: ReadonlySet<string>): Route | null {
    const root = this.linker.root(module);
    for (const call of module.calls) {
      const { callee } = call;
      const name = callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.property : null;
      if (typeof name !== 'string' || !names.has(name)) continue;
      const value = this.linker.evaluate(call, root);
      const set =
        value.kind === 'call' ? this.matcher.operations(value).find((each) => each.sdk === sdk && each.operation.ambient) : undefined;
      if (set) return set.route;
    }
    return null;
  }

  /** What a module assigns to the package itself: `openai.api_base = …`. */
  #written(sdk: SdkDescription, module: ModuleFacts): Route | null {
    const { moduleSettings } = sdk;
    const writes = sdk.packages.map((name) => module.packageWrites?.get(name)).find((found) => found !== undefined);
    if (!moduleSettings || !writes) return null;
    const root = this.linker.root(module);
    const written = (name: string): Value | undefined => {
      const values = writes.get(name);
      const value = values && this.linker.present(union(values.map((each) => this.linker.evaluate(each, root))));
      return value && isAbsent(value) ? undefined : value;
    };
    const settings = new Map<SettingName, Value>();
    for (const [name, setting] of Object.entries(moduleSettings.settings)) {
      const value = written(name);
      if (value && !settings.has(setting)) settings.set(setting, value);
    }
    const variant = moduleSettings.variants?.find(({ name, starts }) => {
      const value = written(name);
      return value !== undefined && alternativesOf(value).some((each) => each.kind === 'literal' && String(each.value).startsWith(starts));
    });
    const route = defaultRoute(sdk);
    if (!variant) return { ...route, settings };
    return {
      ...route,
      settings,
      vendor: variant.vendor,
      defaultBaseUrl: variant.defaultBaseUrl ?? null,
      deployment: variant.deployment === true,
    };
  }
}

const namesOfSdks = new WeakMap<SdkDescription, ReadonlySet<string>>();

/** Names under which a description exports operations that set its default. */
function ambientNames(sdk: SdkDescription): ReadonlySet<string> {
  let names = namesOfSdks.get(sdk);
  if (!names) {
    const exported = Object.entries(sdk.exports).filter(([, shape]) => sdk.shapes[shape]?.call?.ambient === true);
    namesOfSdks.set(sdk, (names = new Set(exported.map(([name]) => name))));
  }
  return names;
}
