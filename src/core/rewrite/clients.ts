import type { Analyses } from '../analyze/analyses';
import type { Site } from '../analyze/findSites';
import type { CallSite } from '../callSite';
import type { Linker } from '../link/linker';
import { alternativesOf, type CallValue, type ObjectValue, type Value } from '../link/value';
import { constructionOf } from '../match/construction';
import type { HeldPlace } from '../match/route';
import type { ModelOptions } from '../match/rewriteRecipe';
import type { MatchedCall } from '../match/matcher';
import { holderValue, optionPlace, type Holder } from './options/optionPlace';

/** A call site and what it was recognised by. */
export interface SiteRef {
  readonly file: string;
  /** Its place among the file's sites. */
  readonly index: number;
  readonly callSite: CallSite;
  readonly site: Site;
  /** The user said in a comment that it is to stay. */
  readonly accepted: boolean;
}

/** A client: one construction with one set of options. A factory that is given different options makes different clients. */
export interface Client {
  readonly key: string;
  readonly call: CallValue;
  /** How the construction was recognised. */
  readonly matched: MatchedCall;
  /** It is a model object of a ready-made provider, or a table that holds one, which stands for the client: what is exchanged is the provider. */
  readonly binding: boolean;
  /** Where a table holds the provider; what is asked of it through that table moves together. */
  readonly held?: HeldPlace;
  /** The options as the code gives them, undefined for none. */
  readonly options: Value | undefined;
  /** The object literals that give the options. */
  readonly parts: readonly ObjectValue[];
  /** The options come from somewhere that is not seen. */
  readonly undecided: boolean;
}

/** Clients that some call site uses alike, with every call site of any of them: what moves together, or not at all. */
export interface ClientGroup {
  readonly clients: readonly Client[];
  readonly sites: readonly SiteRef[];
}

/** Call sites of some files, and which clients they share. */
export class ClientMap {
  readonly #sites = new Map<string, readonly SiteRef[]>();
  readonly #clients = new Map<string, Client>();
  readonly #clientsOf = new Map<SiteRef, readonly Client[]>();

  constructor(private readonly analyses: Analyses) {}

  /** The call sites of a file. */
  sitesOf(file: string): readonly SiteRef[] {
    let refs = this.#sites.get(file);
    if (!refs) {
      const { sites, result } = this.analyses.of(file);
      const open = new Set(result.callSites);
      refs = sites.map(({ site, callSite }, index) => ({ file, index, site, callSite, accepted: !open.has(callSite) }));
      this.#sites.set(file, refs);
    }
    return refs;
  }

  /** Files looked at so far. */
  get files(): readonly string[] {
    return [...this.#sites.keys()];
  }

  /** The clients a call site uses; empty where none is in sight. */
  clientsOf(ref: SiteRef): readonly Client[] {
    let clients = this.#clientsOf.get(ref);
    if (!clients) {
      const found = ref.site.matched.flatMap((matched) => {
        const { route } = matched;
        const made = constructionOf(route);
        const isHeld = made !== null && route.client === null && route.held?.place;
        if (isHeld) return [this.#holder(matched, isHeld)];
        return made ? [this.#client(made)] : [];
      });
      clients = [...new Set(found.filter((client) => client !== null))];
      this.#clientsOf.set(ref, clients);
    }
    return clients;
  }

  /** All that shares a client with a call site, over the files looked at and those in which its clients are made. */
  groupOf(start: SiteRef): ClientGroup {
    const clients = new Set<Client>(this.clientsOf(start));
    for (let size = -1; size < clients.size;) {
      size = clients.size;
      for (const client of clients) for (const file of filesOf(client)) this.sitesOf(file);
      for (const ref of this.#all()) {
        const own = this.clientsOf(ref);
        if (own.some((client) => clients.has(client) || this.#sibling(client, clients))) for (const client of own) clients.add(client);
      }
    }
    const sites = this.#all().filter((ref) => this.clientsOf(ref).some((client) => clients.has(client)));
    return { clients: [...clients], sites };
  }

  /** True for another use of a construction that is among `clients`: a factory's own file and its callers see different options. */
  #sibling(client: Client, clients: ReadonlySet<Client>): boolean {
    if (client.undecided || client.held) return false;
    return [...clients].some((other) => !other.undecided && other.call.expression === client.call.expression);
  }

  #all(): SiteRef[] {
    return [...this.#sites.values()].flat();
  }

  /** A table's place for a provider. */
  #holder(matched: MatchedCall, held: HeldPlace): Client {
    const { call, entry } = held;
    const key = [call.file, entry.range.start, 'held'].join('\u0000');
    let client = this.#clients.get(key);
    if (!client) {
      client = { key, call, matched, binding: true, held, options: undefined, parts: [], undecided: false };
      this.#clients.set(key, client);
    }
    return client;
  }

  #client(call: CallValue): Client | null {
    const operations = this.analyses.operations(call);
    const matched =
      operations.find((each) => each.operation.site?.kind === 'client') ??
      operations.find((each) => each.operation.site?.kind === 'model-binding') ??
      // A call that names a model by text has no other construction than itself.
      operations.find(({ route }) => route.binding?.expression === call.expression);
    if (!matched) return null;
    const { own, translation, keyAlone } = matched.route.sdk.rewrite ?? {};
    if (matched.operation.site?.kind !== 'client' && !own) {
      const key = [call.file, call.expression.range.start, 'binding'].join('\u0000');
      let model = this.#clients.get(key);
      if (!model) {
        model = { key, call, matched, binding: true, options: undefined, parts: [], undecided: false };
        this.#clients.set(key, model);
      }
      return model;
    }
    const holder = own ? optionsArgument(this.analyses.linker, call, own) : baseUrlHolder(matched);
    // A key alone is no options.
    const options =
      keyAlone === true || translation?.keyAlone === true ? undefined : holderValue(this.analyses.linker, call.arguments, holder);
    const parts = (options && partsOf(this.analyses.linker, options)) ?? [];
    const places = parts.map(({ fact, frame }) => `${frame.module.file}:${fact.range.start}`);
    const undecided = options !== undefined && places.length === 0;
    const key = [call.file, call.expression.range.start, ...(undecided ? ['?'] : places)].join('\u0000');
    let client = this.#clients.get(key);
    if (!client) this.#clients.set(key, (client = { key, call, matched, binding: own !== undefined, options, parts, undecided }));
    return client;
  }
}

/** What holds the options of a model that makes its own client: the second argument where the first is, or would be, the model's name. */
export function optionsArgument(linker: Linker, call: CallValue, own: ModelOptions): Holder {
  if (own.named) return 'named';
  if (own.routed) return 1;
  const first = linker.positional(call.arguments, 0);
  return first !== undefined && alternativesOf(first).every(({ kind }) => kind === 'literal' || kind === 'variable' || kind === 'template')
    ? 1
    : 0;
}

function baseUrlHolder({ operation }: MatchedCall): Holder {
  const slot = operation.settings?.baseUrl;
  return optionPlace(typeof slot === 'string' ? slot : (slot?.[0] ?? '0')).holder;
}

/** The object literals among what a value can be. */
export function objectsOf(value: Value): readonly ObjectValue[] {
  return alternativesOf(value).flatMap((alternative) => {
    const base = alternative.kind === 'extended' ? alternative.base : alternative;
    return base.kind === 'object' ? [base] : [];
  });
}

/**
 * The object literals that give a call's options. Named arguments are one of them and what is spread into them the others: there, a
 * name that comes twice is an error, so all must be in sight. Null where they are not.
 */
export function partsOf(linker: Linker, options: Value): readonly ObjectValue[] | null {
  const objects = objectsOf(options);
  const [only] = objects;
  if (!only?.fact.argumentsRange || objects.length > 1) return objects;
  const parts = [only];
  for (const entry of only.fact.entries) {
    if (entry.kind !== 'spread') continue;
    const spread = linker.evaluate(entry.value, only.frame);
    if (alternativesOf(spread).some((each) => objectsOf(each).length === 0)) return null;
    parts.push(...objectsOf(spread));
  }
  return parts;
}

/** Files in which a client is made: of its construction and of its options. */
function filesOf({ call, parts }: Client): readonly string[] {
  return [call.file, ...parts.map(({ frame }) => frame.module.file)];
}
