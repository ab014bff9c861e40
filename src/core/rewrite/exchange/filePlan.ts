import type { TargetRow } from '../../catalog/catalog';
import type { ModuleFacts } from '../../facts/moduleFacts';
import type { ProviderExchange, RewriteRecipe } from '../../match/rewriteRecipe';
import type { TextRange } from '../../text/range';
import { baseUrlFor, baseUrlVariable, endpointCode, variableStyleOf } from '../client/endpointCode';
import type { LocatedEdit, PlanContext } from '../context';
import { evidenceText } from '../model/evidence';
import { written } from '../client/nestedOptions';
import { editObject, newObject } from '../options/objectEdit';
import type { ModelChange } from '../plan';
import { endOfStatement, importEdits, isTaken, localOf, type NeededImport } from './importEdits';
import { switchState } from './switches';
import type { ProviderUse } from './uses';

type Edit = Omit<LocatedEdit, 'file'>;

/** What the exchanges of one file come to. */
export interface PlannedFile {
  readonly edits: readonly Edit[];
  readonly steps: readonly string[];
  readonly changes: readonly ModelChange[];
  /** Packages that the file imports now and did not before. */
  readonly packages: readonly ProviderExchange[];
  /** What the user has to know; clauses that complete "after this rewrite …". */
  readonly notes: readonly string[];
}

/** The edits of one file in which providers are exchanged. */
export class FilePlan {
  readonly #needed: NeededImport[] = [];
  readonly #packages = new Map<string, ProviderExchange>();
  readonly #steps: string[] = [];
  readonly #changes: ModelChange[] = [];
  readonly #notes: string[] = [];
  readonly #made = new Set<string>();

  constructor(
    private readonly context: PlanContext,
    private readonly facts: ModuleFacts,
    private readonly text: string,
    private readonly uses: readonly ProviderUse[],
  ) {}

  plan(): PlannedFile | { readonly obstacle: string } {
    const edits: Edit[] = [];
    const gone: TextRange[] = [];
    const ready = this.uses.filter((use) => use.kind !== 'factory' && use.exchange.perModel === undefined && use.name.start < use.name.end);
    const { chosen, apart } = this.#choose(ready);
    const provider = chosen ? this.#fresh(providerName(this.context.target)) : null;
    const registered = apart ? this.#fresh(`${providerName(this.context.target)}Provider`) : provider;
    for (const use of this.uses) {
      if (use.kind === 'factory') {
        gone.push(use.name);
        edits.push({ range: use.name, newText: this.#import(use.exchange, use.exchange.package, use.exchange.factory) });
        continue;
      }
      if (use.kind === 'named' || use.kind === 'unnamed') {
        if (use.exchange.through) edits.push(...this.#modelThrough(use, use.exchange.through));
        else if (use.exchange.perModel !== undefined) edits.push(...this.#model(use, (id) => this.#making(use, id)));
        else if (chosen && provider !== null)
          edits.push(...this.#model(use, (id) => this.#asking(chosen.exchange, provider, use.model?.asked ?? 'chat', id)));
        continue;
      }
      const isReady = use.name.start < use.name.end;
      const exchange = isReady && chosen ? chosen.exchange : use.exchange;
      const name = use.kind === 'held' ? registered : provider;
      if (isReady && name !== null) {
        gone.push(use.name);
        const key = use.isShort === true ? `${this.text.slice(use.name.start, use.name.end)}: ` : '';
        edits.push({ range: use.name, newText: key + name });
      }
      const member = memberOf(exchange, use.model?.asked);
      const newText = member === '' ? '' : `.${member}`;
      const now = use.model?.now;
      if (now && newText !== this.text.slice(now.start, now.end)) edits.push({ range: now, newText });
    }
    const helpers = [
      ...(chosen && provider !== null ? [this.#helper(chosen, provider)] : []),
      ...(apart && registered !== null ? [this.#helper(apart, registered)] : []),
    ];
    if (chosen && provider !== null) this.#steps.push(this.#step(chosen, provider));
    if (apart && registered !== null) this.#steps.push(this.#step(apart, registered));
    const taken = this.#needed.find((need) => isTaken(this.facts, need));
    if (taken) return { obstacle: `${this.context.nameOf(this.facts.file)} has another \`${taken.name}\` than that of ${taken.package}` };
    // A new import can start where the provider does, and must come first.
    edits.push(...importEdits(this.facts, this.text, this.#needed, gone), ...helpers);
    return { edits, steps: this.#steps, changes: this.#changes, packages: [...this.#packages.values()], notes: this.#notes };
  }

  /**
   * One provider serves the file: that of a package which is imported already, if there is one. Registries need theirs: it serves the
   * rest too if it can, else it stands `apart`.
   */
  #choose(ready: readonly ProviderUse[]): { readonly chosen: ProviderUse | null; readonly apart: ProviderUse | null } {
    const imported = this.#imported();
    const held = ready.find(({ kind }) => kind === 'held');
    const others = ready.filter(({ kind }) => kind !== 'held');
    const isOne = (use: ProviderUse): boolean => [use.exchange.package, use.beside?.package].includes(held?.exchange.package);
    if (held && others.every(isOne)) return { chosen: held, apart: null };
    const chosen = others.find(({ exchange }) => imported.has(exchange.package)) ?? others[0] ?? null;
    return { chosen, apart: held ?? null };
  }

  /** A model of the target's where a text named the vendor's, or nothing named one. `ask`: code that gives it, by code of its name. */
  #model(use: ProviderUse, ask: (id: string) => string): Edit[] {
    const { kind, name, model, options, variable } = use;
    const { choices, target } = this.context;
    const { writing, comments } = this.facts;
    const place = this.context.place(this.facts.file, name.start);
    const text = model && variable !== undefined ? model.now : name;
    const from = kind === 'unnamed' ? null : this.text.slice(text.start + 1, text.end - 1);
    const chosen = choices.of(from, model?.asked ?? 'chat');
    const id = chosen?.model ?? target.models.chat;
    if (from !== null) this.#changes.push({ from, to: id, evidence: chosen?.alternative ? evidenceText(chosen.alternative) : null });
    const named = this.text.slice(name.start, text.start) + writing.text(id) + this.text.slice(text.end, name.end);
    const code = ask(kind === 'unnamed' ? writing.text(id) : named);
    if (variable !== undefined)
      this.#notes.push(`the variable \`${variable}\` must name a model that ${target.name} serves, such as ${id}`);
    if (kind === 'unnamed' && options) {
      this.#steps.push(`Ask for ${id} (${place})`);
      const add = [{ name: options.option, value: code }];
      const change = { replace: new Map(), remove: new Set<never>(), add, addLast: true };
      return editObject({ text: this.text, comments, writing }, options.object.fact, change).map((edit) => ({
        ...edit,
        ...declaring(use),
      }));
    }
    this.#steps.push(`Ask for ${id} instead of ${this.text.slice(text.start, text.end)} (${place})`);
    return [{ range: name, newText: code, ...declaring(use) }];
  }

  /** A model that is told address and key by an object of another class, as named arguments. */
  #modelThrough(use: ProviderUse, through: NonNullable<ProviderExchange['through']>): Edit[] {
    const { name, recipe, exchange } = use;
    const { writing } = this.facts;
    const variables = variableStyleOf(this.facts, this.context.modules());
    const code = endpointCode(this.context.target, recipe, this.context.request.style, { writing, variables, offset: name.start });
    const imported = writing.importFor([code.baseUrl, code.key], name.start);
    const maker = this.#import(exchange, exchange.package, exchange.factory);
    const provider = this.#import(exchange, through.class.package, through.class.name);
    const line = writing.lineBreak + (/^[ \t]*/.exec(this.text.slice(this.text.lastIndexOf('\n', name.start - 1) + 1))?.[0] ?? '');
    const [inner, innermost] = [line + writing.indent, line + writing.indent + writing.indent];
    const options = [
      writing.property(exchange.baseUrlOption, code.baseUrl, 'argument'),
      writing.property(exchange.keyOption, code.key, 'argument'),
    ];
    const told = `${provider}(${options.map((each) => `${innermost}${each},`).join('')}${inner}),${line})`;
    this.#steps.push(this.#modelStep(recipe, exchange, name.start));
    return [
      ...this.#model(use, (id) => `${maker}(${inner}${id},${inner}${through.option}=`),
      // What makes the client is a call site that the code did not have.
      { range: { start: name.end, end: name.end }, newText: told, declares: true },
      ...(imported ? [imported] : []),
    ];
  }

  /** Code that makes a model by itself, with the endpoint among its options. */
  #making({ name, recipe, exchange }: ProviderUse, id: string): string {
    const { writing, comments } = this.facts;
    const variables = variableStyleOf(this.facts, this.context.modules());
    const code = endpointCode(this.context.target, recipe, this.context.request.style, { writing, variables, offset: name.start });
    const properties = written(writing, [
      { name: exchange.perModel ?? 'model', value: id },
      { name: exchange.keyOption, value: code.key },
      { name: exchange.baseUrlOption, value: code.baseUrl },
    ]);
    const maker = `${exchange.construct === true ? 'new ' : ''}${this.#import(exchange, exchange.package, exchange.factory)}`;
    this.#steps.push(this.#modelStep(recipe, exchange, name.start));
    return `${maker}(${newObject({ text: this.text, comments, writing }, properties, name.start)})`;
  }

  /** Code that asks a provider for a model. */
  #asking(exchange: ProviderExchange, provider: string, asked: string, id: string): string {
    const { modelClass } = exchange;
    if (modelClass) return `new ${this.#import(exchange, modelClass.package, modelClass.name)}(${provider}, ${id})`;
    const member = memberOf(exchange, asked);
    return `${provider}${member === '' ? '' : `.${member}`}(${id})`;
  }

  #imported(): ReadonlySet<string> {
    return new Set((this.facts.imports ?? []).map(({ specifier }) => specifier));
  }

  /** The local name of an export, which is imported where it is not yet. */
  #import(exchange: ProviderExchange, specifier: string, name: string): string {
    const need: NeededImport = { package: specifier, name, orDefault: exchange.orDefault === true && name === exchange.factory };
    const known = localOf(this.facts, need);
    if (known !== null) return known;
    this.#needed.push(need);
    if (specifier === exchange.package && !exchange.through && !this.#imported().has(specifier)) this.#packages.set(specifier, exchange);
    return name;
  }

  /** A name that the file does not have. */
  #fresh(name: string): string {
    const fresh = this.#free(name);
    this.#made.add(fresh);
    return fresh;
  }

  #free(name: string): string {
    const taken = (each: string): boolean =>
      this.#made.has(each) || new RegExp(`(?<![\\p{ID_Continue}$])${each}(?![\\p{ID_Continue}$])`, 'u').test(this.text);
    if (!taken(name)) return name;
    for (let index = 1; ; index++) {
      const next = `${name}Provider${index === 1 ? '' : String(index)}`;
      if (!taken(next)) return next;
    }
  }

  /** The provider that asks the target, behind the imports that stand before its first use. */
  #helper({ recipe, exchange }: ProviderUse, name: string): Edit {
    const { target, request } = this.context;
    const { writing } = this.facts;
    const first = Math.min(...this.uses.map((use) => use.name.start));
    const variables = variableStyleOf(this.facts, this.context.modules());
    const code = endpointCode(target, recipe, request.style, { writing, variables, offset: first });
    const before = (this.facts.imports ?? []).filter(({ range }) => range.end <= first).at(-1);
    const found = this.text.indexOf('\n', before?.range.end ?? 0);
    const lineEnd = found < 0 ? this.text.length : this.text.charAt(found - 1) === '\r' ? found - 1 : found;
    const at = before ? lineEnd : 0;
    const properties = [
      ...(exchange.nameOption === undefined ? [] : [writing.property(exchange.nameOption, writing.text(target.id), 'literal')]),
      writing.property(exchange.baseUrlOption, code.baseUrl, 'literal'),
      writing.property(exchange.keyOption, code.key, 'literal'),
      ...Object.entries(exchange.options).map(([option, value]) => writing.property(option, String(value), 'literal')),
    ];
    const indent = before ? (/(?:^|\n)([ \t]*)$/.exec(this.text.slice(0, before.range.start))?.[1] ?? '') : '';
    const lines = properties.map((each) => `${writing.lineBreak}${indent}${writing.indent}${each},`).join('');
    const end = before ? endOfStatement(this.text, before) : ';';
    const maker = `${exchange.construct === true ? 'new ' : ''}${this.#import(exchange, exchange.package, exchange.factory)}`;
    const created = `${indent}const ${name} = ${maker}({${lines}${writing.lineBreak}${indent}})${end}`;
    const whole = [created, ...this.#switches(exchange).map((each) => `${indent}${each}${end}`)].join(writing.lineBreak);
    return {
      range: { start: at, end: at },
      newText: before ? `${writing.lineBreak}${writing.lineBreak}${whole}` : `${whole}${writing.lineBreak}`,
      declares: true,
    };
  }

  /** Calls that stop what the vendor's package sends to it beside the requests to models. */
  #switches(exchange: ProviderExchange): string[] {
    const { switches } = exchange;
    if (!switches) return [];
    const state = switchState(this.facts, switches);
    if (state === 'elsewhere') this.#notes.push(switches.otherwise);
    if (state !== 'on') return [];
    this.#steps.push(switches.step);
    return [`${this.#import(exchange, switches.export.package, switches.export.name)}(${String(switches.argument)})`];
  }

  #step({ recipe, exchange }: ProviderUse, name: string): string {
    const what = exchange.construct === true ? 'the client' : 'the provider';
    return `Make ${what} \`${name}\` by ${exchange.factory} (${this.context.nameOf(this.facts.file)}): ${this.#address(recipe)}`;
  }

  #modelStep(recipe: RewriteRecipe, { factory }: ProviderExchange, at: number): string {
    return `Make the model by ${factory} (${this.context.place(this.facts.file, at)}): ${this.#address(recipe)}`;
  }

  #address(recipe: RewriteRecipe): string {
    const { target, request } = this.context;
    const { prefix } = variableStyleOf(this.facts, this.context.modules());
    const variable = request.style === 'environment' ? `, or where ${prefix}${baseUrlVariable(target, recipe)} says` : '';
    return `${baseUrlFor(target, recipe) ?? ''}${variable}`;
  }
}

/** A model object of a provider stands beside the call site; one that makes its client itself takes the place of it. */
function declaring({ exchange }: ProviderUse): Pick<Edit, 'declares'> {
  return exchange.perModel === undefined ? { declares: true } : {};
}

function memberOf(exchange: ProviderExchange, asked: string | undefined): string {
  return exchange.models[asked ?? 'chat']?.member ?? exchange.models.chat?.member ?? '';
}

/** A target's id as a name in code: `llamaCpp`. */
function providerName({ id }: TargetRow): string {
  return id
    .replace(/[^\p{ID_Continue}]+(\p{ID_Continue})?/gu, (_, next: string | undefined) => (next ?? '').toUpperCase())
    .replace(/^\d/, '_$&');
}
