import type { Language } from '../facts/moduleFacts';
import type { BodyRow } from '../match/description';
import type { SdkUse } from './sdkUse';

/**
 * What texts of a language are searched for, drawn from a catalog: plain data, so that it can be worked out when the program is built, and
 * texts be searched before there is an engine.
 */
export interface Signs {
  readonly language: Language;
  readonly modules: readonly ModuleSign[];
  /** What tells of calls that make call sites wherever what they are called on comes from. */
  readonly anyonesCalls: CallSigns;
  /** What tells of calls of something that must come from an SDK. */
  readonly sdkCalls: CallSigns;
  /** Member paths whose calls make call sites where one of the names stands somewhere in the text, or whatever does where there are none. */
  readonly toldCalls: readonly { readonly path: string; readonly names: readonly string[] }[];
  /** The parts of vendors' hosts that stand in texts as they are, the paths and headers of requests that only models take. */
  readonly hosts: readonly string[];
  /** Ports on which servers of all kinds listen. */
  readonly sharedPorts: readonly string[];
  /** Request paths one of which must stand beside such a port. */
  readonly paths: readonly string[];
  /** Names that stand together in the bodies of requests. */
  readonly bodies: readonly BodyRow[];
  /** What vendors' variables begin with. */
  readonly variablePrefixes: readonly string[];
  /** Classes whose names tell their SDK. */
  readonly classes: readonly string[];
}

/** A module of SDKs. */
export interface ModuleSign {
  readonly name: string;
  /** What tells that a text uses what it brings in; empty where nothing does. */
  readonly uses: readonly SdkUse[];
  /** Texts one of which, in whatever case, stands in files that are about models; null where the module tells it by itself. */
  readonly beside: readonly string[] | null;
}

/** What tells of calls. */
export interface CallSigns {
  /** Wherever they stand. */
  readonly texts: readonly string[];
  /** Where no longer name stands. */
  readonly paths: readonly string[];
}
