import type { Catalog } from '../catalog/catalog';
import { isOwnHost } from '../classify/localHost';
import { languages } from '../facts/moduleFacts';
import { readDotenv } from './dotenv';

/** What an environment file sets a variable to. Never a key: see {@link readEnvironment}. */
export interface EnvironmentSetting {
  readonly variable: string;
  readonly value: string;
  /** The host's id of the environment file. */
  readonly file: string;
}

/** What environment files say around a piece of code. */
export interface Environment {
  /** What a variable is set to: several where files disagree, undefined where none sets it. */
  settings(variable: string): readonly EnvironmentSetting[] | undefined;
}

/** The environment that some files make together. Files that agree count as one. */
export function environmentOf(files: readonly (readonly [file: string, variables: ReadonlyMap<string, string>])[]): Environment {
  return {
    settings(variable) {
      const settings: EnvironmentSetting[] = [];
      for (const [file, variables] of files) {
        const value = variables.get(variable);
        if (value !== undefined && !settings.some((setting) => setting.value === value)) settings.push({ variable, value, file });
      }
      return settings.length > 0 ? settings : undefined;
    },
  };
}

/** Names that say of themselves that their value is nobody's business. */
const secret = /KEY|TOKEN|SECRET|PASS|CREDENTIAL|AUTH|PRIVATE|COOKIE|SALT|DSN/;
/** Names that hold a model id: `OPENAI_MODEL`, `MODEL_NAME`, `EMBEDDING_MODEL_ID`. */
const modelName = /(?:^|_)MODEL(?:_(?:NAME|ID))?$/;
/** How vendors' keys begin; a key in the wrong place is still one. */
const keyShape = /^(?:sk|pk|key|gsk|xai|hf|ghp|AIza)[-_]?/i;
const modelId = /^[\w.:/@-]{2,100}$/;

/**
 * The variables of an environment file that say where requests go or which model is asked; nothing else of it is kept. A URL is kept
 * without what signs in (`user:password@`, `?key=…`), and only where a vendor's variable holds it, a vendor answers there, or it is an
 * own host. Values that hang on other variables (`${HOST}`) are not decided and left out.
 */
export function readEnvironment(catalog: Catalog, text: string): ReadonlyMap<string, string> {
  const vendorVariables = variablesOf(catalog);
  const kept = new Map<string, string>();
  for (const { name, value } of readDotenv(text)) {
    // The last assignment counts, whatever it is.
    kept.delete(name);
    if (value === '' || value.includes('$') || vendorVariables.keyOwners.has(name)) continue;
    if (vendorVariables.baseUrlOwners.has(name)) {
      const url = publicUrl(value);
      if (url !== null) kept.set(name, url);
    } else if (secret.test(name)) continue;
    else if (isModelVariable(name) && modelId.test(value) && !keyShape.test(value)) kept.set(name, value);
    else {
      const url = publicUrl(value);
      if (url !== null && /^https?:/.test(url) && (catalog.vendorOfUrl(url) || isOwnHost(url))) kept.set(name, url);
    }
  }
  return kept;
}

/** Whether a variable's name says that it holds a model id. */
export function isModelVariable(name: string): boolean {
  return modelName.test(name);
}

/** A URL, or a host with a port, without what signs in; null for anything else. */
export function publicUrl(value: string): string | null {
  if (/^[\w.-]+:\d{2,5}(?:\/[\w./-]*)?$/.test(value)) return value;
  const match = /^(https?:\/\/)(?:[^/?#@\s]*@)?([^/?#\s@]+)([^?#\s]*)/i.exec(value);
  return match ? `${match[1] ?? ''}${match[2] ?? ''}${match[3] ?? ''}` : null;
}

/** Vendors' environment variables by what they hold. */
export interface VendorVariables {
  /** Variables that hold keys, with the id of the first vendor that has it. */
  readonly keyOwners: ReadonlyMap<string, string>;
  /** Variables that redirect a vendor's SDKs. */
  readonly baseUrlOwners: ReadonlyMap<string, string>;
}

const known = new WeakMap<Catalog, VendorVariables>();

/** The environment variables of a catalog's vendors and SDKs. */
export function variablesOf(catalog: Catalog): VendorVariables {
  let variables = known.get(catalog);
  if (!variables) {
    variables = { keyOwners: ownersOf(catalog, 'keyVariables'), baseUrlOwners: ownersOf(catalog, 'baseUrlVariables') };
    known.set(catalog, variables);
  }
  return variables;
}

function ownersOf(catalog: Catalog, field: 'keyVariables' | 'baseUrlVariables'): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  const add = (name: string, vendor: string): void => {
    if (!owners.has(name)) owners.set(name, vendor);
  };
  for (const vendor of catalog.vendors.values()) for (const name of vendor[field]) add(name, vendor.id);
  for (const language of languages) {
    for (const [name, vendor] of Object.entries(catalog.sdkNames(language)[field])) add(name, vendor ?? 'unknown');
  }
  return owners;
}
