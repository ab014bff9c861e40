import type { Protocol } from '../catalog/catalog';
import type { AmbientVariables } from './description';
import type { NamedExport, PackageVersions } from './packages';
import type { HeededRequests } from './heededRequests';
import type { Translation } from './translation';

/** How a client of this SDK is moved to a target. */
export interface RewriteRecipe {
  readonly protocol: Protocol;
  /** Added to the target's base URL of that protocol (`/v1` for AI SDK's Anthropic provider). */
  readonly baseUrlSuffix?: string;
  /** Surfaces whose requests and answers keep their form on open-weight servers; others are refused. */
  readonly surfaces: readonly string[];
  /** The client's option for a key sent as `Authorization: Bearer`, where the usual one is sent otherwise. */
  readonly bearerOption?: string;
  /**
   * Versions differ in which of the client's keys they take together and in which they read from the environment beside the one
   * that is given: the usual one is given and, over whatever they would send, the header "Authorization".
   */
  readonly authorization?: true;
  /** The client's option for headers of all its requests. */
  readonly headersOption: string;
  /** Headers in which the vendor takes the key, lower case: what stands in them alone goes with the key. */
  readonly keyHeaders?: readonly string[];
  /** Options that sign the client in by other means than a key; a client that has one is refused. */
  readonly credentialOptions?: readonly string[];
  /** Options by which a client names the vendor's customer; they are sent along wherever it goes. */
  readonly customerOptions?: readonly string[];
  /** The client's option that lets it run in a browser, where code can't always read the environment. */
  readonly browserOption?: string;
  /** For classes of models that make their client themselves: their options. */
  readonly own?: ModelOptions;
  /** What code asks for, where the protocol's servers call it otherwise: a framework's `chat` is Anthropic's `messages`. */
  readonly asks?: Readonly<Record<string, string>>;
  /** Functions that make models know their vendor's address: they are exchanged for those of a provider that takes any. */
  readonly exchange?: ProviderExchange;
  /** How a provider moves that a table holds (`createProviderRegistry({ openai })`): what it is asked for then, code does not say. */
  readonly picked?: RewriteRecipe;
  /** Classes that become others, where not single operations say so: those of models that make their client themselves. */
  readonly classes?: ClassExchange;
  /** Neither address nor key makes the client speak a protocol of open servers: it becomes another one, with its calls. */
  readonly translation?: Translation;
  /** Requests that code sends to the vendor without the SDK. */
  readonly raw?: RawRequests;
  /** How the client moves to targets that do not speak its protocol, or that would not heed what is asked in it. */
  readonly otherwise?: RewriteRecipe;
  /** What servers other than the vendor's make of requests. Absent: what the target row says is all. */
  readonly heeded?: HeededRequests;
  /** The client's one argument is its key; each model that it makes is told the address. */
  readonly keyAlone?: true;
  /** Options, dotted where they stand in others, that name a part of the vendor's service: they go. */
  readonly drops?: readonly string[];
  /** Options, dotted where they stand in others, that a client has from then on: texts. */
  readonly adds?: Readonly<Record<string, string>>;
  /** Options that are given another value, where they are given: code. */
  readonly sets?: Readonly<Record<string, string>>;
  /** What stands before a model's name that has a slash in it. */
  readonly modelPrefix?: string;
  readonly handedOn?: HandedOn;
}

/** What a framework makes of models that code hands to it, where it does not know the new ones: results can differ. */
export interface HandedOn {
  readonly surfaces: readonly string[];
  /** A clause that completes "after this rewrite …". */
  readonly reason: string;
}

/** Raw requests that open servers answer as the vendor does. */
export interface RawRequests {
  readonly addresses: readonly RawAddress[];
  /** The header with the key, lower case. */
  readonly keyHeader: string;
  /** The key follows `Bearer ` in it. */
  readonly bearer?: true;
  /** Headers of the vendor's own that any server may be sent; lower case. */
  readonly plainHeaders: readonly string[];
}

/** An address of the vendor's. */
export interface RawAddress {
  readonly url: string;
  readonly surface: string;
  /** What follows the target's base URL. */
  readonly path: string;
}

/** Options of a class of models, which stand in the first argument that is no text if they are not named; dotted where they stand in others. */
export interface ModelOptions {
  readonly baseUrl: string;
  /** The usual option for the key first. */
  readonly keys: readonly string[];
  /** The usual option for the model first; it is added where the class would choose a vendor's model. */
  readonly models: readonly string[];
  /** The option for a key that is sent as `Authorization: Bearer`, beside the usual one; it is `null` where a target wants none. */
  readonly bearer?: string;
  /** The options are named arguments of the call. */
  readonly named?: true;
  /** Other names that options have, with the usual ones, which they get: both at once are an error. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Options that open servers need whatever the code says, as values. */
  readonly constants?: Readonly<Record<string, boolean>>;
  /** The class that types ask for around a key; code that hands over a plain text already goes on doing so. */
  readonly keyClass?: KeyClass;
  /** The model's name, or an option beside it, says whose class makes the model. */
  readonly routed?: RoutedModel;
  /** What stands before every model's name: the provider under which requests go to whatever address is given (`openai/`). */
  readonly provider?: string;
  /** Arguments that may stand before the named options: the model's name, messages. None when absent. */
  readonly leading?: number;
  /** Further options that mean the same whatever the model; what has others stays. Absent: all do. */
  readonly keeps?: readonly string[];
}

/** A class around keys. */
export interface KeyClass extends NamedExport {
  /** Releases before the first, by package, that know another class of this name: those below `0.` and the number take plain texts. */
  readonly since: Readonly<Record<string, number>>;
}

/** A function that makes a model of whatever provider it is told (`initChatModel("openai:gpt-5", {})`): options follow the model's name. */
export interface RoutedModel {
  /** The provider whose class takes every address, as {@link Routing.vendors} name it. */
  readonly provider: string;
  /** The option that names the provider where the model's name does not. */
  readonly option: string;
  /** Options that the classes of all providers take alike, or that the function itself reads. */
  readonly keeps: readonly string[];
  /** Options by which calls can choose models under names that are not looked for. */
  readonly hides: readonly string[];
  /** The package that the provider's class comes from. */
  readonly package: string;
  readonly versions: PackageVersions;
}

/** A provider package that takes every base URL, and how its provider is made and asked for models. */
export interface ProviderExchange {
  readonly package: string;
  /** The export that makes a provider from an object of options. */
  readonly factory: string;
  /** It is a class. */
  readonly construct?: true;
  /** The package's default export is the same. */
  readonly orDefault?: true;
  /** The class whose constructor takes provider and model, where the provider itself is not asked for models. */
  readonly modelClass?: NamedExport;
  /** There is no provider: the factory makes one model each time, and this is its option for the model's name. */
  readonly perModel?: string;
  /** For factories that make one model each time: address and key are told to an object of another class, which is this option of theirs. */
  readonly through?: { readonly option: string; readonly class: NamedExport; readonly since: Readonly<Record<string, number>> };
  /** Models that nothing names are named: the SDK's own would be asked for otherwise. */
  readonly addsModel?: true;
  readonly switches?: Switch;
  /** Its options for base URL and key. */
  readonly baseUrlOption: string;
  readonly keyOption: string;
  /** Its option for a name, where it must have one: the target's id is given. */
  readonly nameOption?: string;
  /** Further options that it is made with, as values. */
  readonly options: Readonly<Record<string, boolean>>;
  /** Options that code gives other factories and that mean the same to this one. */
  readonly keeps: readonly string[];
  /** How it is asked for a model, by what code asks of the provider it has now. */
  readonly models: Readonly<Record<string, ExchangedModel>>;
  readonly versions: PackageVersions;
  /** Features that no target has once asked in this way, though some have them otherwise. */
  readonly loses?: readonly string[];
  /** Addresses of pictures go to the server as they are; otherwise the program fetches what is there. */
  readonly handsOnUrls?: true;
  /** Options for single requests that ask for what nothing open offers, and what that is. */
  readonly vendorOnly?: Readonly<Record<string, string>>;
  /** Options of factories that say where the vendor's service is, or sign in to it: they go. */
  readonly drops?: readonly string[];
  /** Names under which the package looks for options for single requests, now and then; what stands under others is the program's own. */
  readonly optionNames?: readonly string[];
  /** Options for single requests that only the vendor knows: without them the same is asked in another manner. */
  readonly ignores: readonly string[];
  /** The same for options with none but these texts. */
  readonly ignoresValues?: Readonly<Record<string, readonly string[]>>;
  /** Options for single requests by which a request builds on what the vendor's server keeps of earlier ones. */
  readonly continues?: readonly string[];
  /** For a vendor's package that is pointed elsewhere by the environment as well. */
  readonly ambient?: ProviderAmbient;
}

/** How the environment alone points a ready-made provider elsewhere. */
export interface ProviderAmbient {
  readonly variables: AmbientVariables;
  /** The first major version that reads the address. */
  readonly since: number;
  /** Surfaces for which the provider can't stay as it is, with the reason. */
  readonly unmoved: Readonly<Record<string, string>>;
}

/** A function that stops what a package sends to its vendor beside the requests to models. */
export interface Switch {
  readonly export: NamedExport;
  readonly argument: boolean;
  /** What it does, for the plan's steps. */
  readonly step: string;
  /** Exports of the package that say otherwise; where one is imported the user is told instead. */
  readonly unless: readonly string[];
  /** That, as a clause that completes "after this rewrite …". */
  readonly otherwise: string;
  /** What goes on where nothing calls it and only a client of the program moves; such a clause too. */
  readonly left: string;
}

/** A model of an exchanged provider. */
export interface ExchangedModel {
  /** The provider's member that gives it; empty for a call of the provider itself. */
  readonly member: string;
  /** What is asked of the target then. */
  readonly surface: string;
}

/** A client class that only one vendor answers, and that becomes the SDK's general one. */
export interface ClassExchange {
  /** Exported names of such classes, with the general class that each becomes. */
  readonly becomes: Readonly<Record<string, string>>;
  /** Where the general class comes from, if not from the same package; its default export is the same class unless it is `named`. */
  readonly from?: {
    readonly package: string;
    /** The name under which manifests list the package, where modules have others. */
    readonly distribution?: string;
    readonly versions: PackageVersions;
    readonly named?: true;
  };
  /** Options of the general class for base URL and key, the usual one for the key first. */
  readonly baseUrl: string;
  readonly keys: readonly string[];
  /** Options that mean nothing to the general class, with the one of its options that can take the place of each. */
  readonly drop: Readonly<Record<string, string | null>>;
  /** Further options that the general class takes alike; a client with others stays. Absent: it takes all that are not dropped. */
  readonly keeps?: readonly string[];
  /** Options that the general class has under other names. */
  readonly renames?: Readonly<Record<string, string>>;
}
