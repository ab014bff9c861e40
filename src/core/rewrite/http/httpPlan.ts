import type { ObjectValue, Value } from '../../link/value';
import type { SdkDescription } from '../../match/description';
import type { RawAddress, RawRequests, RewriteRecipe } from '../../match/rewriteRecipe';
import type { MatchedCall } from '../../match/matcher';
import { defaultRoute } from '../../match/route';
import type { SiteRef } from '../clients';
import type { LocatedEdit, PlanContext } from '../context';
import type { ModelChange } from '../plan';
import { baseUrlFor, endpointCode, variableStyleOf } from '../client/endpointCode';
import { evidenceText } from '../model/evidence';
import { targetObstacle } from '../obstacles/obstacles';
import { certainText, meddlingOption, namedEntries, objectOf, partOf, type Part } from './requestParts';

/** What becomes of a raw request: its edits, or why it stays. */
export type HttpPlan = { readonly obstacle: string } | PlannedRequest;

export interface PlannedRequest {
  readonly edits: readonly LocatedEdit[];
  readonly steps: readonly string[];
  /** The request as a call of the vendor's own SDK would be: what it asks for is read off that. */
  readonly asked: MatchedCall;
  /** The model that it named, and the one that takes its place. */
  readonly change: ModelChange;
}

/** An address of a vendor whose protocol targets speak, and how the vendor's SDK would ask there. */
interface Address extends RawAddress {
  readonly sdk: SdkDescription;
  readonly recipe: RewriteRecipe;
  readonly raw: RawRequests;
}

/** The address that a text is, of whatever vendor; undefined where it is none that open servers answer in the same form. */
function addressOf({ analyses }: PlanContext, text: string): Address | undefined {
  for (const sdk of analyses.catalog.sdks) {
    const raw = sdk.rewrite?.raw;
    const found = raw?.addresses.find(({ url }) => url === text);
    if (sdk.rewrite && raw && found) return { ...found, sdk, recipe: sdk.rewrite, raw };
  }
  return undefined;
}

/** True for a function of the package itself or of the platform: a session or an instance can have headers and addresses of its own. */
function isPlainCallee(callee: Value): boolean {
  const root = callee.kind === 'member' ? callee.object : callee;
  return root.kind === 'external' || root.kind === 'global';
}

/** Headers that say nothing of who sends a request and to whom. */
const plainHeaders: ReadonlySet<string> = new Set(['content-type', 'accept', 'user-agent']);

/** Plans a raw request: its address, the header with the key, and the model in its body. Each must be written out in the call. */
export function planHttp(context: PlanContext, ref: SiteRef): HttpPlan {
  const [matched, ...others] = ref.site.matched;
  if (!matched || others.length > 0) return { obstacle: 'it is not decided how the request is sent' };
  if (matched.sdk.sendsAsGiven !== true || !isPlainCallee(matched.call.callee))
    return { obstacle: 'raw requests are rewritten only where a well-known function sends them, with all that it needs in the call' };
  if (ref.accepted) return { obstacle: 'a comment accepts this dependency' };
  if ((context.analyses.graph.load(ref.file)?.problems.length ?? 0) > 0)
    return { obstacle: `${context.nameOf(ref.file)} has a syntax error, and edits around it could go wrong` };
  const url = partOf(context, matched, 'url');
  const written = url && certainText(context, url);
  const address = written === null ? undefined : addressOf(context, written);
  if (!url || !address || matched.call.file !== ref.file || matched.route.settings.has('baseUrl'))
    return { obstacle: 'the address of the raw request is not written out in it, or is none that targets answer' };
  const meddling = meddlingOption(context, matched);
  if (meddling !== null) return { obstacle: meddling };
  const bodyPart = partOf(context, matched, 'body');
  const body = bodyPart && objectOf(context, matched.call, bodyPart);
  if (!body) return { obstacle: 'the body of the raw request is not written out in it' };
  const asked = askedOf(matched, address, body);
  const obstacle = asked && targetObstacle(context.analyses.linker, asked, context.target);
  if (!asked || obstacle) return { obstacle: obstacle?.reason ?? 'nothing is known of what the raw request asks for' };
  return new Request(context, ref, matched, address, asked).plan(url, body);
}

/** The request as the vendor's own SDK sends it: features are read off its description. */
function askedOf(matched: MatchedCall, { sdk, surface }: Address, body: ObjectValue): MatchedCall | null {
  const operation = Object.values(sdk.shapes)
    .flatMap(({ members }) => Object.values(members ?? {}))
    .find(({ site, features }) => site?.kind === 'call' && site.surface === surface && features !== undefined);
  if (!operation) return null;
  const { call } = matched;
  const facts = { positional: [body.fact], keywords: [], keywordSpreads: [], spreadFrom: Infinity, range: body.fact.range };
  return { sdk, operation, call: { ...call, arguments: { facts, frame: body.frame } }, route: defaultRoute(sdk), result: null };
}

class Request {
  readonly #edits: LocatedEdit[] = [];

  constructor(
    private readonly context: PlanContext,
    private readonly ref: SiteRef,
    private readonly matched: MatchedCall,
    private readonly address: Address,
    private readonly asked: MatchedCall,
  ) {}

  plan(url: Part, body: ObjectValue): HttpPlan {
    const { context, ref, address } = this;
    const { target, request } = context;
    const { recipe } = address;
    const facts = url.frame.module;
    const variables = variableStyleOf(facts, context.modules());
    const place = { writing: facts.writing, variables, offset: url.expression.range.start };
    const code = endpointCode(target, recipe, request.style, place);
    const keyed = this.#planKey(code.key);
    if (keyed !== null) return { obstacle: keyed };
    const chosen = context.choices.of(ref.callSite.model, address.surface, ref.callSite.vendor);
    const model = chosen?.model ?? null;
    const before = this.#planModel(body, model);
    if (typeof before !== 'string') return before;
    this.#edit(
      url,
      request.style === 'literal'
        ? facts.writing.text((baseUrlFor(target, recipe) ?? '') + address.path)
        : facts.writing.joined([{ code: code.baseUrl }, address.path]),
    );
    const imported = facts.writing.importFor([code.baseUrl, code.key], url.expression.range.start);
    const edits = imported ? [...this.#edits, { file: ref.file, ...imported }] : this.#edits;
    const where = context.place(ref.file, ref.callSite.range.start);
    const steps = [
      `Send the request (${where}) to ${target.name}: ${baseUrlFor(target, recipe) ?? ''}${address.path}`,
      `Ask for ${model ?? ''} instead of ${before} (${where})`,
    ];
    const evidence = chosen?.alternative ? evidenceText(chosen.alternative) : null;
    return { edits, steps, asked: this.asked, change: { from: before, to: model ?? '', evidence } };
  }

  /** Why the header with the key can't be the target's; null when its edit is planned. */
  #planKey(key: string): string | null {
    const { context, matched } = this;
    const { raw, recipe } = this.address;
    const part = partOf(context, matched, 'headers');
    const headers = part && objectOf(context, matched.call, part);
    const named = headers && namedEntries(context, headers);
    if (!headers || !named || matched.route.settings.get('headers') === undefined)
      return 'the headers of the raw request are not written out in it';
    const name = raw.keyHeader;
    const entry = named.get(name);
    const other = [...named.keys()].find((each) => each !== name && !plainHeaders.has(each) && !raw.plainHeaders.includes(each));
    if (other !== undefined) return `the raw request has the header \`${other}\`, which can mean something to its vendor only`;
    if (!entry) return 'the key of the raw request is not one of its headers';
    const isBearer = raw.bearer === true || context.target.bearer?.includes(recipe.protocol) === true;
    const { writing } = headers.frame.module;
    const value = isBearer ? writing.joined(['Bearer ', { code: key }]) : key;
    if (raw.bearer === true || !isBearer) this.#edit({ expression: entry.value, frame: headers.frame }, value);
    else this.#edits.push({ file: this.ref.file, range: entry.range, newText: writing.property('Authorization', value, 'literal') });
    return null;
  }

  /** The model that the body names, once its edit is planned; else why not. */
  #planModel(body: ObjectValue, model: string | null): string | { readonly obstacle: string } {
    const { context, address } = this;
    const entry = namedEntries(context, body)?.get('model');
    if (!entry) return { obstacle: 'what the body of the raw request holds is not all in sight' };
    const part: Part = { expression: entry.value, frame: body.frame };
    const before = certainText(context, part);
    if (before === null) return { obstacle: 'the model of the raw request is not decided in it' };
    if (model === null) return { obstacle: `no model of ${context.target.name} is known for ${address.surface}` };
    const { writing } = body.frame.module;
    const { start, end } = entry.value.range;
    const isShort = start === entry.range.start;
    if (isShort)
      this.#edits.push({ file: this.ref.file, range: entry.range, newText: writing.property('model', writing.text(model), 'literal') });
    else {
      const original = (context.analyses.graph.text(this.ref.file) ?? '').slice(start, end);
      this.#edit(part, entry.value.kind === 'literal' ? writing.textLike(original, model) : writing.text(model));
    }
    return before;
  }

  #edit({ expression: { range } }: Part, newText: string): void {
    this.#edits.push({ file: this.ref.file, range, newText });
  }
}
