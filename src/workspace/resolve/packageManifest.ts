import { dirname, join } from 'node:path';
import type { FileIndex } from './fileIndex';
import { asString, parseJson, type JsonObject } from './json';

/** A folder with a `package.json`. */
export interface PackageManifest {
  readonly folder: string;
  readonly name: string | undefined;
  readonly json: JsonObject;
}

/** Finds and reads `package.json` files, each once. */
export class PackageManifests {
  readonly #index: FileIndex;
  readonly #read = new Map<string, PackageManifest | undefined>();
  readonly #nearest = new Map<string, PackageManifest | undefined>();

  constructor(index: FileIndex) {
    this.#index = index;
  }

  /** The manifest in a folder, undefined without one. A broken one is read as far as it goes. */
  in(folder: string): PackageManifest | undefined {
    if (this.#read.has(folder)) return this.#read.get(folder);
    const file = join(folder, 'package.json');
    const text = this.#index.isFile(file) ? this.#index.readConfiguration(file) : undefined;
    const json = text === undefined ? undefined : parseJson(text).value;
    const manifest = json && { folder, name: asString(json['name']), json };
    this.#read.set(folder, manifest);
    return manifest;
  }

  /** The manifest of a folder or of the nearest one above it. */
  nearest(folder: string): PackageManifest | undefined {
    if (this.#nearest.has(folder)) return this.#nearest.get(folder);
    const above = dirname(folder);
    const manifest = this.in(folder) ?? (above === folder ? undefined : this.nearest(above));
    this.#nearest.set(folder, manifest);
    return manifest;
  }

  clear(): void {
    this.#read.clear();
    this.#nearest.clear();
  }
}
