import type { TargetRow } from '../../catalog/catalog';
import type { ModuleFacts, VariableStyle, Writing } from '../../facts/moduleFacts';
import type { RewriteRecipe } from '../../match/rewriteRecipe';
import type { EndpointStyle } from '../plan';

/** Code for a target's address and key, as one module writes it. */
export interface EndpointCode {
  readonly baseUrl: string;
  readonly key: string;
}

/** Where such code is to stand, and how variables are read there. */
export interface EndpointPlace {
  readonly writing: Writing;
  readonly variables: VariableStyle;
  readonly offset: number;
}

/** The base URL that clients of an SDK are given; undefined when the target does not speak its protocol. */
export function baseUrlFor(target: TargetRow, recipe: RewriteRecipe): string | undefined {
  const url = target.baseUrls[recipe.protocol];
  return url === undefined ? undefined : url + (recipe.baseUrlSuffix ?? '');
}

/**
 * The variable for a target's base URL. Servers that speak several protocols have one base URL for each (`/v1` or not), so one
 * variable can't hold them all: the usual name is the OpenAI protocol's.
 */
export function baseUrlVariable(target: TargetRow, { protocol }: RewriteRecipe): string {
  const usual = target.baseUrls.openai;
  if (usual === undefined || usual === target.baseUrls[protocol]) return target.baseUrlVariable;
  return target.baseUrlVariable.replace(/_?BASE_URL$/, `_${protocol.toUpperCase()}_BASE_URL`);
}

/** Code for base URL and key. Real keys are read from the environment in every style: a secret never stands in code. */
export function endpointCode(
  target: TargetRow,
  recipe: RewriteRecipe,
  style: EndpointStyle,
  { writing, variables, offset }: EndpointPlace,
): EndpointCode {
  const url = baseUrlFor(target, recipe) ?? '';
  const placeholder = target.keyPlaceholder === null ? null : writing.text(target.keyPlaceholder);
  switch (style) {
    // Where the environment file says it, no code is written; what is made anew reads the environment.
    case 'env-file':
    case 'environment':
      return {
        baseUrl: writing.variable(baseUrlVariable(target, recipe), writing.text(url), variables, offset),
        key: writing.variable(target.keyVariable, placeholder, variables, offset),
      };
    case 'literal':
      return { baseUrl: writing.text(url), key: placeholder ?? writing.variable(target.keyVariable, null, variables, offset) };
  }
}

/** How a module reads the environment: its own way, else that of the modules around it, else the usual one. */
export function variableStyleOf(facts: ModuleFacts, others: readonly ModuleFacts[]): VariableStyle {
  if (facts.writing.variableStyle) return facts.writing.variableStyle;
  const usual = facts.writing.usualVariableStyle;
  const neighbours = others.flatMap(({ writing }) => writing.variableStyle ?? []).filter(({ source }) => source === usual.source);
  const brackets = neighbours.filter((style) => style.brackets).length * 2 > neighbours.length;
  return { ...usual, brackets };
}
