import type { CallSiteKind } from '../callSite';
import type { Protocol } from '../catalog/catalog';
import type { Language } from '../facts/moduleFacts';

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
  /** Where that stands which is sent, beside the usual members of the first argument. */
  readonly content?: Slot;
  /** For the construction of a client whose class becomes another one in a rewrite. */
  readonly exchange?: ClassExchange;
  /** For the construction of a client: what it reads from the environment where code gives it neither address nor key. */
  readonly ambientVariables?: AmbientVariables;
  /** Features of a request by where they show in the arguments: `{ tools: "0.tools" }`. The planner holds them against a target. */
  readonly features?: Readonly<Record<string, Slot>>;
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
  /** Neither address nor key makes the client speak a protocol of open servers: it becomes another one, with its calls. */
  readonly translation?: Translation;
  /** Requests that code sends to the vendor without the SDK. */
  readonly raw?: RawRequests;
  /** How the client moves to targets that do not speak its protocol. */
  readonly otherwise?: RewriteRecipe;
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

/** How a client of messages becomes one of chat completions, where no open server speaks its protocol: another class, and other calls. */
export interface Translation {
  /** The class that the client is made by then, and where it comes from. */
  readonly client: NamedExport;
  readonly baseUrlOption: string;
  readonly keyOption: string;
  /** The present class takes its key as its one argument, and no options. */
  readonly keyAlone?: true;
  /** Options of the present class that say who is asked, and go; a client with others stays. */
  readonly drops: readonly string[];
  /** Options that mean the same to both classes. */
  readonly keeps?: readonly string[];
  readonly versions: ProviderExchange['versions'];
  /** Calls by their dotted member. Calls of other members are not translated. */
  readonly calls: Readonly<Record<string, TranslatedCall>>;
  /** Calls that begin a conversation whose turns the SDK keeps, by their dotted member. */
  readonly conversations?: Readonly<Record<string, TranslatedConversation>>;
}

/** What the object is that a conversation becomes: the request itself, to which each turn is added. */
export interface TranslatedConversation {
  /** The call that begins it. Its messages are the turns so far, its `becomes` the type of a request (`OpenAI.ChatCompletion…`). */
  readonly begun: TranslatedCall;
  /** Calls that say something in it, by their member. */
  readonly asked: Readonly<Record<string, TranslatedTurn>>;
  /** The member that gives the turns so far, which are in another form then. */
  readonly turns?: string;
}

/** A turn of a conversation: a question that is kept, and the answer to it. */
export interface TranslatedTurn {
  /** How the question and its settings are given. `becomes` is the call that asks with a whole request. */
  readonly call: TranslatedCall;
  /** What is kept of an answer: code behind its name. Absent where nothing is: each call is a conversation of its own. */
  readonly kept?: string;
  /** What is kept is awaited. */
  readonly awaited?: true;
}

/** A call that becomes another one. */
export interface TranslatedCall {
  readonly becomes: string;
  /** Answers come in parts: the request says so, and every part is read. */
  readonly stream?: true;
  /** The property of the request that holds the messages: text, or an array of turns with text. */
  readonly messages: string;
  /** What is asked may stand alone as the first argument, in place of a request. */
  readonly bare?: true;
  /** Settings that stand in the request itself, not among the others. */
  readonly beside?: readonly string[];
  /** The property for the texts of a call that asks for no answer to them, in place of messages. */
  readonly input?: string;
  /** Names of turns, by those of the present protocol. */
  readonly roles: Readonly<Record<string, string>>;
  /** The property of a turn that holds its one part, and the part's text. */
  readonly parts: string;
  readonly text: string;
  /** The `type` of parts with text, where parts say theirs. */
  readonly textType?: string;
  /** The property of a part that holds a picture, its media type and its content in base64; the `type` of part and content where they say theirs. */
  readonly image?: {
    readonly within: string;
    readonly type: string;
    readonly data: string;
    readonly types?: { readonly part: string; readonly content: string };
  };
  /** The property that holds settings, where they are not the request's own; what becomes of each; a request with another one stays. */
  readonly settings?: string;
  readonly fields: Readonly<Record<string, FieldTranslation>>;
  /** Members of an answer, or of its parts, that are read, and what is read then. Whatever else is done with it keeps the call. */
  readonly reads: Readonly<Record<string, TranslatedRead>>;
  /** The same where more than members tells what is read. */
  readonly patterns?: readonly ReadPattern[];
  /** Options of a single request, in its second argument, that mean the same to both clients. */
  readonly options?: readonly string[];
  /** Members of a stream that is kept under a name which both clients have. */
  readonly streamMembers?: readonly string[];
  /** What it is where its request says `stream: true`. */
  readonly streamed?: TranslatedCall;
}

/** Code that reads an answer, and what reads the same of another. */
export interface ReadPattern {
  /** Code behind the answer's name, which is `@self`; the form is `codePattern.ts`'s. */
  readonly code: string;
  /** `#` is the text that stands in its place there. */
  readonly becomes: string;
  /** What is read where there is none. */
  readonly absent?: string;
  /** A parenthesis stands before the answer's name, which goes. */
  readonly opened?: true;
  /** It tells the same as a condition, in a form that types follow. */
  readonly condition?: string;
  /** What is read is kept in a constant, of which this is read. */
  readonly parts?: readonly ReadPattern[];
}

/**
 * What is read of the new answer for a member of the present one, or for several in a chain (`candidates[0].content`): other members,
 * code that gives the same in the same form, or what a function gives that is written into the file.
 */
export type TranslatedRead =
  | string
  | { readonly same: string }
  /** Members whose value is null where the present one is an empty text. */
  | { readonly text: string }
  /** It is the answer itself; what is read of it stands behind this member. */
  | { readonly itself: true }
  | { readonly helper: ReadHelper };

/** A function that gives what an answer had in the present form; its parameter is the new answer. */
export interface ReadHelper {
  readonly name: string;
  /** What is added to the name of an answer for that of what it had. */
  readonly suffix: string;
  /** Its code, with and without types; `CLIENT` stands for the class of the client. */
  readonly typed: string;
  readonly plain: string;
}

/** What becomes of a setting. */
export type FieldTranslation =
  /** It has another name; `uses`: the feature that it asks for where it is not 1. */
  | { readonly kind: 'renamed'; readonly name: string; readonly uses?: string }
  /** It stays as it is: whether the answer is streamed. */
  | { readonly kind: 'kept' }
  /** It is the first message. */
  | { readonly kind: 'system'; readonly role: string }
  /** Code by the text that it has. */
  | { readonly kind: 'coded'; readonly byText: Readonly<Record<string, { readonly name: string; readonly code: string } | null>> }
  /** The form that answers must have, in the vendor's way to write schemas or in that of JSON Schema. */
  | { readonly kind: 'schema'; readonly form: 'vendor'; readonly schema: SchemaTranslation }
  | { readonly kind: 'schema'; readonly form: 'json' }
  /** The functions that a model may ask for, and whether it must. */
  | { readonly kind: 'tools' | 'choice'; readonly tools: ToolsTranslation }
  /** An option of the request, which stands beside it. */
  | { readonly kind: 'option'; readonly name: string }
  /** It tunes the vendor's models only; `changes`: what its loss changes, where it does. */
  | { readonly kind: 'ignored'; readonly changes?: string };

/** How a vendor writes schemas of JSON: keywords by what becomes of them. A schema with another keyword keeps its request. */
export interface SchemaTranslation {
  /** The keyword for the type, and the types that there are, in JSON's words; the vendor's are the same in capitals. */
  readonly type: string;
  readonly types: readonly string[];
  /** The keyword that says whether the value may be absent. */
  readonly absent: string;
  readonly keeps: readonly string[];
  readonly drops: readonly string[];
  /** Their numbers may stand in texts. */
  readonly counts: readonly string[];
  /** Keywords with a schema, with an array of schemas, with schemas by name. */
  readonly one: readonly string[];
  readonly list: readonly string[];
  readonly each: readonly string[];
}

/** How functions are declared that a model may ask for. */
export interface ToolsTranslation {
  /** The property of a tool that holds declarations; a tool with others keeps its request. */
  readonly declarations: string;
  readonly keeps: readonly string[];
  /** The properties of a declaration that hold the schema of its arguments, by how they write it. */
  readonly schemas: Readonly<Record<string, 'vendor' | 'json'>>;
  readonly schema: SchemaTranslation;
  /** Where it is said whether a function must be asked for: what becomes of the modes, and the property with their names. */
  readonly choice: {
    readonly within: string;
    readonly mode: string;
    readonly names: string;
    readonly modes: Readonly<Record<string, string | null>>;
  };
}

/** Options of a class of models, which stand in the first argument that is no text; dotted where they stand in others. */
export interface ModelOptions {
  readonly baseUrl: string;
  /** The usual option for the key first. */
  readonly keys: readonly string[];
  /** The usual option for the model first; it is added where the class would choose a vendor's model. */
  readonly models: readonly string[];
  /** The option for a key that is sent as `Authorization: Bearer`, beside the usual one; it is `null` where a target wants none. */
  readonly bearer?: string;
  /** The model's name, or an option beside it, says whose class makes the model. */
  readonly routed?: RoutedModel;
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
  /** Options for single requests that only the vendor knows: without them the same is asked in another manner. */
  readonly ignores: readonly string[];
  /** The same for options with none but these texts. */
  readonly ignoresValues?: Readonly<Record<string, readonly string[]>>;
  /** Options for single requests by which a request builds on what the vendor's server keeps of earlier ones. */
  readonly continues?: readonly string[];
}

/** Version ranges to depend on, by the major version of another package that the program depends on (`0.20` before the first). */
export interface PackageVersions {
  readonly with: string;
  readonly byMajor: Readonly<Record<string, string>>;
  /** What the program depends on already must be of the same major version, or its types do not fit. */
  readonly mustFit?: true;
}

/** A value that a package exports. */
export interface NamedExport {
  readonly package: string;
  readonly name: string;
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
  readonly from?: { readonly package: string; readonly versions: PackageVersions; readonly named?: true };
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
  /** Texts that tell a file which only uses what another one made (`.withStructuredOutput(`), so that it is not passed over. */
  readonly callTexts?: readonly string[];
  /** Weights of every model reached through this SDK, where the vendor serves both (Claude on Bedrock: closed). */
  readonly weights?: 'open' | 'closed';
  readonly rewrite?: RewriteRecipe;
  /** For raw HTTP: its functions send the address, headers and body that they are given, and nothing else. */
  readonly sendsAsGiven?: true;
  /** Members of a tool by which it is one that the vendor runs, where tools have no `type`: `{ googleSearch: {} }`. */
  readonly vendorToolMembers?: readonly string[];
  /** Exports that make tools which the vendor runs, or whose form only its models were trained on, and things that it keeps. */
  readonly vendorTools?: readonly string[];
  /** Why call sites of this SDK are not rewritten, for SDKs without a recipe; one clause. */
  readonly unmoved?: string;
  /** Package versions the facts were read in, and the page or file they stand in. */
  readonly versions: string;
  readonly source: string;
}
