import type { CallSiteKind } from '../callSite';
import type { Language } from '../facts/moduleFacts';
import type { ClassExchange, RewriteRecipe } from './rewriteRecipe';

/**
 * Where an argument stands in a call: `"0"` the first positional, `"0.baseURL"` a property of it, `"base_url="` a keyword
 * argument (Python), `"model=.name"` a property of one. Of several, the first that is present counts.
 */
export type Slot = string | readonly string[];

/** What a call can settle about where its request goes. Settings given later override those the receiver carries. */
export const settingNames = [
  /** Base URL, an absolute URL without the request's path. */
  'baseUrl',
  /** Whole URL of a raw request, or its path where `baseUrl` is known. */
  'url',
  /** Host without a scheme (`localhost:11434`). */
  'host',
  /** Port of a raw request whose host stands apart. */
  'port',
  /** Path of a raw request whose host stands apart. */
  'path',
  'key',
  /** Headers of a raw request. */
  'headers',
  /** What a raw request sends. */
  'body',
  'model',
  /** A router's provider name, translated by {@link Routing.vendors}. */
  'provider',
  /** Object of providers or models by name, from which {@link Operation.pick} takes one. */
  'table',
  /** What parts a provider's name from the model's in a picked name, where the code gives one. */
  'separator',
] as const;

export type SettingName = (typeof settingNames)[number];

/** A call site that an operation makes. */
export interface SiteDescription {
  readonly kind: CallSiteKind;
  /** What is asked: `chat`, `embeddings`, …; null where the binding does not decide it. */
  readonly surface?: string;
  /** False where no model runs. Default: true for calls and HTTP, true for model bindings, false for clients. */
  readonly inference?: boolean;
}

/** Takes a provider or a model out of the receiver's `table` by the name in the call: `registry.languageModel('openai:gpt-4o')`. */
export interface Pick {
  /** Where the name stands. */
  readonly name: Slot;
  /** Members of the table that hold the entries, where the table itself does not (`languageModels`); the first that is there counts. */
  readonly within?: readonly string[];
  /** The name's first part names the entry, what follows the separator the model; the `separator` setting overrides it. */
  readonly separator?: string;
  /** Member of the table with a provider that answers for names the entries do not have. */
  readonly fallback?: string;
}

/** What an argument that is given changes about who answers: `azureOpenAIApiKey` of a class that otherwise asks OpenAI. */
export interface Variant {
  /** Where the argument stands. */
  readonly present: Slot;
  readonly vendor: string;
  readonly defaultBaseUrl?: string;
  readonly deployment?: boolean;
}

/** Variables by which the environment alone tells a client where to send. */
export interface AmbientVariables {
  readonly baseUrl: string;
  readonly key: string;
  /** The variable for a key that is sent as `Authorization: Bearer`, where the usual one is sent otherwise. */
  readonly bearer?: string;
  /** Variables that the SDK reads before `baseUrl`'s. */
  readonly before?: readonly string[];
  /** Further variables that the SDK sends along unless the client is told otherwise: the vendor's organisation, headers. */
  readonly others: readonly string[];
}

/** What is done where a text in the call says what is asked for: `boto3.client("bedrock-runtime")`. */
export interface Cases {
  /** Where the text stands. */
  readonly slot: Slot;
  /** Operations by text; a call with another text, or with one the code does not decide, does nothing of interest. */
  readonly operations: Readonly<Record<string, Operation>>;
}

/** What happens when something is constructed, called, or a member of it is called. */
export interface Operation {
  /** The operation is one of several, told by a text; nothing else of this one counts then. */
  readonly cases?: Cases;
  /** The call site made, absent for operations that send nothing (`startChat`). */
  readonly site?: SiteDescription;
  /** Where the settings stand in the arguments. */
  readonly settings?: Partial<Record<SettingName, Slot>>;
  /** Arguments whose own client or model is used: `generateText({ model })`, `instructor.from_openai(client)`. */
  readonly from?: Slot;
  /**
   * The call site is made only where `from` names a model by text, or is not given and the SDK has a model of its own: a model
   * object there is a call site already (`createAgent({ model: "openai:gpt-5" })`).
   */
  readonly onlyNamed?: boolean;
  /** What the operation gives is the SDK's default for the rest of the module: `setDefaultOpenAIClient(client)`. */
  readonly ambient?: boolean;
  /**
   * `from` must be a matched object of this shape, else the operation makes no call site (`send(new ConverseCommand())`).
   * `@request`: of any shape with a {@link Shape.request}, which is the call site made. `@model`: of any shape of any SDK; an agent
   * with a model that nothing is known of may ask one in the program itself.
   */
  readonly requires?: string;
  /** The call asks the same of an entry of the receiver's table: it is made with that entry's route and gives what it gives. */
  readonly pick?: Pick;
  /** Shape of the result: a name in {@link SdkDescription.shapes}, `@self` for the receiver's own, `@from` for the one in `from`. */
  readonly returns?: string;
  /** Vendor id that answers whatever the address: a client that only this vendor understands. */
  readonly vendor?: string;
  /** Vendor id reached when nothing else decides, where it differs from the description's. */
  readonly defaultVendor?: string;
  /** Base URL used when no other is given, where it differs from the description's. */
  readonly defaultBaseUrl?: string;
  /** Model used when the code names none, where it differs from the description's. */
  readonly defaultModel?: string;
  /** Arguments that change who answers; the first that is given counts. */
  readonly variants?: readonly Variant[];
  /** The model setting names a deployment, not a model id (Azure). */
  readonly deployment?: boolean;
  /** Where the name of an earlier answer stands, of which the vendor keeps something. */
  readonly names?: Slot;
  /** Where that stands which is sent, beside the usual members of the first argument. */
  readonly content?: Slot;
  /** For the construction of a client whose class becomes another one in a rewrite. */
  readonly exchange?: ClassExchange;
  /** For the construction of a client, or of a model that makes its client itself: what it reads from the environment where code gives it neither address nor key. */
  readonly ambientVariables?: AmbientVariables;
  /** Features of a request by where they show in the arguments: `{ tools: "0.tools" }`. The planner holds them against a target. */
  readonly features?: Readonly<Record<string, Slot>>;
  /** The call names model, address and key itself, each time: it is its own client (`litellm.completion(model, api_base=…)`). */
  readonly alone?: true;
  /** How what this operation makes moves, where it is not as the description says for all the others. */
  readonly rewrite?: RewriteRecipe;
  /** Why the operation is not rewritten though others of its SDK are; one clause. */
  readonly unmoved?: string;
  /** Why the operation has no open counterpart at all (`server-side threads`); makes the call site `locked`. */
  readonly locked?: string;
}

/** Something that can be reached from an export: a class, a function, a client, a model object. */
export interface Shape {
  /** Known by its type only: a class of the workspace that implements it answers for itself. */
  readonly abstract?: boolean;
  /** For an object that describes a request: the call site made where it is sent. */
  readonly request?: SiteDescription;
  /** What `new X()` does (in Python: calling the class). */
  readonly construct?: Operation;
  /** What calling it does. */
  readonly call?: Operation;
  /** Members that are called, by dotted path: `{ "chat.completions.create": … }`. */
  readonly members?: Readonly<Record<string, Operation>>;
  /** Members that are objects of another shape: `{ "vertex.language": "Provider" }`. */
  readonly properties?: Readonly<Record<string, string>>;
}

/** What a raw request asks for, read off its URL's path. */
export interface PathRow {
  /** Text the path must contain, e.g. `/chat/completions`. */
  readonly contains: string;
  /** Further text it must contain. */
  readonly also?: string;
  readonly surface: string;
  /** Default true. */
  readonly inference?: boolean;
  /** True when the path alone tells that a model is asked, whatever the host (`/v1/chat/completions`). */
  readonly decisive?: boolean;
  /** True for a path that is worth a look at its host, which may stand in another file (`/api/generate`). */
  readonly telling?: boolean;
  /** Vendor id that alone serves this path; counts where the host is not decided. */
  readonly vendor?: string;
  /** Takes the model id out of the path: the text between `before` and `after` (or the path's end). */
  readonly model?: { readonly before: string; readonly after?: string };
}

/** A request header that only one vendor's protocol asks for; counts where the host is not decided. */
export interface HeaderRow {
  /** Lower case. */
  readonly name: string;
  readonly vendor: string;
  readonly surface: string;
}

/** What the form of a request's body tells where neither host nor path does; it counts with one of the headers beside it. */
export interface BodyRow {
  /** Members the body must have. */
  readonly has: readonly string[];
  /** Lower case; one of them must be sent. */
  readonly headers: readonly string[];
  readonly surface: string;
}

/** Requests sent by functions that no description knows. */
export interface UnnamedSender {
  /** Regular expression for the callee's last name, case ignored. */
  readonly names: string;
  /** The same for names that say so much that functions of the workspace send requests under them as well. */
  readonly ownNames: string;
  /** Arguments one of which must be written out for the call to have the form of a request. */
  readonly evidence: readonly string[];
  readonly operation: Operation;
}

/**
 * A call that tells by its path which SDK makes it, wherever its client comes from: nothing else has `chat.completions.create`. Who
 * answers is not decided but by the operation's `vendor`.
 */
export interface ToldCall {
  /** Members by dotted path, of whatever object. */
  readonly path: string;
  /** Arguments one of which must be given, where the path alone does not say enough. */
  readonly evidence: readonly string[];
  readonly operation: Operation;
}

/** How a router's model string names the vendor: `anthropic:claude-…`, `openai/gpt-5`. */
export interface Routing {
  /** Between provider and model; the first occurrence splits. */
  readonly separator?: string;
  /** Texts in front of such a string that change nothing: `litellm/` of `litellm/anthropic/claude-…`. */
  readonly through?: readonly string[];
  /** Provider names to vendor ids. */
  readonly vendors: Readonly<Record<string, string>>;
  /** Without a provider: the start of a model id to the vendor id, first match counts. */
  readonly infer?: readonly (readonly [prefix: string, vendor: string])[];
}

/** Settings that code assigns to the package itself: `openai.api_base = …`. They are its default for the rest of the module. */
export interface ModuleSettings {
  /** Assigned names to settings; of several names for one setting the first that is assigned counts. */
  readonly settings: Readonly<Record<string, SettingName>>;
  /** Assigned texts that change who answers: `openai.api_type = "azure"`. */
  readonly variants?: readonly {
    readonly name: string;
    /** What the text begins with. */
    readonly starts: string;
    readonly vendor: string;
    readonly defaultBaseUrl?: string;
    readonly deployment?: boolean;
  }[];
}

/** An SDK as data: which exports reach a vendor, and where endpoint, key and model stand. Read by one engine. */
export interface SdkDescription {
  /** The package's name as findings report it. */
  readonly id: string;
  readonly language: Language;
  /** Module specifiers; `openai/*` matches every subpath. */
  readonly packages: readonly string[];
  /**
   * Names under which manifests list the SDK, where neither `packages` (JavaScript) nor `id` (Python) says it: `vertexai` comes with
   * `google-cloud-aiplatform`. Empty for packages that programs have for other things as well (`boto3`).
   */
  readonly distributions?: readonly string[];
  /** True where models of other SDKs are handed to it as a rule: a manifest that lists it tells of no vendor. */
  readonly isHandedModels?: true;
  /** Global names (`fetch`) to shapes. */
  readonly globals?: Readonly<Record<string, string>>;
  /** Exported names (`default` for the default export) to shapes. */
  readonly exports: Readonly<Record<string, string>>;
  readonly shapes: Readonly<Record<string, Shape>>;
  /** Vendor id reached when nothing else decides; null for raw HTTP, where only the URL decides. */
  readonly vendor: string | null;
  /** Base URL reached when none is given. */
  readonly defaultBaseUrl?: string;
  /** Environment variables the SDK itself reads for the base URL; a base URL taken from one of them defaults to the vendor. */
  readonly baseUrlVariables?: readonly string[];
  readonly keyVariables?: readonly string[];
  /** Model used when the code names none; a fact of the SDK, used to classify, never reported as the code's model. */
  readonly defaultModel?: string;
  readonly routing?: Routing;
  readonly moduleSettings?: ModuleSettings;
  /** What a path asks for, for raw HTTP and for calls that set a `path` and name no surface; the first row that fits counts. */
  readonly paths?: readonly PathRow[];
  readonly headers?: readonly HeaderRow[];
  readonly bodies?: readonly BodyRow[];
  readonly unnamed?: UnnamedSender;
  readonly told?: readonly ToldCall[];
  /**
   * What stands, in whatever case, in files that use the packages for models: one of these. For packages that most files bring in for other
   * things; files without are passed over.
   */
  readonly beside?: readonly string[];
  /** Texts that tell a file which only uses what another one made (`.withStructuredOutput(`), so that it is not passed over. */
  readonly callTexts?: readonly string[];
  /** Weights of every model reached through this SDK, where the vendor serves both (Claude on Bedrock: closed). */
  readonly weights?: 'open' | 'closed';
  readonly rewrite?: RewriteRecipe;
  /** For raw HTTP: its functions send the address, headers and body that they are given, and nothing else. */
  readonly sendsAsGiven?: true;
  /** Members of a tool by which it is one that the vendor runs, where tools have no `type`: `{ googleSearch: {} }`. */
  readonly vendorToolMembers?: readonly string[];
  /** What parts of messages ask for by their `type`, where the SDK sends them in another form than others do. */
  readonly partFeatures?: Readonly<Record<string, string>>;
  /** Exports that make tools which the vendor runs, or whose form only its models were trained on, and things that it keeps. */
  readonly vendorTools?: readonly string[];
  /** Why call sites of this SDK are not rewritten, for SDKs without a recipe; one clause. */
  readonly unmoved?: string;
  /** Nothing that takes every address asks for what this SDK does: models of speech, videos. */
  readonly noCounterpart?: true;
  /** Package versions the facts were read in, and the page or file they stand in. */
  readonly versions: string;
  readonly source: string;
}
