import { member, type ConfigMap, type ConfigNode } from './node';

/**
 * Keys of which all stand at the top of files that describe an interface, or were recorded: OpenAPI, AsyncAPI; VCR's cassettes;
 * collections of Postman, Insomnia and HAR.
 */
const descriptions: readonly (readonly string[])[] = [
  ['openapi'],
  ['swagger'],
  ['asyncapi'],
  ['interactions'],
  ['http_interactions'],
  ['info', 'item'],
  ['__export_format'],
  ['log', 'entries'],
  ['request', 'response'],
];

/** Such files with one key that tells them, in YAML of one document. */
const describing = /^(?:openapi|swagger|asyncapi|interactions|http_interactions)[ \t]*:/m;

/** Whether YAML describes an interface by its text alone: those are long, and nothing in them is a setting. */
export function describesInterface(text: string): boolean {
  return describing.test(text) && !/^---/m.test(text.trimStart().replace(/^---/, ''));
}

/** Keys that a measurement of a model or an answer of one has beside the model's id. */
const recordedKey =
  /^(?:choices|usage|logprobs|system_fingerprint|finish_reason|stop_reason|(?:[\w-]+[-_])?(?:pass|fail|error|success|win|accept)\w*[-_]rate\w*|(?:[\w-]+[-_])?(?:accuracy|f1|elo|scores?|latency|throughput)|test_?cases|(?:total|avg|average|mean)[-_](?:cost|time|tokens|latency)|(?:prompt|completion|input|output|total|reasoning)[-_]tokens|(?:input|output)[-_]cost\w*|commit_hash|released?_?(?:date|at)|release[-_]date)$/i;

/** Keys whose value shows how something would look. */
export const exampleKey = /^(?:examples?|x-code-?samples)$/i;

/** Whether a file describes an interface, a schema or a recorded exchange, and sets nothing. */
export function isDescription(root: ConfigNode): boolean {
  const schema = member(root, '$schema');
  if (schema?.kind === 'scalar' && /\bjson-schema\.org\b/.test(schema.text)) return true;
  return root.kind === 'map' && descriptions.some((keys) => keys.every((name) => root.entries.some(({ key }) => key === name)));
}

/** Whether a map tells what a model did, or what it costs: a row of a table or a recorded answer, and no setting. */
export function isRecord({ entries }: ConfigMap): boolean {
  return entries.some(({ key }) => recordedKey.test(key));
}
