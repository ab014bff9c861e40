import type { Catalog, VendorRow } from '../catalog/catalog';
import { hostOf, isOwnHost } from '../classify/localHost';
import { isModelVariable, publicUrl, variablesOf } from '../environment/environment';
import type { TextRange } from '../text/range';
import type { ConfigurationFinding } from './finding';
import { exampleKey, isDescription, isRecord } from './records';
import { member, type ConfigEntry, type ConfigMap, type ConfigNode } from './node';

/** A variable or setting before it has a message. */
export type FoundSetting = Pick<ConfigurationFinding, 'kind' | 'vendor' | 'name' | 'model' | 'url' | 'range'>;

/** More model ids than this in one file are a table to choose from, and no setting. */
const maxModels = 12;
/** `model`, `model_name`, `modelId`, `chat-model`, `llm`, `embeddingModel`. */
const modelKey = /^(?:[\w.-]*[-_.])?(?:model|llm)(?:[-_.]?(?:name|id))?$|^[a-z]\w*(?:Model|Llm|LLM)(?:Name|Id|ID)?$|^model(?:Name|Id|ID)$/i;
/** Names that say of themselves that their value is nobody's business. */
const secretKey = /key|token|secret|password|credential/i;
/** A text that brings a secret in: GitHub's `${{ secrets.NAME }}`. */
const secretReference = /\bsecrets\.([A-Z][A-Z\d_]*)/g;
/** Keys beside a name that make the two a variable: Kubernetes' `env`, Render's `envVars`. */
const valueKeys: readonly string[] = ['value', 'valueFrom', 'sync', 'generateValue', 'fromGroup'];
/** Keys that hold the value of the key around them, which then says what it is: `openai_model: { default: gpt-4o }`. */
const unnamedKeys: readonly string[] = ['default', 'value'];

/** The variables and settings of a configuration file, each once. Values are looked at; of a key's variable only the name is taken. */
export function foundSettings(catalog: Catalog, root: ConfigNode): readonly FoundSetting[] {
  if (isDescription(root)) return [];
  const reader = new SettingsReader(catalog);
  reader.read(root);
  return reader.finish();
}

class SettingsReader {
  readonly #found = new Map<string, FoundSetting>();
  readonly #catalog: Catalog;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  finish(): readonly FoundSetting[] {
    const all = [...this.#found.values()];
    const isTable = all.filter(({ model }) => model !== null).length > maxModels;
    const isSure = all.some(({ name, model }) => model === null && !this.#catalog.doubtfulVariables.has(name));
    return all
      .filter(({ name, model }) => (model === null ? isSure || !this.#catalog.doubtfulVariables.has(name) : !isTable))
      .sort((a, b) => a.range.start - b.range.start);
  }

  /** @param name the key that holds the node */
  read(node: ConfigNode, name = ''): void {
    switch (node.kind) {
      case 'scalar':
        this.#secrets(node.text, node.range);
        return;
      case 'list':
        for (const item of node.items) {
          // Compose's `environment: [NAME=value]`.
          const name = item.kind === 'scalar' ? /^([A-Z][A-Z\d_]*)(?:=|$)/.exec(item.text)?.[1] : undefined;
          if (item.kind === 'scalar' && name !== undefined)
            this.#variable(name, { start: item.range.start, end: item.range.start + name.length }, item.text.slice(name.length + 1));
          this.read(item);
        }
        return;
      case 'map':
        this.#map(node, this.#namedEntry(node) ?? name);
    }
  }

  /** @param name what says what a `value` in the map is */
  #map(node: ConfigMap, name: string): void {
    const isRecorded = isRecord(node);
    for (const entry of node.entries) {
      if (!exampleKey.test(entry.key)) this.#entry(entry, unnamedKeys.includes(entry.key) ? name : entry.key, isRecorded);
    }
  }

  /** `name: OPENAI_API_KEY` beside `value: …`; gives the name. */
  #namedEntry(node: ConfigMap): string | undefined {
    const name = member(node, 'name') ?? member(node, 'key');
    if (name?.kind !== 'scalar' || !node.entries.some(({ key }) => valueKeys.includes(key))) return undefined;
    const value = member(node, 'value');
    this.#variable(name.text, name.range, value?.kind === 'scalar' ? value.text : '');
    return name.text;
  }

  /**
   * @param name the key that says what the entry's value is
   * @param isRecorded whether the entry is of a record, whose model was asked once and is not going to be
   */
  #entry({ key, keyRange, value }: ConfigEntry, name: string, isRecorded: boolean): void {
    const text = value?.kind === 'scalar' ? value.text : '';
    if (this.#variable(key, keyRange, text)) return;
    if (value?.kind === 'scalar' && !secretKey.test(name)) {
      if (!isRecorded && (modelKey.test(name) || isModelVariable(name))) this.#model(name, text, value.range);
      this.#url(name || key, text, value.range);
    }
    if (value) this.read(value, name);
  }

  /** A vendor's variable; tells whether it is one. */
  #variable(name: string, range: TextRange, value: string): boolean {
    const variables = variablesOf(this.#catalog);
    if (this.#catalog.sharedVariables.has(name)) return false;
    const keyOwner = variables.keyOwners.get(name);
    if (keyOwner !== undefined) {
      this.#add({ kind: 'credential', vendor: keyOwner, name, model: null, url: null, range });
      return true;
    }
    const owner = variables.baseUrlOwners.get(name);
    if (owner === undefined) return false;
    const url = publicUrl(value);
    const vendor = url === null ? undefined : this.#catalog.vendorOfUrl(url);
    const isOwn = url !== null && isOwnHost(url);
    // Of an address nobody knows, the host tells enough.
    const shown = vendor || isOwn || url === null ? url : (/^[a-z]+:\/\/[^/]+/i.exec(url)?.[0] ?? null);
    this.#add({ kind: 'setting', vendor: vendor?.id ?? (url === null ? owner : 'unknown'), name, model: null, url: shown, range });
    return true;
  }

  #model(name: string, id: string, range: TextRange): void {
    // Words like `base` and `command` are ids as well, and mean other things.
    if (id.length < 4 || id.length > 100 || !/[\d-]/.test(id) || /\s/.test(id)) return;
    const facts = this.#catalog.model(id);
    if (facts.weights === 'unknown') return;
    const lab = facts.weights === 'closed' && facts.lab !== null ? this.#catalog.vendors.get(facts.lab) : undefined;
    this.#add({ kind: 'setting', vendor: lab?.class === 'closed' ? lab.id : 'unknown', name, model: id, url: null, range });
  }

  #url(name: string, value: string, range: TextRange): void {
    const url = /^https?:\/\//i.test(value) ? publicUrl(value) : null;
    const vendor = url === null ? null : this.#catalog.vendorOfUrl(url);
    if (url === null || !vendor || !isTelling(vendor, url)) return;
    this.#add({ kind: 'setting', vendor: vendor.id, name, model: null, url, range });
  }

  #secrets(text: string, range: TextRange): void {
    for (const match of text.matchAll(secretReference)) {
      const name = match[1] ?? '';
      if (!variablesOf(this.#catalog).keyOwners.has(name)) continue;
      const start = range.start + match.index + match[0].length - name.length;
      // A text over several lines stands otherwise in the file than it is read.
      this.#variable(name, range.end - range.start === text.length ? { start, end: start + name.length } : range, '');
    }
  }

  #add(found: FoundSetting): void {
    const id = [found.kind, found.kind === 'credential' ? found.name : [found.model, found.url ?? found.name].join(' ')].join(' ');
    if (!this.#found.has(id)) this.#found.set(id, found);
  }
}

/** Ports that model servers share with all kinds of programs tell nothing. */
function isTelling(vendor: VendorRow, url: string): boolean {
  return (
    vendor.class !== 'self-hosted' ||
    (hostOf(url) !== null && vendor.hosts.some((host) => host.startsWith('*:') && url.includes(host.slice(1))))
  );
}
