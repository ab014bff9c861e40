import type { NamedExport, PackageVersions } from './packages';

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
  readonly versions: PackageVersions;
  /** Calls by their dotted member. Calls of other members are not translated. */
  readonly calls: Readonly<Record<string, TranslatedCall>>;
  /** Calls that are given an object which a class makes of the request (`send(new ConverseCommand({ … }))`), by their member and the class. */
  readonly commands?: Readonly<Record<string, Readonly<Record<string, TranslatedCall>>>>;
  /** Errors that are members of both classes. */
  readonly errors?: TranslatedErrors;
  /** Calls that begin a conversation whose turns the SDK keeps, by their dotted member. */
  readonly conversations?: Readonly<Record<string, TranslatedConversation>>;
}

/** Errors of the present package by their names, with those of the other; what both have of an error. */
export interface TranslatedErrors {
  readonly classes: Readonly<Record<string, string>>;
  readonly reads: readonly string[];
}

/** What the object is that a conversation becomes: the request itself, to which each turn is added. */
export interface TranslatedConversation {
  /** The call that begins it. Its messages are the turns so far, its `becomes` the type of a request (`OpenAI.ChatCompletion…`). */
  readonly begun: TranslatedCall;
  /** Calls that say something in it, by their member. */
  readonly asked: Readonly<Record<string, TranslatedTurn>>;
  /** The member that gives the turns so far, which are in another form then. */
  readonly turns?: string;
  /** Calls that begin a conversation with all that this object says, by their member. */
  readonly begins?: Readonly<Record<string, TranslatedConversation>>;
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
  /** The property of the request that names the model; `model` where it is not said. */
  readonly model?: string;
  /** The property of the request that holds the messages: text, or an array of turns with text. */
  readonly messages: string;
  /** Nothing need be said. */
  readonly optional?: true;
  /** What is asked may stand alone as the first argument, in place of a request. */
  readonly bare?: true;
  /** Settings that stand in the request itself, not among the others. */
  readonly beside?: readonly string[];
  /** The property for the texts of a call that asks for no answer to them, in place of messages. */
  readonly input?: string;
  /** Turns of text mean the same to both: they stay as they are written, once they are known to be such. Their roles have the same names. */
  readonly sameTurns?: SameTurns;
  /** What is asked about means the same to both, whatever it is. */
  readonly sameInput?: true;
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
  /** The property of a part that says what a function gave, and where its answer stands; the turn becomes one message each. */
  readonly results?: TranslatedResults;
  /** How a turn repeats an answer: the member that holds all of it, and code behind the answer's name for the message, with and without types. */
  readonly repeated?: { readonly member: string; readonly typed: string; readonly plain: string };
  /** Types of lists that hold messages, functions and what these gave, and of an answer: members of the client's class. */
  readonly types?: Readonly<Record<'message' | 'function' | 'result' | 'answer', string>>;
  /** The member of an answer that lists its parts, where a function gives the same list for the new answer. */
  readonly blocks?: TranslatedBlocks;
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
  /** The member of an answer that is its stream, where the answer itself is not. */
  readonly streamAt?: string;
  /** It gives a stream that is listened to, and that has the whole answer in the end. */
  readonly heard?: TranslatedStream;
  /** What it is where its request says `stream: true`. */
  readonly streamed?: TranslatedCall;
}

/** A stream that is listened to (`.on('text', …)`), gone through or waited for; what is read of its parts are the call's own reads. */
export interface TranslatedStream {
  /** Events that hand over texts, an error or nothing, by their names. */
  readonly events: Readonly<Record<string, string>>;
  /** Events that hand over the whole answer. */
  readonly answered: Readonly<Record<string, string>>;
  /** Members that promise the text of the answer, and all of it. */
  readonly text: Readonly<Record<string, string>>;
  readonly whole: Readonly<Record<string, string>>;
  /** Members that mean the same to both. */
  readonly keeps: readonly string[];
  /** How the whole answer is read. */
  readonly answer: TranslatedCall;
}

/** What a function gave, among the parts of a turn. */
export interface TranslatedResults {
  readonly type: string;
  readonly id: string;
  readonly content: string;
  /** Properties without a counterpart, and what their loss changes. */
  readonly drops: Readonly<Record<string, string>>;
  readonly role: string;
  readonly newId: string;
}

/** An answer as a list of parts, as the present protocol has it. */
export interface TranslatedBlocks {
  readonly member: string;
  readonly helper: ReadHelper;
  /** Members of a part that the function gives. */
  readonly reads: readonly string[];
}

/** Turns in a form that both protocols have, but for their pictures. */
export interface SameTurns {
  /** The property of a part of type `image_url` with the picture's address: a text, or an object with properties of the same names. */
  readonly image: string;
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
  /** It tells so where it is asked for alone: `if (event.delta)`. */
  readonly onlyAsked?: true;
  /** It tells nothing where the request has this property. */
  readonly unless?: string;
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
  /** Names that its code declares, where it is written by its own name alone. */
  readonly names?: readonly string[];
  /** Its own types, by those of the package that is left. */
  readonly types?: Readonly<Record<string, string>>;
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
  /** Functions, each an object of its own; `schema` is its property for the schema of its arguments, in JSON Schema. */
  | { readonly kind: 'functions'; readonly keeps: readonly string[]; readonly schema: string; readonly type: string }
  /** Whether one must be asked for: code by the `type` of what is given, and the one that names a function. */
  | { readonly kind: 'required'; readonly byType: Readonly<Record<string, string>>; readonly named: string }
  /** An object, or a list of objects, whose properties have other names. */
  | { readonly kind: 'object'; readonly name: string; readonly list?: true; readonly properties: PropertiesTranslation }
  /** An option of the request, which stands beside it. */
  | { readonly kind: 'option'; readonly name: string }
  /** It tunes the vendor's models only; `changes`: what its loss changes, where it does. */
  | { readonly kind: 'ignored'; readonly changes?: string };

/** The properties that an object may have, by name. One with others keeps its request. */
export type PropertiesTranslation = Readonly<Record<string, PropertyTranslation>>;

/** What becomes of a property. */
export interface PropertyTranslation {
  readonly name: string;
  /** It must be there, and one of these texts: others, or none, ask for something else. */
  readonly texts?: readonly string[];
  /** It is an object itself, with these properties. */
  readonly properties?: PropertiesTranslation;
}

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
  /** The member of a tool whose functions the SDK calls by itself, and the exports that make such tools. */
  readonly called: { readonly member: string; readonly makers: readonly string[] };
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
