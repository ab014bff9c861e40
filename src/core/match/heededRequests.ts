/**
 * What servers that speak a vendor's protocol heed of its requests, where they pass over the rest without a word: a request that asks
 * for something else is not sent to them.
 */
export interface HeededRequests {
  /** Slots of the objects that hold a request and its settings. */
  readonly objects: readonly string[];
  /** The properties of these objects that are heeded. */
  readonly keeps: readonly string[];
  /** Those that only tune the vendor's models; what their loss changes, where it does: a clause that completes "after this rewrite …". */
  readonly ignores: Readonly<Record<string, string | null>>;
  /** Properties with the form of answers, which is heeded where it is that of an object. */
  readonly schemas: readonly string[];
  /** The property that asks for JSON by this text, and is heeded beside such a form. */
  readonly json: { readonly property: string; readonly text: string };
  /** The property that says how to answer, in one text. */
  readonly instruction: string;
  /** Properties anywhere within a setting that are passed over, by the setting. */
  readonly within: Readonly<Record<string, readonly string[]>>;
  /** Members whose answers come in parts, of which the last one has no text: code may read a text of each. */
  readonly streams: readonly string[];
  /** Slots of what is said. */
  readonly said: readonly string[];
  readonly roles: readonly string[];
  /** Parts of turns that are passed over, by their property. */
  readonly parts: readonly string[];
  /** The part that holds content with its media type; others than pictures are passed over. */
  readonly media: { readonly part: string; readonly type: string };
}
